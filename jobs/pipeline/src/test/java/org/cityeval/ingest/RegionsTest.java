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

/** Orders of a region that two of three districts lie in; told as one story on one lake. */
@ExtendWith(SparkExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegionsTest {
  private static final String ORDERS =
      """
        orders:
          path: orders.csv
          shape: long
          date: day
          district: part
          region: part
          as_of: 2020-04-10
          contract:
            exclusions:
              - {districts: [North], from: 2020-04-01, to: 2020-04-01, reason: a draft, owner: us}
          measures:
            policy_grade: {value: grade, kind: grade, range: [0, 4]}
      """;

  @TempDir private static Path folder;
  private static TinyLake lake;

  @BeforeAll
  static void ingestTheLake() {
    lake =
        TinyLake.in(folder.resolve("lake"))
            .configure("population: residents", "population: residents\n    regions: {part: part}")
            .configure("  mobility:\n    path", ORDERS + "  mobility:\n    path")
            .configure("draws: 200", "draws: 200\nquality: {maximum_quarantined_share: 0.5}")
            .write(
                "districts.csv",
                """
                id,name,city,residents,part
                A,Alder,tiny,100000,North
                B,Birch,tiny,200000,North
                C,Cedar,tiny,300000,
                """)
            .write(
                "orders.csv",
                """
                day,part,grade
                2020-03-02,North,1
                2020-03-10,North,4
                2020-03-10,North,2
                2020-03-20,Nroth,3
                2020-03-25,North,2
                2020-03-25,North,2
                2020-04-01,North,0
                2020-04-05,South,3
                """);
    succeeds(lake.run("ingest", "--run-id", "first"));
  }

  private static void succeeds(Cli.Answer answer) {
    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  private static List<String> kept() {
    return lake.sql(
            "select date, district_id, city_id, value, flags from silver.observation"
                + " where measure = 'policy_grade' order by 1, 2")
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
  void whatIsSaidOfARegionHoldsInEachOfItsDistricts() {
    assertThat(kept())
        .containsExactly(
            "2020-03-02,A,tiny,1,region_part",
            "2020-03-02,B,tiny,1,region_part",
            "2020-03-25,A,tiny,2,region_part",
            "2020-03-25,B,tiny,2,region_part");
  }

  @Test
  @Order(2)
  void aRowIsOneRecordWhateverTheNumberOfDistricts() {
    // 360 of the other sources. Orders: 8 = 2 good + 1 excluded + 4 refused + 1 deduplicated.
    assertThat(equation("first"))
        .containsExactly(
            "good 362 + missing 0 + out_of_scope 1 + quarantined 4 + deduplicated 1 = 368");
    assertThat(
            lake.sql(
                    "select observed from ops.quality_check"
                        + " where check = 'quarantined share of tiny/orders'")
                .out())
        .contains("(4 of 8 records)");
    assertThat(lake.sql("select rows_in from ops.run where run_id = 'first'").rows())
        .contains("368");
  }

  @Test
  @Order(3)
  void aRegionWithoutADistrictIsRefusedWithTheNearestSpelling() {
    assertThat(lake.sql("select position, reason from ops.quarantine order by position").rows())
        .containsExactly(
            "orders.csv:3 policy_grade,Another record gives another value for the same district"
                + " and day: 2.0 to 4.0 in 2 records",
            "orders.csv:4 policy_grade,Another record gives another value for the same district"
                + " and day: 2.0 to 4.0 in 2 records",
            "orders.csv:5 policy_grade,No district of the list lies in the region: Nroth (nearest:"
                + " North)",
            "orders.csv:9 policy_grade,No district of the list lies in the region: South");
  }

  @Test
  @Order(4)
  void anExclusionNamesTheRegion() {
    assertThat(
            lake.sql(
                    "select district_id, observed from ops.quality_check where outcome = 'excluded'")
                .rows())
        .containsExactly("North,1 records from 2020-04-01 to 2020-04-01");
  }

  @Test
  @Order(5)
  void aRefusedRecordCountsAgainstEachOfItsDistricts() {
    TinyLake strict =
        lake.copyTo(folder.resolve("strict"))
            .configure("_share: 0.5", "_share: 0.5, maximum_quarantined_share_per_district: 0.3");

    Cli.Answer answer = strict.run("ingest", "--full", "--run-id", "strict");

    // North: 2 of 6 records contradict each other; South and Nroth are no districts.
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(
            strict
                .sql(
                    "select district_id, observed from ops.quality_check where run_id = 'strict'"
                        + " and district_id is not null and outcome = 'failed' order by 1")
                .rows())
        .containsExactly("A,0.3333 (2 of 6 records)", "B,0.3333 (2 of 6 records)");
  }

  @Test
  @Order(6)
  void aMendedRecordHoldsInEachOfItsDistrictsToo() {
    lake.write(
        "mends.json",
        """
        {"source_id": "tiny/orders", "position": "orders.csv:4 policy_grade", "record": null,
         "note": "repealed the same day"}
        {"source_id": "tiny/orders", "position": "orders.csv:5 policy_grade",
         "record": {"day": "2020-03-20", "part": "North", "grade": "3"}, "note": "typing error"}
        """);

    succeeds(
        lake.run("requeue", "--mended", lake.file("mends.json").toString(), "--run-id", "mended"));

    assertThat(kept())
        .contains(
            "2020-03-10,A,tiny,4,region_part",
            "2020-03-10,B,tiny,4,region_part",
            "2020-03-20,A,tiny,3,\"region_part,mended\"",
            "2020-03-20,B,tiny,3,\"region_part,mended\"")
        .hasSize(8);
    assertThat(equation("mended"))
        .containsExactly(
            "good 4 + missing 0 + out_of_scope 2 + quarantined 1 + deduplicated 1 = 8");
  }

  @Test
  @Order(7)
  void anOrderIsInForceUntilTheNextInTheDistrictsOfTheRegionAlone() {
    succeeds(lake.run("panel"));

    assertThat(
            lake.sql(
                    "select district_id, policy_grade, count(*), min(date), max(date)"
                        + " from silver.district_day where level = 'district'"
                        + " and date between '2020-03-01' and '2020-04-09'"
                        + " group by 1, 2 order by 1, 4")
                .rows())
        .containsExactly(
            "A,,1,2020-03-01,2020-03-01",
            "A,1,8,2020-03-02,2020-03-09",
            "A,4,10,2020-03-10,2020-03-19",
            "A,3,5,2020-03-20,2020-03-24",
            "A,2,16,2020-03-25,2020-04-09",
            "B,,1,2020-03-01,2020-03-01",
            "B,1,8,2020-03-02,2020-03-09",
            "B,4,10,2020-03-10,2020-03-19",
            "B,3,5,2020-03-20,2020-03-24",
            "B,2,16,2020-03-25,2020-04-09",
            "C,,40,2020-03-01,2020-04-09");
  }
}
