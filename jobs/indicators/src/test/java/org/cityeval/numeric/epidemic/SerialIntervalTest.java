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
        SerialInterval.shiftedGamma(input.get("mean_si").asDouble(), input.get("sd_si").asDouble());
    // The formula cancels: what is left has about 15 digits of one, not of itself.
    // EpiEstim cuts at day 30, and does not rescale.
    assertThat(Arrays.copyOf(actual, expected.length)).containsExactly(expected, within(1e-13));
  }

  @ParameterizedTest
  @CsvSource({
    "4.7, 2.9",
    "2.6, 1.5",
    "8.4, 3.8",
    "1.5, 3",
    "30, 10",
    "100, 100",
    "2, 10",
    "100, 0.1",
    "5, 0.1"
  })
  void isADistributionWithTheMeanAskedFor(double mean, double sd) {
    double[] probability = SerialInterval.shiftedGamma(mean, sd);
    assertThat(probability[0]).isZero();
    assertThat(Arrays.stream(probability).min().getAsDouble()).isNotNegative();
    assertThat(Arrays.stream(probability).sum()).isCloseTo(1, within(1e-14));
    assertThat(SerialInterval.mean(probability)).isCloseTo(mean, within(1e-10));
  }

  @ParameterizedTest
  @CsvSource({
    "30, 10, 10, 0.002275079415825476",
    "30, 10, 29, 0.04067309121780644",
    "30, 10, 45, 0.01120570167320746",
    "30, 10, 60, 0.001272892300014666",
    "100, 100, 2, 0.01064437052999996",
    "100, 100, 100, 0.003673070403898736",
    "2, 10, 1, 0.9508857180865052",
    "2, 10, 40, 0.0001729861541421571"
  })
  void equalsTheIntegralThatDefinesIt(double mean, double sd, int day, double expected) {
    // mpmath, 40 digits: mean of 1 - |interval - day| where above 0, of a gamma moved by one day.
    assertThat(SerialInterval.shiftedGamma(mean, sd)[day]).isCloseTo(expected, within(1e-13));
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 1",
    "5, NaN",
    "1, 1",
    "0.5, 1",
    "100.5, 10",
    "5, 0",
    "5, -1",
    "5, 0.05",
    "5, 101",
    "1e308, 1",
    "5, Infinity",
    "1.001, 100"
  })
  void refusesWhatIsNoSerialInterval(double mean, double sd) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SerialInterval.shiftedGamma(mean, sd))
        .withMessageContaining("mean")
        .withMessageContaining("sd");
  }

  @Test
  void refusesAMeanOfOneDayOrLess() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SerialInterval.shiftedGamma(1, 1))
        .withMessageContaining("above 1 day");
  }
}
