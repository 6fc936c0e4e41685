package org.cityeval.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.StartedJobs;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows of a lake {@link CellSample} looks at, and how it reads them. */
@ExtendWith(SparkExtension.class)
class SampledRowsTest {
  private static final String HEADING = "day,district,new_cases\n";

  @TempDir private Path folder;

  private TinyLake lake(String cases) {
    return TinyLake.in(folder).write("cases.csv", HEADING + cases);
  }

  private static List<String> problems(SparkSession spark, TinyLake lake) {
    return FoundProblems.ofCells(spark, lake).stream().map(UserProblem::problem).toList();
  }

  /** Line 1 is the heading, so that row 20,000 stands on line 20,001. */
  @Test
  void rowsAfterTheFirstTwentyThousandAreNotLookedAt(SparkSession spark) {
    String others = "2020-03-01,A,1\n";
    TinyLake lake =
        lake(others.repeat(20_000) + "2020-03-01,Q,1\n")
            .configure("path: cases.csv", "path: cases.csv\n    where: district = 'Q'");

    assertThat(problems(spark, lake)).isEmpty();
    lake.write("cases.csv", HEADING + others.repeat(19_999) + "2020-03-01,Q,1\n");
    assertThat(FoundProblems.ofCells(spark, lake))
        .extracting(UserProblem::problem, UserProblem::why)
        .containsExactly(
            tuple(
                "sources.cases: none of the first 1 records can be used.",
                "1 of them unknown_district, such as at cases.csv:20001 new_cases:"
                    + " The district is not on the evaluation's list: Q"));
  }

  /** The first 500 rows in scope are judged; the next one alone could be used. */
  @Test
  void noMoreThanFiveHundredRowsAreJudged(SparkSession spark) {
    String unusable = "2020-03-01,Q,1\n";
    String usable = "2020-03-01,A,1\n";

    assertThat(problems(spark, lake(unusable.repeat(500) + usable)))
        .containsExactly("sources.cases: none of the first 500 records can be used.");
    assertThat(problems(spark, lake(unusable.repeat(499) + usable))).isEmpty();
  }

  private static void asOtherFormats(SparkSession spark, TinyLake lake, Path folder) {
    Dataset<Row> rows =
        spark.read().option("header", true).csv(folder.resolve("cases.csv").toString()).coalesce(1);
    rows.write().parquet(folder.resolve("cases.parquet").toString());
    rows.write().format("delta").save(folder.resolve("cases.delta").toString());
    lake.write(
        "cases.json",
        """
        {"day": "2020-03-01", "district": "A", "new_cases": "x"}
        {"day": "2020-03-02", "district": "Q", "new_cases": 2}
        {"day": "2020-03-03", "district": "R", "new_cases": 3}
        """);
  }

  /** Of the same three records, two are of no district; a table has no lines to tell. */
  @ParameterizedTest
  @CsvSource({
    "csv, cases\\.csv:3, Q",
    "json, cases\\.json:2, Q",
    "parquet, part-.*\\.parquet:2, Q",
    "delta, .*/cases\\.delta:[0-9A-F]+, [QR]"
  })
  void theSameIsFoundWhateverTheFormat(
      String format, String position, String district, SparkSession spark) {
    TinyLake lake = lake("2020-03-01,A,x\n2020-03-02,Q,2\n2020-03-03,R,3\n");
    asOtherFormats(spark, lake, folder);
    lake.configure("path: cases.csv", "path: cases." + format + "\n    format: " + format);

    assertThat(FoundProblems.ofCells(spark, lake))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.problem())
                  .isEqualTo("sources.cases: none of the first 3 records can be used.");
              assertThat(found.why())
                  .matches(
                      "2 of them unknown_district, such as at "
                          + position
                          + " new_cases: The district is not on the evaluation's list: "
                          + district);
            });
  }

  /** A long source, a wide one, one of two measures, and a register. */
  @Test
  void filesOfTextAreSampledWithoutAJob(SparkSession spark) throws Exception {
    TinyLake lake =
        lake("2020-03-01,Q,x\n")
            .write("hotline.csv", "id,opened,district\n1,1.3.2020 08:00,A\n")
            .write("enterprises.csv", "day,district,output,open\n2020-03-01,A,?,?\n")
            .configure(
                "{value: output, kind: percent_change}",
                "{value: output, kind: percent_change}\n"
                    + "      enterprise_open_change: {value: open, kind: percent_change}")
            .configure(
                "panel:\n",
                """
                requests:
                  hotline:
                    path: hotline.csv
                    request_id: id
                    opened: opened
                    district: district
                    as_of: 2020-04-10
                panel:
                """);
    List<String> found = new ArrayList<>();

    StartedJobs started = StartedJobs.during(spark, () -> found.addAll(problems(spark, lake)));

    assertThat(found)
        .containsExactly(
            "sources.cases: none of the first 1 records can be used.",
            "sources.enterprises: none of the first 2 records can be used.",
            "requests.hotline: no date can be read.");
    assertThat(started.jobs()).isZero();
  }
}
