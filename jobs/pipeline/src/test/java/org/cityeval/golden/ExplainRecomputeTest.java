package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An explanation holds enough to redo the value without us. */
@ExtendWith(SparkExtension.class)
class ExplainRecomputeTest {
  @ParameterizedTest
  @CsvSource({
    "E1, R1",
    "E1, riverton",
    "E2, R3",
    "E2, riverton",
    "E3, R1",
    "E3, R2",
    "E3, riverton",
    "E4, R1",
    "E4, R5",
    "E4, riverton",
    "E5, R1",
    "E5, riverton",
    "E6, R2",
    "E6, riverton",
    "P1, R1",
    "P1, R3",
    "P1, riverton",
    "P2, R2",
    "P2, riverton",
    "P3, R5",
    "P3, riverton",
    "P4, riverton",
    "P5, riverton",
    "P6, riverton",
    "P7, R3",
    "P7, riverton",
    "D1, riverton",
    "D2, riverton",
    "D3, R1",
    "F1, riverton",
    "F2, R1",
    "F3, R5",
    "S1, riverton",
    "S2, R2",
    "S3, riverton",
    "S4, riverton",
    "V1, R5",
    "V1, riverton",
    "V2, R2",
    "V2, riverton",
  })
  void aValueCanBeRedoneFromItsExplanation(String indicator, String subject) {
    Explained explained = explain(indicator, subject);

    assertThat(explained.json().get("status").asText()).isEqualTo("ok");
    double again = Recomputation.of(indicator, explained);
    assertThat(explained.value()).isCloseTo(again, within(1e-9 * Math.max(1, Math.abs(again))));
  }

  /** What was known on the first day of a period was known on the day before it. */
  @ParameterizedTest
  @CsvSource({
    "P1, R1",
    "P2, R1",
    "P3, R1",
    "P7, R3",
    "P4, riverton",
    "P6, riverton",
    "D2, riverton",
  })
  void soCanAValueOfAPeriodWithinTheSpan(String indicator, String subject) {
    Explained explained = explain(indicator, subject, "reopening");

    assertThat(explained.inputs().iterator().next().get("date").asText()).isEqualTo("2020-02-29");
    assertThat(explained.json().get("status").asText()).isEqualTo("ok");
    double again = Recomputation.of(indicator, explained);
    assertThat(explained.value()).isCloseTo(again, within(1e-9 * Math.max(1, Math.abs(again))));
  }

  @Test
  void whyThereIsNoValueIsSaid() {
    JsonNode json = explain("E3", "R4").json();

    assertThat(json.get("value").isNull()).isTrue();
    assertThat(json.get("status").asText()).isEqualTo("insufficient");
    assertThat(json.get("reason").asText()).contains("fewer than 11 cases");
    assertThat(json.get("inputs")).hasSize(120);
  }

  @Test
  void aValueOfRequestsIsExplainedByTheRequests() {
    // By hand, from data-samples/riverton/README.md: of ten in the district four are closed by the
    // street in 12 hours, two each by health in 24, commerce in 36 and the city; one of the city's
    // in 72, the other open for as long when the register ends.
    JsonNode json = explain("F2", "R1").json();

    assertThat(json.get("input_table").asText()).isEqualTo("silver.service_request");
    assertThat(json.get("inputs_left_out").asInt()).isZero();
    assertThat(json.get("inputs"))
        .extracting(
            row ->
                row.get("agencies").asText()
                    + (row.get("is_closed").booleanValue() ? " closed " : " open ")
                    + row.get("hours_from").asText()
                    + " "
                    + row.get("requests").asText())
        .containsExactly(
            "street closed 12.0 4",
            "street>health closed 24.0 2",
            "street>commerce closed 36.0 2",
            "street>city open 72.0 1",
            "street>city closed 72.0 1");
  }

  @Test
  void onlyRequestsOpenedInThePeriodCount() {
    JsonNode json = explain("F1", "R1", "reopening").json();

    assertThat(json.get("status").asText()).isEqualTo("missing_input");
    assertThat(json.get("inputs")).isEmpty();
  }

  @Test
  void theDaysOfTheOneThatIsAskedAboutComeFirst() {
    JsonNode district = explain("E2", "R3").json().get("inputs");
    JsonNode city = explain("E2", "riverton").json().get("inputs");

    // 120 days of five districts, and of the city, which is judged by its own.
    assertThat(district).hasSize(600);
    assertThat(district.get(0).get("district_id").asText()).isEqualTo("R3");
    assertThat(city).hasSize(720);
    assertThat(city.get(0).get("district_id").asText()).isEqualTo("riverton");
  }

  @Test
  void daysBeforeThePeriodAreShownWhereTheyAreRead() {
    // 2020-01-21 to 2020-02-29; the response is looked for in up to 28 days before, of which the
    // span has 20.
    JsonNode inputs = explain("E1", "R1", "first_wave").json().get("inputs");

    assertThat(inputs.get(0).get("date").asText()).isEqualTo("2019-12-24");
    assertThat(inputs).hasSize(5 * (28 + 40));
  }

  @Test
  void whatItWasMadeFromIsNamed() {
    JsonNode json = explain("E4", "R1").json();

    for (String version : new String[] {"source_versions", "table_versions"}) {
      assertThat(json.get(version)).as(version).isNotEmpty();
    }
    for (String fact :
        new String[] {
          "formula", "definition", "config_hash", "code_version", "input_hash", "seed"
        }) {
      assertThat(json.get(fact).asText()).as(fact).isNotBlank();
    }
  }

  private static Explained explain(String indicator, String subject) {
    return explain(indicator, subject, "span");
  }

  private static Explained explain(String indicator, String subject, String period) {
    return Explained.parse(
        Commands.out(
            "explain",
            indicator,
            subject,
            "--period",
            period,
            "--warehouse",
            Riverton.warehouse(),
            "--format",
            "json"));
  }
}
