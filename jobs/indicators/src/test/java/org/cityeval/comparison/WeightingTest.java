package org.cityeval.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightingTest {
  @Test
  void anIndicatorThatIsNotNamedHasNoWeight() {
    Weighting weighting = new Weighting("efficiency", Map.of("E4", 2.0));

    assertThat(weighting.of("E4")).isEqualTo(2);
    assertThat(weighting.of("E5")).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatIsNoWeight(double weight) {
    assertThatThrownBy(() -> new Weighting("odd", Map.of("E4", weight)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("odd")
        .hasMessageContaining("E4");
  }

  @Test
  void doesNotFollowLaterChangesOfTheMap() {
    Map<String, Double> weights = new HashMap<>(Map.of("E4", 2.0));
    Weighting weighting = new Weighting("efficiency", weights);
    weights.put("E4", 9.0);

    assertThat(weighting.of("E4")).isEqualTo(2);
  }
}
