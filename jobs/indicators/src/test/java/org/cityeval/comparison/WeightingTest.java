package org.cityeval.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.cityeval.indicator.Dimension;
import org.junit.jupiter.api.Test;

class WeightingTest {
  private static final Map<String, Dimension> DIMENSIONS =
      Map.of(
          "E1", Dimension.EFFICIENCY,
          "E2", Dimension.EFFICIENCY,
          "E7", Dimension.EFFICIENCY,
          "P1", Dimension.PRECISION,
          "P7", Dimension.PRECISION,
          "V1", Dimension.PUBLIC_VALUE);

  private static final Weighting WEIGHTING =
      new Weighting(
          "public_value",
          Map.of("efficiency", 0.2, "E7", 0.0, "precision", 0.2, "P7", 0.2, "public_value", 0.4));

  @Test
  void aDimensionIsSharedByThoseWithoutAWeightOfTheirOwn() {
    Map<String, Double> weights =
        WEIGHTING.among(List.of("E1", "E2", "E7", "P1", "P7", "V1"), DIMENSIONS);

    assertThat(weights).containsOnlyKeys("E1", "E2", "P1", "P7", "V1");
    assertThat(weights.get("E1")).isCloseTo(0.1, within(1e-12));
    assertThat(weights.get("P1")).isCloseTo(0.2, within(1e-12));
    assertThat(weights.get("P7")).isCloseTo(0.2, within(1e-12));
    assertThat(weights.get("V1")).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void whatALakeLacksTakesNoWeightFromItsDimension() {
    Map<String, Double> weights = WEIGHTING.among(List.of("E1", "P1", "V1"), DIMENSIONS);

    assertThat(weights.get("E1")).isCloseTo(0.2 / 0.8, within(1e-12));
    assertThat(weights.get("P1")).isCloseTo(0.2 / 0.8, within(1e-12));
    assertThat(weights.get("V1")).isCloseTo(0.4 / 0.8, within(1e-12));
  }

  @Test
  void onlyProportionsMatter() {
    Weighting tenfold = new Weighting("other", Map.of("efficiency", 2.0, "precision", 6.0));
    Weighting plain = new Weighting("other", Map.of("efficiency", 0.2, "precision", 0.6));

    assertThat(tenfold.among(List.of("E1", "P1"), DIMENSIONS).get("P1"))
        .isCloseTo(plain.among(List.of("E1", "P1"), DIMENSIONS).get("P1"), within(1e-12));
  }

  @Test
  void nothingScoredIsNothingWeighed() {
    assertThat(WEIGHTING.among(List.of("E7"), DIMENSIONS)).isEmpty();
  }

  @Test
  void refusesANegativeWeight() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Weighting("w", Map.of("E4", -1.0)))
        .withMessageContaining("E4");
  }
}
