package org.cityeval.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.lake.Location;
import org.cityeval.lake.FileHeadings;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class FileColumnsTest {
  private static final String KEY = "sources.s.date";

  private final Dataset<Row> rows;

  FileColumnsTest(SparkSession spark) {
    rows =
        spark
            .range(1)
            .selectExpr(
                "cast(id as string) as day",
                "cast(id as string) as n",
                "cast(id as string) as cases",
                "named_struct('level', id) as reading",
                "cast(id as string) as value");
  }

  private static FileHeadings file(String name, String... columns) {
    return new FileHeadings(name, List.of(columns), Map.of());
  }

  private static FileColumns columns(List<String> mayLack, FileHeadings... files) {
    return new FileColumns(
        Arrays.asList(files),
        new Location(
            "files",
            null,
            Location.Format.CSV,
            new Location.FileOptions("UTF-8", ",", null, ".", null, mayLack)));
  }

  private Optional<String> lacking(FileColumns files, String expression) {
    return files.lacking(rows, KEY, expression).map(UserProblem::render);
  }

  @Test
  void aFileWithoutTheColumnIsNamedWithWhatItHasInstead() {
    FileColumns files = columns(null, file("a.csv", "day", "n"), file("b.csv", "day", "cases"));

    assertThat(lacking(files, "n"))
        .contains(
            """
            sources.s.date: no column n in b.csv.
              why: Other files have it. b.csv has day, cases; all its records would be blank.
              fix: If it was renamed, write coalesce(n, cases); if it may be absent, say so: \
            options: {may_lack: [n]}.""");
    assertThat(lacking(files, "day")).isEmpty();
  }

  @Test
  void anExpressionThatGivesSomethingWithoutTheColumnIsLeftAlone() {
    FileColumns files = columns(null, file("a.csv", "day", "n"), file("b.csv", "day", "cases"));

    assertThat(lacking(files, "coalesce(n, cases)")).isEmpty();
    assertThat(lacking(files, "cast(n as int) + cast(cases as int)")).isPresent();
  }

  @Test
  void whatTheConfigSaysMayBeAbsentMayHoweverItIsSpelt() {
    FileHeadings with = file("a.csv", "day", "n");
    FileHeadings without = file("b.csv", "day");

    assertThat(lacking(columns(List.of("N"), with, without), "n")).isEmpty();
    assertThat(lacking(columns(List.of("cases"), with, without), "n")).isPresent();
  }

  @Test
  void capitalsMakeNoOtherColumn() {
    FileColumns files = columns(null, file("a.csv", "day", "n"), file("b.csv", "DAY", "N"));

    assertThat(lacking(files, "n || day")).isEmpty();
  }

  /** One that has all that others have gives no hint of a new name. */
  @Test
  void noNewNameIsGuessedWhereTheFileHasNoneOfItsOwn() {
    FileColumns files = columns(null, file("a.csv", "day", "n"), file("b.csv", "day"));

    assertThat(files.lacking(rows, KEY, "n").orElseThrow().fix())
        .isEqualTo("If it may be absent, say so: options: {may_lack: [n]}.");
  }

  @Test
  void aNameThatIsNearIsGuessedBeforeOthers() {
    FileColumns files =
        columns(null, file("a.csv", "day", "cases"), file("b.csv", "day", "age", "casses"));

    assertThat(files.lacking(rows, KEY, "cases").orElseThrow().fix())
        .startsWith("If it was renamed, write coalesce(cases, casses); if");
  }

  @Test
  void threeFilesAreNamedAndTheOthersCounted() {
    FileHeadings with = file("a.csv", "day", "n");

    assertThat(
            columns(null, with, file("b", "day"), file("c", "day"), file("d", "day"))
                .lacking(rows, KEY, "n")
                .orElseThrow()
                .problem())
        .isEqualTo("sources.s.date: no column n in b, c, d.");
    assertThat(
            columns(
                    null,
                    with,
                    file("b", "day"),
                    file("c", "day"),
                    file("d", "day"),
                    file("e", "day"),
                    file("f", "day"))
                .lacking(rows, KEY, "n")
                .orElseThrow()
                .problem())
        .isEqualTo("sources.s.date: no column n in b, c, d and 2 more.");
  }

  @Test
  void aNestedValueIsOfItsOutermostColumn() {
    FileColumns files =
        columns(null, file("a.json", "day", "reading"), file("b.json", "day", "level"));

    assertThat(files.lacking(rows, KEY, "reading.level").orElseThrow().problem())
        .isEqualTo("sources.s.date: no column reading in b.json.");
  }

  /** Such as the cell of a wide file, which no heading names. */
  @Test
  void aColumnThatNoFileHasIsNotLookedFor() {
    FileColumns files = columns(null, file("a.csv", "day", "n"), file("b.csv", "day"));

    assertThat(lacking(files, "value")).isEmpty();
  }

  @Test
  void aHeadingThatStandsTwiceIsToldAsThat() {
    FileHeadings twice = new FileHeadings("b.csv", List.of("day"), Map.of("n", List.of(2, 4)));
    FileColumns files = columns(null, file("a.csv", "day", "n"), twice);

    assertThat(files.lacking(rows, KEY, "n").orElseThrow().problem())
        .isEqualTo("sources.s.date: the heading n stands twice in b.csv.");
    assertThat(files.twice(KEY, "N").orElseThrow().why())
        .isEqualTo("It stands in columns 2 and 4.");
    assertThat(files.twice(KEY, "day")).isEmpty();
  }
}
