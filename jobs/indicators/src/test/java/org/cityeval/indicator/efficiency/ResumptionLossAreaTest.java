package org.cityeval.indicator.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.recovery.Resilience;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResumptionLossAreaTest {
  private final ResumptionLossArea indicator = new ResumptionLossArea();

  @Test
  void isTheAreaOfTheWorkedExample() {
    // Worked example of the reference data: loss 277 %·d, trough 40 % on day 4.
    Result result = evaluate(100, 100, 80, 50, 40, 45, 60, 75, 85, 92, 96, 100, 101, 100);

    assertThat(result.value()).isCloseTo(277, within(1e-9));
    assertThat(result.parts())
        .containsEntry("trough_date", TestDistrict.FIRST_DAY.plusDays(4).toString());
    assertThat((double) result.parts().get("trough_percent")).isCloseTo(40, within(1e-9));
    assertThat((double) result.parts().get("overshoot_area")).isCloseTo(1, within(1e-9));
    assertThat(result.n()).isEqualTo(14);
    assertThat(result.coverage()).isEqualTo(1);
  }

  @Test
  void countsTheEndsByHalfTheirShortfall() {
    // Shortfalls 20, 40, 0: (20 + 40) / 2 + (40 + 0) / 2 = 50.
    assertThat(evaluate(80, 60, 100).value()).isCloseTo(50, within(1e-9));
  }

  @Test
  void isZeroWhereActivityNeverFellBelowTheBaseline() {
    Result result = evaluate(100, 110, 120, 100);

    assertThat(result.status()).isEqualTo(Status.OK);
    assertThat(result.value()).isZero();
  }

  @Test
  void bridgesAShortGap() {
    // Shortfall 10 on 14 days, two of them unobserved but bridged: 13 steps of 10.
    DistrictSeries series =
        TestDistrict.ofDays(14)
            .with(ENTERPRISE_SMOOTHED, -0.10)
            .with(ENTERPRISE_SMOOTHED, 5, 6, Double.NaN)
            .build();

    Result result = evaluate(series);

    assertThat(result.value()).isCloseTo(130, within(1e-9));
    assertThat(result.n()).isEqualTo(12);
    assertThat(result.coverage()).isCloseTo(12 / 14.0, within(1e-12));
  }

  @Test
  void addsNothingInALongGap() {
    // 20 days at 90 %, days 8 to 11 unobserved: two stretches of 8 days, 7 steps of 10 each.
    DistrictSeries series =
        TestDistrict.ofDays(20)
            .with(ENTERPRISE_SMOOTHED, -0.10)
            .with(ENTERPRISE_SMOOTHED, 8, 11, Double.NaN)
            .build();

    Result result = evaluate(series);

    assertThat(result.value()).isCloseTo(140, within(1e-9));
    assertThat(result.parts()).containsEntry("unobserved_days_in_long_gaps", 4);
  }

  @Test
  void isInsufficientBelowFourFifthsOfTheDays() {
    DistrictSeries series =
        TestDistrict.ofDays(20)
            .with(ENTERPRISE_SMOOTHED, -0.10)
            .with(ENTERPRISE_SMOOTHED, 8, 12, Double.NaN)
            .build();

    assertThat(evaluate(series).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(evaluate(series).coverage()).isEqualTo(0.75);
  }

  @Test
  void isMissingInputWithoutEnterpriseActivity() {
    assertThat(evaluate(TestDistrict.ofDays(20).build()).status()).isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void namesALateBaseline() {
    Parameters late =
        Parameters.DEFAULTS.with(new Parameters.Recovery(0.90, 7, "march-2020", false));
    DistrictSeries series = TestDistrict.ofDays(20).with(ENTERPRISE_SMOOTHED, -0.1).build();

    assertThat(indicator.evaluate(series, late, 1).parts())
        .containsEntry("baseline", "relative to the late window march-2020");
    assertThat(evaluate(series).parts()).doesNotContainKey("baseline");
  }

  static Stream<double[]> levels() {
    SplittableRandom random = new SplittableRandom(4);
    return Stream.generate(() -> random.doubles(90, 20, 120).toArray()).limit(50);
  }

  @ParameterizedTest
  @MethodSource("levels")
  void agreesWithTheResilienceTriangle(double[] percent) {
    assertThat(evaluate(percent).value())
        .isCloseTo(Resilience.of(percent).lossAreaTrapezoid(), within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("levels")
  void losesNoLessWhereActivityIsLowerEveryDay(double[] percent) {
    double[] lower = Arrays.stream(percent).map(q -> q - 5).toArray();

    assertThat(evaluate(lower).value()).isGreaterThan(evaluate(percent).value());
  }

  @ParameterizedTest
  @MethodSource("levels")
  void hasAnIntervalOfDependentDays(double[] percent) {
    assertThat(evaluate(percent).interval().orElseThrow().method()).isEqualTo(DayStatistic.METHOD);
  }

  private Result evaluate(double... percent) {
    return evaluate(TestDistrict.ofDays(percent.length).activity(percent).build());
  }

  private Result evaluate(DistrictSeries series) {
    return indicator.evaluate(series, Parameters.DEFAULTS, 1);
  }
}
