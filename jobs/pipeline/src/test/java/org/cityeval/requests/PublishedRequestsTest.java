package org.cityeval.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A register that comes two days after the measures and tells paths, not hand-offs. */
@ExtendWith(SparkExtension.class)
class PublishedRequestsTest {
  private static final String HOTLINE =
      """
      requests:
        hotline:
          path: hotline.csv
          request_id: id
          opened: opened
          closed: closed
          agencies: agencies
          district: district
          as_of: 2020-04-12
          time_zone: Asia/Shanghai
      panel:
      """;

  @TempDir private static Path folder;
  private static TinyLake lake;

  /** Of twelve, six were closed after 2 hours and four after 5; two were still open then. */
  @BeforeAll
  static void publish() {
    StringBuilder text = new StringBuilder("id,opened,closed,agencies,district\n");
    for (int id = 1; id <= 12; id++) {
      text.append(id).append(",2020-03-01T08:00,");
      text.append(id <= 6 ? "2020-03-01T10:00,street" : "");
      text.append(id > 6 && id <= 10 ? "2020-03-01T13:00,street>health" : "");
      text.append(id > 10 ? ",street>health>city" : "").append(",A\n");
    }
    lake = TinyLake.in(folder).write("hotline.csv", text.toString()).configure("panel:\n", HOTLINE);
    succeeds("run");
  }

  private static void succeeds(String command) {
    Cli.Answer answer = lake.run(command);
    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  @Test
  void whatIsPublishedLastSetsTheVintage() {
    assertThat(lake.sql("select as_of, is_current from gold.publication").rows())
        .containsExactly("2020-04-12,true");
  }

  @Test
  void handOffsAreTheStepsOfThePath() {
    // (6·0 + 4·1 + 2·2) / 12; six of twelve were closed by who they reached first.
    assertThat(value("F1")).containsExactly("ok,0.666666667,12");
    assertThat(value("F3")).containsExactly("ok,0.5,12");
  }

  @Test
  void openRequestsAreFollowedToTheLastInstantThatTheRegisterTellsOf() {
    // Half are open from 2 hours on, fewer from 5 on.
    assertThat(value("F2")).containsExactly("ok,3.5,12");
  }

  @Test
  void anExplanationShowsWhatWasEvaluatedAlsoAfterALaterIngest() {
    List<String> before = explained();
    assertThat(before)
        .containsExactly(
            "street,,0,true,2,2,6",
            "street>health,,1,true,5,5,4",
            "street>health>city,,2,false,5,5,2");

    lake.change("hotline.csv", "2020-03-01T13:00", "2020-03-01T09:00");
    succeeds("ingest");

    assertThat(
            lake.sql("select count(*) from silver.service_request where hour(closed) = 1").rows())
        .containsExactly("4");
    assertThat(explained()).isEqualTo(before);
  }

  private static List<String> value(String indicator) {
    return lake.sql(
            "select status, round(value, 9), n from current.indicator_value"
                + " where district_id = 'A' and period_id = 'span' and indicator_id = '"
                + indicator
                + "'")
        .rows();
  }

  private static List<String> explained() {
    Cli.Answer answer =
        Cli.plain()
            .run(
                "explain",
                "F2",
                "A",
                "--warehouse",
                lake.warehouse().toString(),
                "--format",
                "csv");
    assertThat(answer.exit()).as(answer.err()).isZero();
    return answer.rows();
  }
}
