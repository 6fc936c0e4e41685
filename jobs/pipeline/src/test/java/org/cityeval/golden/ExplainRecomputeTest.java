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
    "P7, R3",
    "P7, riverton",
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

  @Test
  void whyThereIsNoValueIsSaid() {
    JsonNode json = explain("E3", "R4").json();

    assertThat(json.get("value").isNull()).isTrue();
    assertThat(json.get("status").asText()).isEqualTo("insufficient");
    assertThat(json.get("reason").asText()).contains("fewer than 11 cases");
    assertThat(json.get("inputs")).hasSize(120);
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
    return Explained.parse(
        Commands.out(
            "explain",
            indicator,
            subject,
            "--warehouse",
            Riverton.warehouse(),
            "--format",
            "json"));
  }
}
