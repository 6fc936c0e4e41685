package org.cityeval.cli;

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

/** Records that were refused come back mended; told as one story on one lake. */
@ExtendWith(SparkExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RequeueTest {
  private static final String MENDS =
      """
      {"source_id": "tiny/cases", "position": "cases.csv:122 new_cases", "note": "typing error",
       "record": {"day": "2020-04-10", "district": "A", "new_cases": "7"}}
      {"source_id": "tiny/cases", "position": "cases.csv:123 new_cases", "note": "wrong twin",
       "record": null}
      {"source_id": "tiny/mobility", "record": {"district": "B", "_date": "2020-03-04",
       "_heading": "2020-03-04", "value": "99"}, "note": "from the paper form",
       "position": "mobility.csv:3:2020-03-04 mobility_distance_change"}
      """;

  @TempDir private static Path folder;
  private static TinyLake lake;

  @BeforeAll
  static void ingestTheLake() {
    lake = TinyLake.in(folder);
    lake.configure("draws: 200", "draws: 200\nquality: {maximum_quarantined_share: 0.2}");
    // Lines 2 to 41 are A's; 2020-03-02 of B stands in line 43.
    lake.append("cases.csv", "2020-04-10,A,seven", "2020-03-02,B,999");
    lake.change("mobility.csv", "\nB,98,99,100,98,", "\nB,98,99,100,n/a,");
    succeeds(lake.run("ingest", "--run-id", "spoilt"));
    assertThat(refused())
        .containsExactly(
            "cases.csv:122 new_cases,unparsable_number",
            "cases.csv:123 new_cases,conflicting_duplicate",
            "cases.csv:43 new_cases,conflicting_duplicate",
            "mobility.csv:3:2020-03-04 mobility_distance_change,unparsable_number");
  }

  private static void succeeds(Cli.Answer answer) {
    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  private static List<String> refused() {
    return lake.sql("select position, reason_code from ops.quarantine order by position").rows();
  }

  private static List<String> value(String district, String date, String measure) {
    return lake.sql(
            "select value, coalesce(flags, '-') from silver.observation where district_id = '"
                + district
                + "' and date = '"
                + date
                + "' and measure = '"
                + measure
                + "'")
        .rows();
  }

  @Test
  @Order(1)
  void aMendOfNoRefusedRecordIsRefused() {
    lake.write(
        "wrong.json",
        "{\"source_id\": \"tiny/cases\", \"position\": \"cases.csv:9 x\", \"record\": null}");

    Cli.Answer answer = lake.run("requeue", "--mended", lake.file("wrong.json").toString());

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("cases.csv:9 x", "ops.quarantine");
  }

  @Test
  @Order(2)
  void whatIsNoMendIsRefusedWithItsPlace() {
    lake.write("broken.json", "{\"source_id\": \"tiny/cases\",\n \"position\" 3}");

    Cli.Answer answer = lake.run("requeue", "--mended", lake.file("broken.json").toString());

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("broken.json", "line 2");
  }

  @Test
  @Order(3)
  void mendedRecordsBecomeObservationsAndWithdrawnOnesGoOutOfScope() {
    lake.write("mends.json", MENDS);
    succeeds(
        lake.run("requeue", "--mended", lake.file("mends.json").toString(), "--run-id", "mended"));

    assertThat(refused()).isEmpty();
    assertThat(value("A", "2020-04-10", "new_cases")).containsExactly("7,mended");
    assertThat(value("B", "2020-03-02", "new_cases")).containsExactly("0,-");
    assertThat(value("B", "2020-03-04", "mobility_distance_change")).containsExactly("99,mended");
    // 122 records of cases and 120 of mobility; the file of enterprises is not read.
    assertThat(
            lake.sql(
                    "select observed, expected from ops.quality_check"
                        + " where check = 'record equation' and run_id = 'mended'")
                .rows())
        .containsExactly(
            "good 241 + missing 0 + out_of_scope 1 + quarantined 0 + deduplicated 0 = 242,in 242");
  }

  @Test
  @Order(4)
  void aMendStaysInForceWhenTheLakeIsReadAgain() {
    succeeds(lake.run("ingest", "--full"));

    assertThat(refused()).isEmpty();
    assertThat(value("A", "2020-04-10", "new_cases")).containsExactly("7,mended");
  }

  @Test
  @Order(5)
  void theLakeIsBelievedOnceItSaysSomethingElse() {
    lake.change("cases.csv", "2020-04-10,A,seven", "2020-04-10,A,8");
    succeeds(lake.run("ingest", "--full"));

    assertThat(value("A", "2020-04-10", "new_cases")).containsExactly("8,-");
  }
}
