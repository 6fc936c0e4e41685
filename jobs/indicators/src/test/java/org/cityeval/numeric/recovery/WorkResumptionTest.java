package org.cityeval.numeric.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.cityeval.numeric.ReferenceData;
import org.junit.jupiter.api.Test;

class WorkResumptionTest {
  @Test
  void equalsThePublishedIndexOfZhejiang() {
    JsonNode cases = ReferenceData.json("work_resumption_electricity_index.json").get("cases");
    assertThat(cases).hasSize(2);
    for (JsonNode day : cases) {
      double index =
          WorkResumption.index(
              day.get("resumption_rate").asDouble(), day.get("production_rate").asDouble());
      // Published to two decimals.
      assertThat(index).isCloseTo(day.get("index").asDouble(), within(0.005 + 1e-12));
    }
  }

  @Test
  void isUnknownWhereEitherRateIs() {
    assertThat(WorkResumption.index(Double.NaN, 50)).isNaN();
    assertThat(WorkResumption.index(50, Double.NaN)).isNaN();
  }
}
