package org.cityeval.indicator.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;
import static org.cityeval.series.Quantity.NEW_CASES_SMOOTHED;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.cityeval.indicator.DependentDays;
import org.cityeval.indicator.Interval;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.timeseries.MovingAverage;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How often the 95 % interval of a halving time holds the true one, from daily cases through the
 * indicator: it finds the peak and the end of the fit itself. Cases double in four days, then halve
 * in as many as are given; about that curve they are a first-order autoregression.
 */
class HalvingTimeCoverageTest {
  private static final int RISE = 24;
  private static final double PEAK = 400;
  private static final double DISPERSION = 4;

  @ParameterizedTest
  @CsvSource({"8, 0", "8, 0.6", "20, 0.8"})
  void intervalsHoldTheTruth(double halvingDays, double persistence) {
    requireCoverage(halvingDays, persistence, 600);
  }

  /** A decline to a tenth takes 3.3 halving times: fits of 14 to 85 days. */
  static Stream<Arguments> all() {
    return Stream.of(4.0, 6.0, 8.5, 13.0, 25.0)
        .flatMap(halving -> Stream.of(0.0, 0.3, 0.6, 0.8).map(phi -> Arguments.of(halving, phi)));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("all")
  void intervalsOfAllLengthsHoldTheTruth(double halvingDays, double persistence) {
    requireCoverage(halvingDays, persistence, 3000);
  }

  private static void requireCoverage(double halvingDays, double persistence, int runs) {
    SplittableRandom random = new SplittableRandom(Math.round(100 * halvingDays + 7 * persistence));
    DeclineHalvingTime indicator = new DeclineHalvingTime();
    int days = RISE + (int) (6 * halvingDays) + 20;
    int bound = 0;
    int held = 0;
    double points = 0;
    for (int run = 0; run < runs; run++) {
      double[] cases = cases(days, halvingDays, DependentDays.of(days, persistence, random));
      Result result =
          indicator.evaluate(
              TestDistrict.ofDays(days)
                  .daily(NEW_CASES_ADJUSTED, cases)
                  .daily(NEW_CASES_SMOOTHED, MovingAverage.trailing(cases, 7))
                  .build(),
              Parameters.DEFAULTS,
              1);
      if (result.status() == Status.OK) {
        Interval interval = result.interval().orElseThrow();
        bound++;
        points += (int) result.parts().get("fit_points");
        held += interval.low() <= halvingDays && !(interval.high() < halvingDays) ? 1 : 0;
      }
    }
    double coverage = (double) held / bound;
    System.out.printf(
        Locale.ROOT,
        "| E3 | %.1f days | %.0f points | %.1f | %.3f |%n",
        halvingDays,
        points / bound,
        persistence,
        coverage);
    assertThat(bound).isGreaterThan((int) (0.95 * runs));
    double least = persistence > 0.6 ? 0.90 : 0.93;
    double chance = 2.5 * Math.sqrt(least * (1 - least) / runs);
    assertThat(coverage).isBetween(least - chance, 0.97 + chance);
  }

  private static double[] cases(int days, double halvingDays, double[] noise) {
    double[] cases = new double[days];
    Arrays.setAll(
        cases,
        day -> {
          double since = day - RISE;
          double mean = PEAK * Math.pow(2, since < 0 ? since / 4 : -since / halvingDays);
          return Math.max(0, Math.rint(mean + Math.sqrt(DISPERSION * mean) * noise[day]));
        });
    return cases;
  }
}
