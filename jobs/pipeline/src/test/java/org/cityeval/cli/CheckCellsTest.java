package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.StartedJobs;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What fits no cell is found by 'check', before the lake is read. */
@ExtendWith(SparkExtension.class)
class CheckCellsTest {
  @TempDir private Path folder;

  private static String refused(TinyLake lake) {
    Cli.Answer answer = lake.run("check");
    assertThat(answer.exit()).as(answer.out()).isEqualTo(2);
    assertThat(lake.warehouse()).doesNotExist();
    return answer.err();
  }

  @Test
  void aPatternOfDatesThatFitsNoneIsToldForEverySourceThatHasIt() {
    TinyLake lake = TinyLake.in(folder).configure("date: day", "date: to_date(day, 'dd/MM/yyyy')");

    assertThat(refused(lake))
        .contains("tiny.yaml: 2 problems")
        .contains("sources.cases: no date can be read.", "see cases.csv:2 new_cases")
        .contains("sources.enterprises: no date can be read.");
  }

  /** Two days of two districts, a column for each district. */
  private TinyLake wide(String suffix) {
    return TinyLake.in(folder)
        .write("wide.csv", "day,A_new_cases,B_new_cases\n2020-03-01,1,2\n2020-03-02,3,4\n")
        .configure(
            """
            path: cases.csv
                shape: long
                date: day
                district: district
            """,
            """
            path: wide.csv
                shape: wide_districts
                date: day
                district_columns: {new_cases: {suffix: %s}}
            """
                .formatted(suffix))
        .configure("{value: new_cases,", "{value: value,");
  }

  @Test
  void aSuffixThatLeavesNoDistrictIsTold() {
    TinyLake lake = wide("_cases");

    assertThat(refused(lake))
        .contains("sources.cases: none of the first 4 records can be used.")
        .contains("4 of them unknown_district", "A_new");
    lake.configure("suffix: _cases", "suffix: _new_cases");
    assertThat(lake.run("check").exit()).isZero();
  }

  /** The list of districts is asked for what headings mean, and the first cells are looked at. */
  @Test
  void filesOfTextAreCheckedWithoutAJob(SparkSession spark) throws Exception {
    TinyLake lake = wide("_new_cases");

    StartedJobs started =
        StartedJobs.during(spark, () -> assertThat(lake.run("check").exit()).isZero());

    assertThat(started.jobs()).isZero();
  }

  @Test
  void aNumberThatIsNoneIsTold() {
    TinyLake lake =
        TinyLake.in(folder).configure("{value: output,", "{value: \"concat(output, ' %')\",");

    assertThat(refused(lake))
        .contains("sources.enterprises: none of the first 120 records can be used.")
        .contains("120 of them unparsable_number", "The value is not a number: 0 %");
  }

  @Test
  void eventsAreLookedAtOneByOne() {
    TinyLake lake =
        TinyLake.in(folder)
            .write(
                "trips.csv",
                """
                zone,began,fare
                A,2020-03-01 08:00:00,3
                A,2020-03-02 08:00:00,4
                B,2020-03-02 09:00:00,5
                """)
            .configure(
                "sources:\n",
                """
                sources:
                  trips:
                    path: trips.csv
                    shape: events
                    date: to_date(began, 'dd.MM.yyyy')
                    district: zone
                    measures:
                      mobility_transit_change: {value: fare, kind: level, baseline: march, aggregate: sum}
                """)
            .configure(
                "panel:",
                "baselines:\n  march: {first_day: 2020-03-01, last_day: 2020-03-07, method: mean}\n"
                    + "panel:");

    assertThat(refused(lake))
        .contains("sources.trips: no date can be read.")
        .contains("None of the first 3 records has one; see trips.csv:2 mobility_transit_change.");
    lake.configure("date: to_date(began, 'dd.MM.yyyy')", "date: began")
        .configure("district: zone", "district: concat('zone ', zone)");
    assertThat(refused(lake))
        .contains("sources.trips: none of the first 3 records can be used.")
        .contains("3 of them unknown_district, such as at trips.csv:2", "zone A");
    lake.configure("district: concat('zone ', zone)", "district: zone");
    assertThat(lake.run("check").exit()).isZero();
  }

  @Test
  void aLakeInWhichSomethingFitsIsLeftToTheGates() {
    TinyLake lake = TinyLake.in(folder);
    lake.change("cases.csv", "2020-03-01,A,", "1.3.2020,A,x");

    assertThat(lake.run("check").exit()).isZero();
  }

  @Test
  void allDistrictsWithoutAPolygonAreNamedAtOnce() {
    TinyLake lake =
        TinyLake.in(folder)
            .write(
                "map.geojson",
                "{\"features\": [{\"properties\": {\"code\": \"B\"}, \"geometry\": {\"type\": \"Polygon\","
                    + " \"coordinates\": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}}]}")
            .configure("sources:\n", "  geometry: {path: map.geojson, id: code}\nsources:\n");

    assertThat(refused(lake))
        .contains("no polygon for 2 districts: A, C.", "1 polygons, by code, such as B");
  }
}
