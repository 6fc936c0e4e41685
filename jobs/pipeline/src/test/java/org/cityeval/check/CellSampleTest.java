package org.cityeval.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Districts are A, B and C; the cases of the lake are rewritten by a few lines. */
@ExtendWith(SparkExtension.class)
class CellSampleTest {
  private static final String HEADING = "day,district,new_cases\n";

  @TempDir private Path folder;

  private TinyLake lake(String cases) {
    return TinyLake.in(folder).write("cases.csv", HEADING + cases);
  }

  private static List<String> problems(SparkSession spark, TinyLake lake) {
    return FoundProblems.ofCells(spark, lake).stream().map(UserProblem::problem).toList();
  }

  @Test
  void datesThatNoneCanReadAreToldWithTheFirstOfThem(SparkSession spark) {
    assertThat(FoundProblems.ofCells(spark, lake("1.3.2020,A,1\n2.3.2020,A,2\n3.3.2020,B,x\n")))
        .extracting(UserProblem::problem, UserProblem::why)
        .containsExactly(
            tuple(
                "sources.cases: no date can be read.",
                "None of the first 3 records has one; see cases.csv:2 new_cases."));
  }

  /** Two of the three are of no district, one is no number: the more frequent is told. */
  @Test
  void whereNothingCanBeUsedTheMostFrequentReasonIsToldWithItsFirstRecord(SparkSession spark) {
    assertThat(
            FoundProblems.ofCells(spark, lake("2020-03-01,A,x\n2020-03-02,Q,2\n2020-03-03,R,3\n")))
        .extracting(UserProblem::problem, UserProblem::why, UserProblem::fix)
        .containsExactly(
            tuple(
                "sources.cases: none of the first 3 records can be used.",
                "2 of them unknown_district, such as at cases.csv:3 new_cases:"
                    + " The district is not on the evaluation's list: Q",
                "Correct the expressions of sources.cases, or its data."));
  }

  @Test
  void theFirstRecordIsThatOfTheSmallestLineNumber(SparkSession spark) {
    String lines = "2020-03-01,A,x\n".repeat(9);

    assertThat(FoundProblems.ofCells(spark, lake(lines)))
        .singleElement()
        .extracting(UserProblem::why)
        .asString()
        .startsWith("9 of them unparsable_number, such as at cases.csv:2 new_cases:");
  }

  @Test
  void oneRecordThatStandsIsEnough(SparkSession spark) {
    assertThat(problems(spark, lake("2020-03-01,A,x\n2020-03-02,Q,2\n2020-03-03,B,3\n"))).isEmpty();
  }

  /** A blank says that there is no number, which a source may say of every day. */
  @Test
  void blanksStand(SparkSession spark) {
    assertThat(problems(spark, lake("2020-03-01,A,\n2020-03-02,A,\n"))).isEmpty();
  }

  /** Sources are looked at side by side; what is wrong with each is told in their order. */
  @Test
  void whatCannotBeReadOfOneSourceHidesNothingOfAnother(SparkSession spark) {
    TinyLake lake =
        lake("1.3.2020,A,1\n")
            .write("strange.csv", "name,id\na,Z\n")
            .configure(
                "sources:\n",
                """
                crosswalks:
                  names: {path: strange.csv, spelling: name, district_id: id}
                  others: {path: strange.csv, spelling: id, district_id: id}
                sources:
                """)
            .configure("path: mobility.csv", "path: mobility.csv\n    crosswalk: others")
            .configure("path: enterprises.csv", "path: enterprises.csv\n    crosswalk: names");

    assertThat(problems(spark, lake))
        .containsExactly(
            "sources.cases: no date can be read.",
            "crosswalks.others.district_id: none of its ids is on the list of districts.",
            "crosswalks.names.district_id: none of its ids is on the list of districts.");
  }

  @Test
  void anEmptyFileHasNothingToTell(SparkSession spark) {
    assertThat(problems(spark, lake(""))).isEmpty();
  }

  @Test
  void rowsThatTheConfigLeavesOutAreNotJudged(SparkSession spark) {
    TinyLake lake =
        lake("2020-03-01,Q,x\n".repeat(3) + "2020-03-01,A,1\n")
            .configure("path: cases.csv", "path: cases.csv\n    where: district = 'Q'");

    assertThat(problems(spark, lake))
        .containsExactly("sources.cases: none of the first 3 records can be used.");
    lake.configure("district = 'Q'", "district = 'Z'");
    assertThat(problems(spark, lake)).isEmpty();
  }

  /** The columns that a filter sees are those of the cell, so that it is asked after reshaping. */
  @Test
  void cellsThatTheConfigLeavesOutDoNotSpeakForTheOthers(SparkSession spark) {
    TinyLake lake =
        TinyLake.in(folder)
            .write("mobility.csv", "district,2020-03-01\nA,98\nQ,97\n")
            .configure("path: mobility.csv", "path: mobility.csv\n    where: district <> 'A'");

    assertThat(problems(spark, lake))
        .containsExactly("sources.mobility: none of the first 1 records can be used.");
  }

  /** What others report is expected there; that all of it is of others says nothing yet. */
  @Test
  void foreignDistrictsOfALongFileAreNoProblem(SparkSession spark) {
    TinyLake lake =
        lake("2020-03-01,Q,1\n")
            .configure("path: cases.csv", "path: cases.csv\n    unknown_district: out_of_scope");

    assertThat(problems(spark, lake)).isEmpty();
  }

  /** Each of its rows holds all its districts, so that none of the list will follow. */
  @Test
  void foreignDistrictsAloneInTheHeadingsOfAWideFileAreAProblem(SparkSession spark) {
    TinyLake lake =
        TinyLake.in(folder)
            .write("wide.csv", "day,A_n_cases,Q_n_cases\n2020-03-01,1,2\n")
            .configure(
                "path: cases.csv\n    shape: long\n    date: day\n    district: district\n",
                """
                path: wide.csv
                    shape: wide_districts
                    date: day
                    unknown_district: out_of_scope
                    district_columns: {new_cases: {suffix: _cases}}
                """)
            .configure("{value: new_cases,", "{value: value,");

    assertThat(problems(spark, lake))
        .containsExactly("sources.cases: none of the first 2 records can be used.");
    lake.configure("suffix: _cases", "suffix: _n_cases");
    assertThat(problems(spark, lake)).isEmpty();
  }

  @Test
  void registersAreSampledBesideSources(SparkSession spark) {
    TinyLake lake =
        lake("1.3.2020,A,1\n")
            .write("hotline.csv", "id,opened,district\n1,1.3.2020 08:00,A\n")
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

    assertThat(problems(spark, lake))
        .containsExactly(
            "sources.cases: no date can be read.", "requests.hotline: no date can be read.");
    lake.configure(
        "district: district\n    as_of: 2020-04-10\npanel",
        "district: district\n    where: id > '1'\n    as_of: 2020-04-10\npanel");
    assertThat(problems(spark, lake)).containsExactly("sources.cases: no date can be read.");
  }

  /** Of an event of no district the day is not looked for, so that it tells nothing of days. */
  @Test
  void theDaysOfEventsOfNoDistrictAreNotCalledUnreadable(SparkSession spark) {
    TinyLake lake =
        TinyLake.in(folder)
            .write("trips.csv", "zone,began\nQ,2020-03-01\n")
            .configure(
                "sources:\n",
                """
                sources:
                  trips:
                    path: trips.csv
                    shape: events
                    date: began
                    district: zone
                    measures:
                      mobility_transit_change:
                        {value: "1", kind: level, baseline: march, aggregate: count}
                """)
            .configure(
                "panel:",
                """
                baselines:
                  march: {first_day: 2020-03-01, last_day: 2020-03-07, method: mean}
                panel:""");

    assertThat(problems(spark, lake))
        .containsExactly("sources.trips: none of the first 1 records can be used.");
    lake.write("trips.csv", "zone,began\nA,1.3.2020\n");
    assertThat(problems(spark, lake)).containsExactly("sources.trips: no date can be read.");
  }
}
