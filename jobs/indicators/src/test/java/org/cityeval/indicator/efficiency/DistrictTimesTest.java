package org.cityeval.indicator.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.efficiency.DistrictTimes.Time;
import org.junit.jupiter.api.Test;

class DistrictTimesTest {
  private static final Time CUT_OFF_AFTER_8 = new Time(8, false);

  /** S = 3/4 from 5, 3/8 from 10, 0 from 20. */
  private static final List<Time> TIMES =
      List.of(new Time(5, true), CUT_OFF_AFTER_8, new Time(10, true), new Time(20, true));

  @Test
  void theMedianCountsThoseThatWereCutOff() {
    Result median = new DistrictTimes(TIMES).median(0.95, "not yet");

    // Greenwood at 5: 1/(4·3), so from .75·exp(-1.96·.289) = .426: below a half at once. At 10
    // the upper end is .375·exp(1.96·√(1/12 + 1/2)) > 1, and at 20 there is none.
    assertThat(median.value()).isEqualTo(10);
    assertThat(median.interval().orElseThrow().low()).isEqualTo(5);
    assertThat(median.interval().orElseThrow().high()).isNaN();
    assertThat(median.interval().orElseThrow().method()).isEqualTo("kaplan_meier");
  }

  @Test
  void theMedianIsCensoredWhereHalfHaveNotGotThere() {
    Result median =
        new DistrictTimes(List.of(new Time(5, true), CUT_OFF_AFTER_8, CUT_OFF_AFTER_8))
            .median(0.95, "not yet");

    assertThat(median.status()).isEqualTo(Status.CENSORED);
    assertThat(median.reason()).isEqualTo("not yet");
    assertThat(median.interval().orElseThrow().low()).isEqualTo(8);
  }

  @Test
  void addsTheMedianOfTheDistrictsToTheCitysOwnResult() {
    Result city = beside(TIMES);

    assertThat(city.value()).isEqualTo(17);
    assertThat(city.parts())
        .containsEntry("districts", 4)
        .containsEntry("districts_answered", 3)
        .containsEntry("districts_median", 10.0)
        .containsEntry("districts_median_low", 5.0)
        .containsEntry("restricted_to_days", 20.0);
    // 5 + 5 · 3/4 + 10 · 3/8.
    assertThat((double) city.parts().get("restricted_mean_days")).isCloseTo(12.5, within(1e-12));
  }

  @Test
  void addsNoMedianWhereItIsNotReached() {
    Result city = beside(List.of(CUT_OFF_AFTER_8));

    assertThat(city.parts())
        .containsEntry("districts", 1)
        .containsEntry("districts_answered", 0)
        .containsEntry("restricted_mean_days", 8.0)
        .doesNotContainKey("districts_median");
  }

  @Test
  void addsNothingWithoutADistrict() {
    assertThat(beside(List.of()).parts()).isEmpty();
  }

  @Test
  void takesTimesBeforeTheBeginning() {
    Result city = beside(List.of(new Time(-6, true), new Time(-2, true), new Time(-1, true)));

    assertThat(city.parts())
        .containsEntry("districts_median", -2.0)
        .containsEntry("restricted_to_days", 0.0);
    assertThat((double) city.parts().get("restricted_mean_days")).isCloseTo(-3, within(1e-12));
  }

  private static Result beside(List<Time> times) {
    return DistrictTimes.beside(Result.ok(17), times, "answered", Parameters.DEFAULTS);
  }
}
