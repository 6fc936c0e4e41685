package org.cityeval.indicator.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
  @Test
  void laysDistrictsOutOverTheDaysThatAnyOfThemHas() {
    Sample sample =
        Sample.of(List.of(days(102, -0.1, -0.2), days(100, -0.3)), List.of(1.0, 1.0), -0.2);

    assertThat(sample.days()).isEqualTo(4);
    assertThat(sample.districts().get(0).mobility())
        .containsExactly(Double.NaN, Double.NaN, -0.1, -0.2);
    assertThat(sample.districts().get(1).mobility())
        .containsExactly(-0.3, Double.NaN, Double.NaN, Double.NaN);
  }

  @Test
  void aTraceHoldsAllOfADistrict() {
    RestrictionDays days =
        new RestrictionDays(
            18_000, new double[] {-0.1, -0.2}, level(1, 2), level(3, 4), level(5, Double.NaN));

    RestrictionDays read = RestrictionDays.fromTrace(days.toTrace());

    assertThat(read.firstDay()).isEqualTo(18_000);
    assertThat(read.mobility()).containsExactly(-0.1, -0.2);
    assertThat(read.own()).containsExactly(1, 2);
    assertThat(read.neighbours()).containsExactly(3, 4);
    assertThat(read.city()).containsExactly(5, Double.NaN);
  }

  private static RestrictionDays days(long firstDay, double... mobility) {
    double[] risk = new double[mobility.length];
    return new RestrictionDays(firstDay, mobility, risk, risk, risk);
  }

  private static double[] level(double... level) {
    return level;
  }
}
