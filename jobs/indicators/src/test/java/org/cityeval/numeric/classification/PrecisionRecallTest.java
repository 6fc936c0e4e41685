package org.cityeval.numeric.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.cityeval.numeric.ReferenceData;
import org.junit.jupiter.api.Test;

class PrecisionRecallTest {
  @Test
  void equalsBothConventionsOnTheSameData() {
    JsonNode expected = ReferenceData.json("misc_reference.json").get("roc");
    double[] outcome = ReferenceData.column("roc_aSAH.csv", 0);
    boolean[] poor = new boolean[outcome.length];
    for (int i = 0; i < poor.length; i++) {
      poor[i] = outcome[i] == 1;
    }
    double[] score = ReferenceData.column("roc_aSAH.csv", 1);
    assertThat(PrecisionRecall.averagePrecisionStep(score, poor))
        .isCloseTo(expected.get("ap_step").asDouble(), within(1e-12));
    assertThat(PrecisionRecall.trapezoidFromFirstPrecision(score, poor))
        .isCloseTo(expected.get("aucpr_spark_convention_recomputed").asDouble(), within(1e-12));
  }

  @Test
  void equalsTheExampleInTheDocumentationOfSpark() {
    double[] score = {0.1, 0.1, 0.4, 0.6, 0.6, 0.6, 0.8};
    boolean[] event = {false, true, false, false, true, true, true};
    // 0.83392857...: (0,1) (1/4,1) (3/4,3/4) (3/4,3/5) (1,4/7).
    assertThat(PrecisionRecall.trapezoidFromFirstPrecision(score, event))
        .isCloseTo(0.25 + 0.5 * 0.875 + 0.25 * (0.6 + 4 / 7.0) / 2, within(1e-12))
        .isCloseTo(0.8339285714, within(5e-11));
    // 1/4 x 1 + 1/2 x 3/4 + 1/4 x 4/7
    assertThat(PrecisionRecall.averagePrecisionStep(score, event))
        .isCloseTo(0.625 + 1 / 7.0, within(1e-12));
  }

  @Test
  void isTheShareOfEventsWhereTheScoreSaysNothing() {
    double[] score = {1, 1, 1, 1, Double.NaN};
    boolean[] event = {true, false, false, false, true};
    assertThat(PrecisionRecall.averagePrecisionStep(score, event)).isEqualTo(0.25);
    assertThat(PrecisionRecall.trapezoidFromFirstPrecision(score, event)).isEqualTo(0.25);
  }

  @Test
  void isUndefinedWithoutAnEvent() {
    assertThat(PrecisionRecall.averagePrecisionStep(new double[] {1, 2}, new boolean[2])).isNaN();
    assertThat(PrecisionRecall.trapezoidFromFirstPrecision(new double[0], new boolean[0])).isNaN();
  }
}
