package org.cityeval.numeric.epidemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.cityeval.numeric.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerialIntervalTest {
  @ParameterizedTest
  @ValueSource(strings = {"Flu1918", "SARS2003", "Flu2009"})
  void equalsTheDiscreteIntervalOfEpiEstim(String dataSet) {
    JsonNode input = ReferenceData.json("rt_inputs.json").get(dataSet);
    double[] expected = ReferenceData.array(input.get("si"));
    double[] actual =
        SerialInterval.shiftedGamma(
            input.get("mean_si").asDouble(), input.get("sd_si").asDouble(), expected.length - 1);
    // The formula cancels: what is left has about 15 digits of one, not of itself.
    assertThat(actual).containsExactly(expected, within(1e-13));
  }

  @ParameterizedTest
  @CsvSource({"4.7, 2.9", "2.6, 1.5", "8.4, 3.8", "1.5, 3"})
  void isADistributionWithTheMeanAskedFor(double mean, double sd) {
    double[] probability = SerialInterval.shiftedGamma(mean, sd, 400);
    assertThat(probability[0]).isZero();
    assertThat(Arrays.stream(probability).min().getAsDouble()).isNotNegative();
    assertThat(Arrays.stream(probability).sum()).isCloseTo(1, within(1e-9));
    assertThat(SerialInterval.mean(probability)).isCloseTo(mean, within(1e-6));
  }

  @Test
  void refusesAMeanOfOneDayOrLess() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SerialInterval.shiftedGamma(1, 1, 10))
        .withMessageContaining("above 1 day");
  }
}
