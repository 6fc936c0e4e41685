package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.problem.SourceProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeFilesTest {
  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<LakeFile> list(String path) {
    return LakeFiles.list("sources.cases", folder + "/" + path, new Configuration());
  }

  private List<String> labels(String path) {
    return list(path).stream().map(LakeFile::label).toList();
  }

  @Test
  void aFileIsNamedByItself() throws IOException {
    write("lake/cases.csv", "a,b\n");

    assertThat(labels("lake/cases.csv")).containsExactly("cases.csv");
    assertThat(list("lake/cases.csv").get(0).bytes()).isEqualTo(4);
    assertThat(list("lake/cases.csv").get(0).uri()).endsWith("/lake/cases.csv");
  }

  @Test
  void aFolderIsAllThatLiesBelowSortedByName() throws IOException {
    write("lake/b.csv", "1");
    write("lake/year=2020/a.csv", "1");
    write("lake/杭州.csv", "1");

    assertThat(labels("lake")).containsExactly("b.csv", "year=2020/a.csv", "杭州.csv");
  }

  @Test
  void hiddenFilesAndFoldersAreLeftOut() throws IOException {
    write("lake/_SUCCESS", "");
    write("lake/.a.csv.crc", "1");
    write("lake/_delta_log/0.json", "1");
    write("lake/a.csv", "1");

    assertThat(labels("lake")).containsExactly("a.csv");
  }

  /** What stands before the first star is no part of the names. */
  @Test
  void aGlobNamesItsFilesFromTheFirstStarOn() throws IOException {
    write("lake/2020/03/a.csv", "1");
    write("lake/2020/04/a.csv", "1");
    write("lake/2021/03/a.csv", "1");
    write("lake/2020/03/a.txt", "1");

    assertThat(labels("lake/2020/*/*.csv")).containsExactly("03/a.csv", "04/a.csv");
    assertThat(labels("lake/20{20,21}/03"))
        .containsExactly("2020/03/a.csv", "2020/03/a.txt", "2021/03/a.csv");
  }

  @Test
  void noFileIsAProblemOfTheSourceNamedWithItsKey() {
    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(() -> list("absent.csv"))
        .withMessageStartingWith("sources.cases: no file at ")
        .satisfies(p -> assertThat(p.fix()).contains("sources.cases.path"));
    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(() -> list("*.csv"))
        .withMessageContaining("no file at");
  }

  @Test
  void emptyFilesAreAProblemUnlessOneHoldsSomething() throws IOException {
    write("lake/a.csv", "");
    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(() -> list("lake"))
        .withMessageEndingWith("is empty (0 bytes).");
    write("lake/b.csv", "1");

    assertThat(labels("lake")).containsExactly("a.csv", "b.csv");
  }
}
