package org.cityeval.indicator.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.ENTERPRISES_RESUMED;
import static org.cityeval.series.Quantity.ENTERPRISES_TOTAL;
import static org.cityeval.series.Quantity.WORK_RESUMPTION_INDEX;

import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

class WorkResumptionIndexTest {
  private final WorkResumptionIndex indicator = new WorkResumptionIndex();

  @Test
  void isTheMeanOverTheObservedDays() {
    // 10 days at Zhejiang's 25.42 of 10 February 2020 and 10 at its 51.44 of 19 February: 38.43.
    Result result = evaluate(twoLevels().build());

    assertThat(result.value()).isCloseTo(38.43, within(1e-9));
    assertThat((double) result.parts().get("mean_of_last_7_days")).isCloseTo(51.44, within(1e-9));
    assertThat(result.parts()).doesNotContainKey("resumption_rate");
    assertThat(result.n()).isEqualTo(20);
  }

  @Test
  void passesOverDaysThatWereNotObserved() {
    // 5 days at 25.42 and 10 at 51.44: (5 · 25.42 + 10 · 51.44) / 15 = 42.766667.
    Result result = evaluate(twoLevels().with(WORK_RESUMPTION_INDEX, 0, 4, Double.NaN).build());

    assertThat(result.value()).isCloseTo(641.5 / 15, within(1e-9));
    assertThat(result.coverage()).isEqualTo(0.75);
  }

  @Test
  void givesTheLastCountedShareWithItsWilsonInterval() {
    // 8 of 10: 0.4901625 to 0.9433178 (R, binom).
    DistrictSeries series =
        twoLevels()
            .with(ENTERPRISES_TOTAL, 10)
            .with(ENTERPRISES_RESUMED, 0, 17, 2)
            .with(ENTERPRISES_RESUMED, 18, 18, 8)
            .build();

    Result result = evaluate(series);

    assertThat(result.parts())
        .containsEntry("enterprises_counted_on", TestDistrict.FIRST_DAY.plusDays(18).toString());
    assertThat((double) result.parts().get("resumption_rate")).isEqualTo(0.8);
    assertThat((double) result.parts().get("resumption_rate_low"))
        .isCloseTo(0.4901625, within(1e-7));
    assertThat((double) result.parts().get("resumption_rate_high"))
        .isCloseTo(0.9433178, within(1e-7));
  }

  @Test
  void isInsufficientBelowAWeek() {
    DistrictSeries series = TestDistrict.ofDays(20).with(WORK_RESUMPTION_INDEX, 0, 5, 50).build();

    assertThat(evaluate(series).status()).isEqualTo(Status.INSUFFICIENT);
  }

  @Test
  void isMissingInputWithoutAnIndex() {
    DistrictSeries series = TestDistrict.ofDays(20).with(ENTERPRISES_TOTAL, 10).build();

    assertThat(evaluate(series).status()).isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void hasAnIntervalOfDependentDays() {
    DistrictSeries series =
        TestDistrict.ofDays(60)
            .with(WORK_RESUMPTION_INDEX, 0, 29, 20)
            .with(WORK_RESUMPTION_INDEX, 30, 59, 60)
            .build();

    Result result = evaluate(series);

    assertThat(result.value()).isCloseTo(40, within(1e-9));
    // SciPy 1.17, as in LongRunErrorTest: an error of 8.4338, six degrees of freedom.
    assertThat(result.interval().orElseThrow().low()).isCloseTo(19.363133, within(1e-6));
    assertThat(result.interval().orElseThrow().high()).isCloseTo(60.636867, within(1e-6));
  }

  private static TestDistrict twoLevels() {
    return TestDistrict.ofDays(20)
        .with(WORK_RESUMPTION_INDEX, 0, 9, 25.42)
        .with(WORK_RESUMPTION_INDEX, 10, 19, 51.44);
  }

  private Result evaluate(DistrictSeries series) {
    return indicator.evaluate(series, Parameters.DEFAULTS, 1);
  }
}
