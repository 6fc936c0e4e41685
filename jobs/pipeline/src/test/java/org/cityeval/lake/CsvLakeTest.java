package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cityeval.lake.OpenedFiles.shown;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.SourceProblem;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class CsvLakeTest {
  private static final CsvDialect PLAIN = new CsvDialect("UTF-8", ',', List.of());

  @TempDir private Path folder;

  private final SparkSession spark;

  CsvLakeTest(SparkSession spark) {
    this.spark = spark;
  }

  private void write(String name, String text) {
    OpenedFiles.write(folder, name, text);
  }

  private Lake open(CsvDialect dialect, Predicate<LakeFile> chosen) {
    List<LakeFile> all = OpenedFiles.in(folder, spark);
    return CsvLake.open(spark, "here", all, all.stream().filter(chosen).toList(), dialect);
  }

  private Lake open() {
    return open(PLAIN, file -> true);
  }

  /** The third file adds a column, which is once more a folder's. */
  @Test
  void columnsAreThoseOfAllFilesInTheOrderInWhichTheyAreMet() throws IOException {
    write("a.csv", "id,n\nx,1\n");
    write("b.csv", "N,ID\n2,y\n");
    write("year=2020/c.csv", "id,note\nz,new\n");

    assertThat(LakeSource.ownColumns(open().rows())).containsExactly("id", "n", "note", "year");
    assertThat(shown(open(), "id", "n", "note", "year", "_file", "_line"))
        .containsExactly(
            "x|1|null|null|a.csv|2", "y|2|null|null|b.csv|2", "z|null|new|2020|year=2020/c.csv|2");
    assertThat(open().headings())
        .extracting(FileHeadings::file)
        .containsExactly("a.csv", "b.csv", "year=2020/c.csv");
  }

  @Test
  void onlyChosenFilesGiveRowsAndAreCountedButAllGiveColumns() throws IOException {
    write("a.csv", "id\nx\nw\n");
    write("b.csv", "id,n\ny,2\n");
    Lake lake = open(PLAIN, file -> file.label().equals("a.csv"));

    assertThat(shown(lake, "id", "n")).containsExactly("w|null", "x|null");
    assertThat(lake.records().get()).containsOnly(Map.entry("a.csv", 2L));
  }

  @Test
  void anEmptyFileIsPassedOverAndEmptyFilesAreNoSource() throws IOException {
    write("a.csv", "\ufeff");
    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(this::open)
        .satisfies(
            told ->
                assertThat(told.render())
                    .startsWith("here: no file holds a record.\n  why: a.csv holds no text."));
    write("c.csv", "\ufeff");
    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(this::open)
        .satisfies(told -> assertThat(told.why()).isEqualTo("a.csv and the others hold no text."));
    write("b.csv", "id\nx\n");
    assertThat(shown(open(), "id")).containsExactly("x");
  }

  @Test
  void aHeadingThatIsNoTextIsToldWithTheEncoding() throws IOException {
    Files.write(folder.resolve("a.csv"), "Größe,n\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(this::open)
        .satisfies(
            told -> {
              assertThat(told.problem()).isEqualTo("here: the heading of a.csv cannot be read.");
              assertThat(told.why()).isEqualTo("It is no text in UTF-8.");
            });
    assertThat(
            LakeSource.ownColumns(
                open(new CsvDialect("ISO-8859-1", ',', List.of()), file -> true).rows()))
        .containsExactly("Größe", "n");
  }

  @Test
  void namesOfTheConfigAreForFilesWithoutALineOfThem() throws IOException {
    CsvDialect named = new CsvDialect("UTF-8", ',', List.of("id", "n"));
    write("a.csv", "x,1\n");
    assertThat(shown(open(named, file -> true), "id", "n", "_line")).containsExactly("x|1|1");

    write("a.csv", "n,id\n1,x\n");
    assertThat(shown(open(named, file -> true), "id")).containsExactly("1", "n");

    write("a.csv", "ID, N\nx,1\n");
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> open(named, file -> true))
        .satisfies(
            told ->
                assertThat(told.render())
                    .startsWith(
                        """
                        here.options.header: a.csv has a line of headings.
                          why: It reads ID, N, as the config does."""));
  }

  /** Without an end after 12 the number may have been 123; where no file has one, it is a habit. */
  @Test
  void aLastLineWithoutAnEndIsBelievedWhereNoFileHasOne() throws IOException {
    write("a.csv", "id,n\nx,345\nx,12");
    assertThat(shown(open(), "n", "_malformed is null")).contains("12|false");
    write("b.csv", "id,n\nx,345\ny,34\n");
    assertThat(shown(open(), "n", "_malformed is null")).contains("12|false");
    write("b.csv", "id,n\nx,345\ny,34");
    assertThat(shown(open(), "n", "_malformed is null"))
        .containsExactlyInAnyOrder("12|true", "34|true", "345|true", "345|true");
  }

  /** In UTF-16 a sign is two bytes, and the last of them is not the end of the line itself. */
  @Test
  void theEndOfALineIsFoundInEveryEncoding() throws IOException {
    for (String name : List.of("a.csv", "b.csv")) {
      Files.write(folder.resolve(name), "id,n\nx,345\nx,12\n".getBytes(StandardCharsets.UTF_16LE));
    }
    Lake lake = open(new CsvDialect("UTF-16LE", ',', List.of()), file -> true);
    assertThat(shown(lake, "n", "_malformed is null"))
        .containsExactly("12|true", "12|true", "345|true", "345|true");

    Files.write(folder.resolve("b.csv"), "id,n\nx,345\nx,12".getBytes(StandardCharsets.UTF_16LE));
    assertThat(
            shown(
                open(new CsvDialect("UTF-16LE", ',', List.of()), file -> true),
                "n",
                "_malformed is null"))
        .contains("12|false");
  }
}
