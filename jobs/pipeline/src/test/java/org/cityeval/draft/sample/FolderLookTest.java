package org.cityeval.draft.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.cityeval.problem.SourceProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLookTest {
  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<Looked> look() {
    return FolderLook.at(folder, folder);
  }

  private String reason(String name, String text) throws IOException {
    write(name, text);
    return ((PassedOver) FolderLook.at(folder.resolve(name), folder).get(0)).reason();
  }

  @Test
  void looksAtEachFileBelowByItsName() throws IOException {
    write("b.csv", "a,b\n1,2\n");
    write("a/z.TSV", "a\tb\n1\t2\n");
    write("c.json", "[{\"a\":1},{\"a\":2}]");
    write("d.geojson", "{\"features\":[]}");

    assertThat(look())
        .extracting(Looked::path)
        .containsExactly("a/z.TSV", "b.csv", "c.json", "d.geojson");
    assertThat(look().get(3)).isInstanceOf(PolygonFile.class);
    assertThat(look().subList(0, 3)).allMatch(FileSample.class::isInstance);
  }

  @Test
  void looksIntoAPackedFileByTheNameWithin() throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("f.csv.gz")))) {
      out.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(((FileSample) look().get(0)).columns()).containsExactly("a", "b");
  }

  @Test
  void hiddenFilesAndFoldersAreLeftOut() throws IOException {
    write(".hidden.csv", "a,b\n1,2\n");
    write("_logs/x.csv", "a,b\n1,2\n");
    write("data/.git/y.csv", "a,b\n1,2\n");
    write("seen.csv", "a,b\n1,2\n");

    assertThat(look()).extracting(Looked::path).containsExactly("seen.csv");
  }

  /** The hidden folder that was asked for itself is looked into. */
  @Test
  void aHiddenFolderThatIsNamedIsLookedAt() throws IOException {
    write("_lake/x.csv", "a,b\n1,2\n");

    assertThat(FolderLook.at(folder.resolve("_lake"), folder))
        .extracting(Looked::path)
        .containsExactly("_lake/x.csv");
  }

  @Test
  void pathsAreRelativeToWhereTheDraftStands() throws IOException {
    write("lake/x.csv", "a,b\n1,2\n");

    assertThat(FolderLook.at(folder.resolve("lake"), folder.resolve("conf")))
        .extracting(Looked::path)
        .containsExactly("../lake/x.csv");
  }

  @Test
  void whatIsNotReadSaysWhy() throws IOException {
    assertThat(reason("empty.csv", "")).isEqualTo("it is empty (0 bytes)");
    assertThat(reason("notes.md", "# x")).isEqualTo("a text for people");
    assertThat(reason("all.zip", "PK")).isEqualTo("an archive; unpack it to have it read");
    assertThat(reason("x.xlsx", "PK")).startsWith("neither csv, tsv, json");
    assertThat(reason("none", "x")).startsWith("neither csv, tsv, json");
    assertThat(reason("f.parquet", "no parquet")).startsWith("it cannot be read: ");
    assertThat(reason("f.csv.gz", "no archive")).isEqualTo("it cannot be read: Not in GZIP format");
  }

  @Test
  void nothingThereIsAMessageWithTheMend() {
    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(() -> FolderLook.at(folder.resolve("absent"), folder))
        .withMessageContaining("There is nothing at")
        .satisfies(problem -> assertThat(problem.fix()).contains("--from"));
    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(this::look)
        .withMessageContaining("is empty");
  }
}
