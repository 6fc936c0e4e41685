package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Hackney and the City of London, which some sources tell apart; one story on one lake. */
@ExtendWith(SparkExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MergedDistrictsTest {
  private static final String CONFIG =
      """
      evaluation: {id: tiny, title: Boroughs, first_day: 2020-03-01, last_day: 2020-03-09}
      districts:
        path: districts.csv
        code_system: letters
        columns: {district_id: id, district_name: name, city_id: "'ldn'", city_name: "'London'",
          population: residents}
        attributes: {income: income}
        geometry: {path: districts.geojson}
        merge: {HC: {parts: [H, C], name: Hackney and City}}
      sources:
        cases:
          path: cases/*.csv
          shape: long
          date: day
          district: district
          as_of: 2020-03-10
          measures: {new_cases: {value: n, kind: daily_count}}
        phones:
          path: phones.csv
          shape: long
          date: day
          district: district
          measures: {mobility_transit_change: {value: n, kind: index}}
        trips:
          path: trips.csv
          shape: events
          date: day
          district: district
          measures:
            mobility_activity_change: {value: "1", aggregate: count, kind: level, baseline: all}
      baselines: {all: {first_day: 2020-03-01, last_day: 2020-03-09, method: mean}}
      panel: {mobility: [mobility_transit_change], enterprise: []}
      quality: {maximum_quarantined_share: 1, missing_district: warn}
      """;

  @TempDir private static Path folder;
  private static TinyLake lake;

  @BeforeAll
  static void ingestTheLake() {
    lake =
        TinyLake.in(folder.resolve("lake"))
            .write("tiny.yaml", CONFIG)
            .write(
                "districts.csv",
                """
                id,name,residents,income
                C,City of London,10000,90
                H,Hackney,270000,30
                T,Tower Hamlets,300000,40
                W,Westminster,200000,
                """)
            .write("districts.geojson", squares("W", "C", "H", "T"))
            .write("cases/hackney.csv", "day,district,n\n2020-03-01,H,5\n2020-03-02,H,6\n")
            .write(
                "cases/others.csv",
                """
                day,district,n
                2020-03-01,C,1
                2020-03-01,T,7
                2020-03-03,HC,9
                2020-03-04,HC,9
                2020-03-04,C,2
                """)
            .write(
                "phones.csv", "day,district,n\n2020-03-01,H,80\n2020-03-01,C,24\n2020-03-01,T,70\n")
            .write(
                "trips.csv",
                "day,district\n2020-03-01,H\n2020-03-01,C\n2020-03-01,HC\n2020-03-01,T\n");
    succeeds(lake.run("ingest", "--run-id", "first"));
  }

  private static void succeeds(Cli.Answer answer) {
    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  /** A row of squares of one degree: each borders on the one before and the one after. */
  private static String squares(String... ids) {
    StringBuilder features = new StringBuilder();
    for (int i = 0; i < ids.length; i++) {
      features
          .append(i == 0 ? "" : ",")
          .append("{'type': 'Feature', 'id': '" + ids[i] + "', 'geometry': {'type': 'Polygon',")
          .append(
              "'coordinates': [[[w,50],[e,50],[e,51],[w,51],[w,50]]]}}"
                  .replace("w", String.valueOf(10 + i))
                  .replace("[e", "[" + (11 + i)));
    }
    return ("{'type': 'FeatureCollection', 'features': [" + features + "]}").replace('\'', '"');
  }

  private static List<String> kept(TinyLake of, String measure) {
    return of.sql(
            "select date, district_id, value, records, flags from silver.observation"
                + " where measure = '"
                + measure
                + "' order by 1, 2")
        .rows();
  }

  private static List<String> equation(String runId) {
    return lake.sql(
            "select observed from ops.quality_check where check = 'record equation' and run_id = '"
                + runId
                + "'")
        .rows();
  }

  @Test
  @Order(1)
  void casesOfPartsAddUpAndARowOfTheWholeStandsForItself() {
    assertThat(kept(lake, "new_cases"))
        .containsExactly(
            "2020-03-01,HC,6,2,parts_added", "2020-03-01,T,7,1,", "2020-03-03,HC,9,1,");
  }

  @Test
  @Order(2)
  void anIndexIsTheMeanWeighedByResidents() {
    // (270,000 · 80 + 10,000 · 24) / 280,000 = 21,840,000 / 280,000 = 78.
    assertThat(kept(lake, "mobility_transit_change"))
        .containsExactly("2020-03-01,HC,78,2,parts_averaged", "2020-03-01,T,70,1,");
  }

  @Test
  @Order(3)
  void anEventOfAPartHappensInTheWhole() {
    assertThat(kept(lake, "mobility_activity_change"))
        .containsExactly("2020-03-01,HC,3,3,", "2020-03-01,T,1,1,");
  }

  @Test
  @Order(4)
  void aPartAloneIsNoWholeAndAWholeBesideAPartIsRefused() {
    assertThat(lake.sql("select position, reason from ops.quarantine order by position").rows())
        .containsExactly(
            "others.csv:5 new_cases,A merged district has a value of its own and one of a part: HC",
            "others.csv:6 new_cases,A merged district has a value of its own and one of a part:"
                + " HC");
    // Cases: 7 = 4 good + 1 alone + 2 refused. Phones: 3 good. Trips: 4 good.
    assertThat(equation("first"))
        .containsExactly(
            "good 11 + missing 1 + out_of_scope 0 + quarantined 2 + deduplicated 0 = 14");
  }

  @Test
  @Order(5)
  void theOtherPartThatArrivesLaterMakesTheWholeAsAFullReadDoes() {
    lake.append("cases/others.csv", "2020-03-02,C,4");

    succeeds(lake.run("ingest", "--run-id", "second"));

    List<String> kept = kept(lake, "new_cases");
    assertThat(kept).contains("2020-03-02,HC,10,2,parts_added").hasSize(4);
    assertThat(equation("second"))
        .containsExactly(
            "good 6 + missing 0 + out_of_scope 0 + quarantined 2 + deduplicated 0 = 8");
    TinyLake full = lake.copyTo(folder.resolve("full"));
    succeeds(full.run("ingest", "--full"));
    assertThat(kept(full, "new_cases")).isEqualTo(kept);
  }

  @Test
  @Order(6)
  void theWholeHasTheirResidentsNeighboursAndUnion() {
    succeeds(lake.run("panel"));

    assertThat(
            lake.sql(
                    "select district_id, cast(population as int) from gold.dim_district"
                        + " order by 1")
                .rows())
        .containsExactly("HC,280000", "T,300000", "W,200000");
  }
}
