package org.cityeval.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.timeseries.MovingAverage;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How often the 95 % interval of the day on which mobility fell holds that day, from daily mobility
 * through its trailing mean. About its two levels mobility is a first-order autoregression. A fall
 * counts from six tenths of the true one, so that it is the date that is doubtful and not the fall.
 */
class ResponseDateCoverageTest {
  private static final int DAYS = 120;
  private static final int FALL_ON = 60;

  @ParameterizedTest
  @CsvSource({"0.3, 0.08, 0", "0.3, 0.08, 0.6"})
  void intervalsHoldTheDay(double fall, double scatter, double persistence) {
    requireCoverage(fall, scatter, persistence, 300);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("all")
  void intervalsHoldTheDayOfFallsOfThreeScattersAndMore(
      double fall, double scatter, double persistence) {
    requireCoverage(fall, scatter, persistence, 1500);
  }

  static Stream<Arguments> all() {
    return Stream.of(0.2, 0.3, 0.5)
        .flatMap(
            fall ->
                Stream.of(0.05, 0.1)
                    .filter(scatter -> fall >= 3 * scatter)
                    .flatMap(
                        scatter ->
                            Stream.of(0.0, 0.3, 0.6, 0.8)
                                .map(phi -> Arguments.of(fall, scatter, phi))));
  }

  private static void requireCoverage(double fall, double scatter, double persistence, int runs) {
    SplittableRandom random = new SplittableRandom(11);
    int bound = 0;
    int held = 0;
    double width = 0;
    for (int run = 0; run < runs; run++) {
      double[] noise = DependentDays.of(DAYS, persistence, random);
      double[] mobility = new double[DAYS];
      Arrays.setAll(mobility, day -> (day < FALL_ON ? 0 : -fall) + scatter * noise[day]);
      Optional<MobilityResponse> found =
          MobilityResponse.find(
              TestDistrict.ofDays(DAYS)
                  .daily(MOBILITY_SMOOTHED, MovingAverage.trailing(mobility, 7))
                  .build(),
              new MobilityResponse.Search(30, 90),
              atLeast(0.6 * fall));
      if (found.isPresent()) {
        Bounds interval = found.get().interval();
        bound++;
        width += interval.high() - interval.low();
        held += interval.low() <= FALL_ON && FALL_ON <= interval.high() ? 1 : 0;
      }
    }
    double coverage = (double) held / bound;
    System.out.printf(
        Locale.ROOT,
        "| E1 | %.1f | %.2f | %.1f | found %.2f | %.3f | %.1f days |%n",
        fall,
        scatter,
        persistence,
        (double) bound / runs,
        coverage,
        width / bound);
    assertThat(bound).isGreaterThan((int) (0.9 * runs));
    double least = persistence > 0.6 ? 0.90 : 0.93;
    assertThat(coverage)
        .isGreaterThanOrEqualTo(least - 2.5 * Math.sqrt(least * (1 - least) / runs));
  }

  private static Parameters atLeast(double fall) {
    Parameters all = Parameters.DEFAULTS;
    Parameters.Response rule = all.response();
    return new Parameters(
        all.restriction(),
        all.recovery(),
        all.cases(),
        new Parameters.Response(
            rule.onsetPer10k(),
            fall,
            rule.segmentDays(),
            rule.searchDays(),
            rule.answerDays(),
            rule.meanDays()),
        all.control(),
        all.waves(),
        all.requests(),
        all.uncertainty());
  }
}
