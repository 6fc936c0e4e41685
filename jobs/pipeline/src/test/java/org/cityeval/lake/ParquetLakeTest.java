package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cityeval.lake.OpenedFiles.shown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.SourceProblem;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ParquetLakeTest {
  @TempDir private Path folder;
  @TempDir private Path scratch;

  private final SparkSession spark;

  ParquetLakeTest(SparkSession shared) {
    spark = shared.newSession();
    spark.conf().set("spark.sql.caseSensitive", "true");
    spark.conf().set("spark.sql.sources.partitionColumnTypeInference.enabled", "false");
  }

  /** Writes one file of the rows of a query. */
  private void write(String name, String query) throws IOException {
    Path written = scratch.resolve(name.replace('/', '_'));
    spark.sql(query).coalesce(1).write().parquet(written.toString());
    try (Stream<Path> parts = Files.list(written)) {
      Path part =
          parts
              .filter(file -> file.toString().endsWith(".parquet"))
              .max(Comparator.naturalOrder())
              .orElseThrow();
      Files.createDirectories(folder.resolve(name).getParent());
      Files.copy(part, folder.resolve(name));
    }
  }

  private Lake open(Predicate<LakeFile> chosen) {
    List<LakeFile> all = OpenedFiles.in(folder, spark);
    return ParquetLake.open(spark, "here", all, all.stream().filter(chosen).toList());
  }

  @Test
  void eachRowHasItsFileAndItsNumberFromOne() throws IOException {
    write("a.parquet", "select * from values ('x', 1), ('y', 2) as t(id, n)");

    assertThat(shown(open(file -> true), "id", "n", "_file", "_line"))
        .containsExactly("x|1|a.parquet|1", "y|2|a.parquet|2");
  }

  /** The numbers of one year are whole, those of the other are not. */
  @Test
  void columnsAreTheWidestOfAllFilesAndRowsThoseOfTheChosen() throws IOException {
    write("a.parquet", "select 'x' as id, 1 as n");
    write("year=2021/b.parquet", "select 'y' as id, 2.5D as n, 'new' as note");

    Lake lake = open(file -> true);
    assertThat(shown(lake, "id", "n", "note", "year"))
        .containsExactly("x|1.0|null|null", "y|2.5|new|2021");
    assertThat(lake.records().get()).isEqualTo(Map.of("a.parquet", 1L, "year=2021/b.parquet", 1L));
    assertThat(lake.headings())
        .extracting(FileHeadings::columns)
        .containsExactly(List.of("id", "n"), List.of("id", "n", "note", "year"));

    Lake first = open(file -> file.label().equals("a.parquet"));
    assertThat(shown(first, "id", "n", "note")).containsExactly("x|1.0|null");
    assertThat(first.records().get()).isEqualTo(Map.of("a.parquet", 1L));
  }

  /** One folder says a year, another a month too, a third nothing. */
  @Test
  void foldersMaySayDifferentColumns() throws IOException {
    write("year=2021/a.parquet", "select 'x' as id");
    write("year=2022/month=03/b.parquet", "select 'y' as id");
    write("more/c.parquet", "select 'z' as id");

    assertThat(shown(open(file -> true), "id", "year", "month", "_file", "_line"))
        .containsExactly(
            "x|2021|null|year=2021/a.parquet|1",
            "y|2022|03|year=2022/month=03/b.parquet|1",
            "z|null|null|more/c.parquet|1");
  }

  @Test
  void aFileThatIsNotWholeIsNamed() throws IOException {
    write("a.parquet", "select 1 as n");
    Files.writeString(folder.resolve("b.parquet"), "PAR1 and no more");

    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(() -> open(file -> true))
        .satisfies(
            told -> assertThat(told.render()).contains("b.parquet", "it is no whole Parquet file"));
  }

  @Test
  void aColumnThatStandsTwiceInUpperAndLowerCaseIsRefused() throws IOException {
    write("a.parquet", "select 1 as n, 2 as N");

    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> open(file -> true))
        .satisfies(
            told -> {
              assertThat(told.problem()).isEqualTo("here: a column stands twice in a.parquet.");
              assertThat(told.why()).isEqualTo("It has N in upper and in lower case.");
            });
  }
}
