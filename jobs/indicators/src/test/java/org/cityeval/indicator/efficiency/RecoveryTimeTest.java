package org.cityeval.indicator.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

class RecoveryTimeTest {
  private final RecoveryTime indicator = new RecoveryTime();

  @Test
  void countsFromTheLowestDayToTheFirstDayOfASustainedStretch() {
    // Lowest on day 3; at 90 % for good from day 10: 7 days.
    double[] percent = filled(30, 95);
    Arrays.fill(percent, 3, 10, 80);
    percent[3] = 50;
    percent[10] = 90;

    Result result = district(percent);

    assertThat(result.value()).isEqualTo(7);
    assertThat(result.parts())
        .containsEntry("trough_date", TestDistrict.FIRST_DAY.plusDays(3).toString())
        .containsEntry("sustained_days", 7);
    assertThat(result.interval()).isEmpty();
  }

  @Test
  void passesOverAStretchThatDoesNotLast() {
    // Lowest on day 2; days 4 to 9 are six days at 95 %, day 10 falls back: recovered on day 11.
    double[] percent = filled(30, 95);
    percent[2] = 50;
    percent[3] = 60;
    percent[10] = 70;

    assertThat(district(percent).value()).isEqualTo(9);
  }

  @Test
  void isZeroWhereActivityNeverFellBelowTheShare() {
    Result result = district(filled(30, 90));

    assertThat(result.status()).isEqualTo(Status.OK);
    assertThat(result.value()).isZero();
  }

  @Test
  void isCensoredWhereActivityStaysLow() {
    // Lowest on day 5 of 30, low until the last day 29: 24 days of follow-up.
    double[] percent = filled(30, 80);
    percent[5] = 40;

    Result result = district(percent);

    assertThat(result.status()).isEqualTo(Status.CENSORED);
    assertThat(result.interval().orElseThrow().low()).isEqualTo(24);
    assertThat(result.interval().orElseThrow().high()).isNaN();
  }

  @Test
  void endsTheFollowUpBeforeAStretchThatThePeriodCutsOff() {
    // Lowest on day 5; at 95 % on the last four days, 26 to 29, which may be the recovery.
    double[] percent = filled(30, 80);
    percent[5] = 40;
    Arrays.fill(percent, 26, 30, 95);

    assertThat(district(percent).interval().orElseThrow().low()).isEqualTo(20);
  }

  @Test
  void isInsufficientBelowFourFifthsOfTheDays() {
    double[] percent = filled(30, 80);
    Arrays.fill(percent, 10, 17, Double.NaN);

    assertThat(district(percent).status()).isEqualTo(Status.INSUFFICIENT);
  }

  @Test
  void theCityIsTheKaplanMeierMedianOfItsDistricts() {
    // Recovered after 5, 10 and 20 days; one cut off after 8. By hand: S = 3/4 from day 5 (4 at
    // risk); S = 3/8 from day 10 (2 at risk): median 10. Mean up to 20: 5 + 5·3/4 + 10·3/8 = 12.5.
    Pooled pooled = pool(List.of(recovering(5), recovering(10), recovering(20), fallingOnDay(31)));

    assertThat(pooled.districts().get("d3").interval().orElseThrow().low()).isEqualTo(8);
    assertThat(pooled.city().value()).isEqualTo(10);
    assertThat(pooled.city().n()).isEqualTo(4);
    assertThat((double) pooled.city().parts().get("restricted_mean_days"))
        .isCloseTo(12.5, within(1e-12));
    assertThat(pooled.city().parts())
        .containsEntry("restricted_to_days", 20.0)
        .containsEntry("districts_recovered", 3);
  }

  @Test
  void theCityIsCensoredWhereHalfHaveNotRecovered() {
    // One of three recovered, the others cut off after 8 and 19 days: S stays at 2/3.
    Pooled pooled = pool(List.of(recovering(5), fallingOnDay(31), fallingOnDay(20)));

    assertThat(pooled.city().status()).isEqualTo(Status.CENSORED);
    assertThat(pooled.city().interval().orElseThrow().low()).isEqualTo(19);
  }

  @Test
  void theCityIsInsufficientWhereMostDistrictsAreUnobserved() {
    double[] unobserved = filled(40, Double.NaN);

    Pooled pooled = pool(List.of(recovering(5), unobserved, unobserved));

    assertThat(pooled.city().status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(pooled.city().coverage()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(pooled.districts().get("d1").status()).isEqualTo(Status.MISSING_INPUT);
  }

  /** 40 days, at 50 % from the first day, at 95 % from day {@code day} on. */
  private static double[] recovering(int day) {
    double[] percent = filled(40, 95);
    Arrays.fill(percent, 0, day, 50);
    return percent;
  }

  /** 40 days, at 50 % from day {@code day} to the end. */
  private static double[] fallingOnDay(int day) {
    double[] percent = filled(40, 100);
    Arrays.fill(percent, day, 40, 50);
    return percent;
  }

  private static double[] filled(int days, double value) {
    double[] percent = new double[days];
    Arrays.fill(percent, value);
    return percent;
  }

  private Result district(double[] percent) {
    return pool(List.of(percent)).districts().get("d0");
  }

  private Pooled pool(List<double[]> percents) {
    List<DistrictSeries> districts = new ArrayList<>();
    for (double[] percent : percents) {
      districts.add(
          TestDistrict.ofDays(percent.length).id("d" + districts.size()).activity(percent).build());
    }
    return TestCity.pool(indicator, Parameters.DEFAULTS, districts);
  }
}
