package org.cityeval.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.cityeval.indicator.MobilityResponse.Search;
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
 * through its trailing mean, with the defaults of an evaluation. About its two levels mobility is a
 * first-order autoregression. A fall that chance could have made has no interval.
 */
class ResponseDateCoverageTest {
  /** Where fewer have a date, it is mostly that of a chance fall. */
  private static final double DATED = 0.2;

  /**
   * What came of many series.
   *
   * @param dated share of the series with an interval
   * @param held share of the intervals that hold the day
   * @param missed share of the series with an interval that does not hold the day
   * @param days mean width of an interval
   */
  private record Outcome(double dated, double held, double missed, double days) {}

  @ParameterizedTest
  @CsvSource({"7, 120, 0.3, 0.08, 0", "7, 120, 0.2, 0.04, 0.6", "3, 56, 0.2, 0.04, 0.8"})
  void intervalsHoldTheDay(
      int meanDays, int days, double fall, double scatter, double persistence) {
    requireCoverage(meanDays, days, fall, scatter, persistence, 300);
  }

  @ParameterizedTest
  @CsvSource({"1, 56, 0.04", "3, 120, 0.08", "7, 120, 0.12"})
  void chanceIsSeldomTakenForAnAnswer(int meanDays, int days, double scatter) {
    assertThat(simulated(meanDays, days, 0, scatter, 0.8, 500).dated()).isLessThanOrEqualTo(0.05);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("all")
  void intervalsOfFallsThatStandOutHoldTheDay(
      int meanDays, int days, double fall, double scatter, double persistence) {
    requireCoverage(meanDays, days, fall, scatter, persistence, 1000);
  }

  static Stream<Arguments> all() {
    return Stream.of(7, 3, 1)
        .flatMap(meanDays -> Stream.of(28, 56, 120, 269).flatMap(days -> ofDays(meanDays, days)));
  }

  private static Stream<Arguments> ofDays(int meanDays, int days) {
    return Stream.of(0.05, 0.1, 0.2, 0.5)
        .flatMap(
            fall ->
                Stream.of(0.02, 0.04, 0.08, 0.12)
                    .flatMap(
                        scatter ->
                            Stream.of(0.0, 0.6, 0.8)
                                .map(phi -> Arguments.of(meanDays, days, fall, scatter, phi))));
  }

  private static void requireCoverage(
      int meanDays, int days, double fall, double scatter, double persistence, int runs) {
    Outcome outcome = simulated(meanDays, days, fall, scatter, persistence, runs);
    System.out.printf(
        Locale.ROOT,
        "| E1 | %d | %d | %.2f | %.2f | %.1f | dated %.3f | held %.3f | missed %.3f | %.1f days |%n",
        meanDays,
        days,
        fall,
        scatter,
        persistence,
        outcome.dated(),
        outcome.held(),
        outcome.missed(),
        outcome.days());
    assertThat(outcome.missed()).isLessThanOrEqualTo(0.05);
    if (outcome.dated() >= DATED) {
      double least = persistence > 0.6 ? 0.90 : 0.93;
      double error = Math.sqrt(least * (1 - least) / (outcome.dated() * runs));
      assertThat(outcome.held()).isGreaterThanOrEqualTo(least - 2.5 * error);
    }
  }

  /** The fall is in the middle, and looked for as far as an evaluation does. */
  private static Outcome simulated(
      int meanDays, int days, double fall, double scatter, double persistence, int runs) {
    int fallOn = days / 2;
    Parameters.Response usual = Parameters.DEFAULTS.response();
    Parameters rule =
        TestParameters.with(
            new Parameters.Response(
                usual.onsetPer10k(),
                usual.fallAtLeast(),
                usual.segmentDays(),
                usual.searchDays(),
                usual.answerDays(),
                meanDays));
    Search search = Search.around(fallOn, days - 1, rule.response());
    SplittableRandom random = new SplittableRandom(11);
    int dated = 0;
    int held = 0;
    double width = 0;
    for (int run = 0; run < runs; run++) {
      double[] noise = DependentDays.of(days, persistence, random);
      double[] mobility = new double[days];
      Arrays.setAll(mobility, day -> (day < fallOn ? 0 : -fall) + scatter * noise[day]);
      Optional<MobilityResponse> found =
          MobilityResponse.find(
                  TestDistrict.ofDays(days)
                      .daily(MOBILITY_SMOOTHED, MovingAverage.trailing(mobility, meanDays))
                      .build(),
                  search,
                  rule)
              .filter(MobilityResponse::standsOut);
      if (found.isPresent()) {
        Bounds interval = found.get().interval();
        dated++;
        width += interval.high() - interval.low();
        held += interval.low() <= fallOn && fallOn <= interval.high() ? 1 : 0;
      }
    }
    return new Outcome(
        (double) dated / runs,
        (double) held / dated,
        (double) (dated - held) / runs,
        width / dated);
  }
}
