package org.cityeval.requests;

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

/** Told as one story: a register that is delivered day by day. */
@ExtendWith(SparkExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangingRegisterTest {
  private static final String HOTLINE =
      """
      requests:
        hotline:
          path: hotline
          request_id: id
          opened: opened
          closed: closed
          district: district
          as_of: to_date(regexp_extract(_path, '([0-9-]{10}).csv', 1))
      panel:
      """;
  private static final String HEADING = "id,opened,closed,district\n";

  @TempDir private static Path folder;
  private static TinyLake lake;

  @BeforeAll
  static void ingestTheFirstDay() {
    lake =
        TinyLake.in(folder)
            .write(
                "hotline/2020-03-01.csv",
                HEADING + "1,2020-03-01T08:00,2020-03-01T09:00,A\n2,2020-03-01T08:00,,B\n")
            .configure("panel:\n", HOTLINE);
    succeeds("first");
    assertThat(recordsRead("first")).isEqualTo("362");
  }

  private static void succeeds(String run) {
    Cli.Answer answer = lake.run("ingest", "--run-id", run);
    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  private static String recordsRead(String run) {
    return lake.sql("select rows_in from ops.run where run_id = '" + run + "'").rows().get(0);
  }

  private static List<String> requests() {
    return lake.sql(
            "select request_id, district_id, closed, as_of from silver.service_request"
                + " order by request_id")
        .rows();
  }

  @Test
  @Order(1)
  void whatDidNotChangeIsNotRead() {
    succeeds("idle");

    assertThat(recordsRead("idle")).isEqualTo("0");
    assertThat(requests())
        .containsExactly("1,A,2020-03-01T09:00:00Z,2020-03-01", "2,B,,2020-03-01");
  }

  @Test
  @Order(2)
  void aLaterPublicationTellsHowARequestStands() {
    lake.write(
        "hotline/2020-03-02.csv",
        HEADING + "2,2020-03-01T08:00,2020-03-02T10:00,B\n3,2020-03-02T08:00,,\n");
    succeeds("second");

    // The register alone is read, but all of it.
    assertThat(recordsRead("second")).isEqualTo("4");
    assertThat(requests())
        .containsExactly(
            "1,A,2020-03-01T09:00:00Z,2020-03-01",
            "2,B,2020-03-02T10:00:00Z,2020-03-02",
            "3,,,2020-03-02");
    assertThat(
            lake.sql(
                    "select observed from ops.quality_check"
                        + " where run_id = 'second' and check = 'record equation'")
                .out())
        .contains("good 3 + missing 0 + out_of_scope 1 + quarantined 0 + deduplicated 0 = 4");
  }

  @Test
  @Order(3)
  void theVersionOfARegisterNamesWhatWasPublishedOnADay() {
    assertThat(
            lake.sql(
                    "select count(distinct source_version), min(length(source_version))"
                        + " from silver.service_request")
                .rows())
        .containsExactly("2,16");
  }

  @Test
  @Order(4)
  void theGateOfTheQuarantinedShareHolds() {
    List<String> before = requests();
    lake.write("hotline/2020-03-03.csv", HEADING + "4,soon,,A\n5,soon,,A\n");

    Cli.Answer answer = lake.run("ingest", "--run-id", "spoilt");

    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.err()).contains("quarantined share of tiny/hotline", "2 of 6 records");
    assertThat(requests()).isEqualTo(before);
    lake.remove("hotline/2020-03-03.csv");
    succeeds("mended");
    assertThat(requests()).isEqualTo(before);
  }

  @Test
  @Order(5)
  void requeueSaysThatItMendsNoRequests() {
    lake.write(
        "mends.json",
        "{\"source_id\": \"tiny/hotline\", \"position\": \"2020-03-03.csv:2\", \"record\": null}");

    Cli.Answer answer = lake.run("requeue", "--mended", lake.file("mends.json").toString());

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("requests.hotline", "Mend the request in its file");
  }

  @Test
  @Order(6)
  void aFileThatIsGoneErasesNothingUnlessItIsMeant() {
    List<String> before = requests();
    String text = lake.text("hotline/2020-03-01.csv");
    lake.remove("hotline/2020-03-01.csv");

    Cli.Answer answer = lake.run("ingest");

    assertThat(answer.exit()).isEqualTo(4);
    assertThat(answer.err()).contains("requests.hotline", "2020-03-01.csv", "--full");
    assertThat(requests()).isEqualTo(before);
    lake.write("hotline/2020-03-01.csv", text);
    succeeds("back");
    assertThat(requests()).isEqualTo(before);
  }

  @Test
  @Order(7)
  void anEmptyRegisterErasesNothing() {
    List<String> before = requests();
    lake.write("hotline/2020-03-01.csv", HEADING).write("hotline/2020-03-02.csv", HEADING);

    Cli.Answer answer = lake.run("ingest");

    assertThat(answer.exit()).isEqualTo(4);
    assertThat(answer.err()).contains("requests.hotline: not one usable record");
    assertThat(requests()).isEqualTo(before);
  }
}
