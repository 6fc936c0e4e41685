package org.cityeval.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The committed evaluation of New York's 311: requests, and no measure beside them. */
@Tag("slow")
@ExtendWith(SparkExtension.class)
class RequestsAloneTest {
  @TempDir private static Path warehouse;

  @BeforeAll
  static void evaluateTheRegister() {
    for (String command : List.of("ingest", "panel", "evaluate")) {
      Cli.Answer answer =
          Cli.plain()
              .run(command, "--config", "../../conf/nyc.yaml", "--warehouse", warehouse.toString());
      assertThat(answer.exit()).as(answer.err()).isZero();
    }
  }

  private static List<String> values(String columns, String indicators) {
    return Cli.plain()
        .run(
            "sql",
            "select "
                + columns
                + " from gold.indicator_value where indicator_id in ("
                + indicators
                + ") order by level desc, district_id",
            "--warehouse",
            warehouse.toString(),
            "--format",
            "csv")
        .rows();
  }

  @Test
  void isEvaluatedAsOfTheDayOfItsLastRequest() {
    assertThat(values("distinct as_of, period_id, level, district_id", "'S1'"))
        .hasSize(6)
        .allMatch(row -> row.startsWith("2018-10-22,span,"));
  }

  @Test
  void tellsHowVariouslyEachBoroughWasAnswered() {
    // exp of the entropy of the agencies' shares, by Python over the same file.
    assertThat(values("district_id, status, round(value, 9), n", "'S1'"))
        .containsExactly(
            "Bronx,ok,3.413365109,56",
            "Brooklyn,ok,6.464358743,73",
            "Manhattan,ok,6.898236474,64",
            "Queens,ok,5.674355687,53",
            "Staten Island,insufficient,,8",
            "nyc,ok,6.175127891,254");
  }

  @Test
  void handlingTimesCountTheRequestsThatAreStillOpen() {
    // Kaplan-Meier in exact fractions, by Python over the same file: those still open were so until
    // 02:18 of the second morning, the last time the file tells of. By then half were closed in
    // two.
    assertThat(values("district_id, status, round(value, 9), n", "'F2'"))
        .containsExactly(
            "Bronx,ok,11.7,56",
            "Brooklyn,censored,,73",
            "Manhattan,censored,,64",
            "Queens,ok,17.183333333,53",
            "Staten Island,insufficient,,8",
            "nyc,censored,,254");
  }

  @Test
  void whatTheRegisterDoesNotTellIsMissing() {
    assertThat(values("distinct level, district_id, status, reason", "'D3'"))
        .hasSize(6)
        .allMatch(
            row ->
                row.endsWith(",missing_input,the register does not tell the level that answered"));
    assertThat(values("distinct level, district_id, status, reason", "'F1', 'F3'"))
        .hasSize(6)
        .allMatch(
            row ->
                row.endsWith(
                    ",missing_input,the register does not tell how often requests were handed on"));
    assertThat(values("distinct level, district_id, status, reason", "'S2'"))
        .hasSize(6)
        .allMatch(
            row ->
                row.endsWith(
                    ",missing_input,the register does not tell which agencies requests passed"
                        + " through"));
  }
}
