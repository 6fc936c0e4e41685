package org.cityeval.indicator.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.LongStream;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecoverySynchronyTest {
  private static final int DAYS = 60;

  private final RecoverySynchrony indicator = new RecoverySynchrony();

  @Test
  void isTheVarianceOfTheSumOverThatOfMovingInStep() {
    // Sines of 20 days, apart by phases 0, .3 and .8 (numpy, scipy.signal.hilbert); neither their
    // level nor their common size matters.
    Result result = city(sine("a", 0), sine("b", 0.3), sine("c", 0.8));

    assertThat(result.value()).isCloseTo(0.8954723911918097, within(1e-12));
    assertThat((double) result.parts().get("mean_correlation"))
        .isCloseTo(0.8432085868, within(1e-10));
    assertThat((double) result.parts().get("kuramoto_order"))
        .isCloseTo(0.9462940300, within(1e-10));
    assertThat(result.parts())
        .containsEntry("districts", 3)
        .containsEntry("districts_left_out", 0)
        .containsEntry("districts_that_moved", 3);
    assertThat(result.interval().orElseThrow().method()).isEqualTo(DayStatistic.METHOD);
    assertThat(result.interval().orElseThrow().high()).isLessThanOrEqualTo(1);
    assertThat(result.n()).isEqualTo(3);
    assertThat(result.coverage()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isOneWhereAllMoveInProportion(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] common = random.doubles(DAYS, -0.1, 0.1).toArray();
    List<DistrictSeries> districts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      double level = random.nextDouble(-0.4, 0);
      double size = random.nextDouble(0.1, 4);
      districts.add(district("d" + i, day -> level + size * common[day]));
    }

    Result result = TestCity.pool(indicator, Parameters.DEFAULTS, districts).city();

    assertThat(result.value()).isCloseTo(1, within(1e-12)).isLessThanOrEqualTo(1);
    assertThat(result.interval().orElseThrow().high()).isEqualTo(1);
  }

  @Test
  void isNothingWhereDistrictsCancelOut() {
    // Three sines a third of a turn apart add up to nothing.
    double third = 2 * Math.PI / 3;

    assertThat(city(sine("a", 0), sine("b", third), sine("c", 2 * third)).value())
        .isCloseTo(0, within(1e-12))
        .isNotNegative();
  }

  @Test
  void aDistrictThatDidNotMoveChangesNothing() {
    Result result = city(sine("a", 0), sine("b", 0.3), sine("c", 0.8), district("d", day -> -0.3));

    assertThat(result.value()).isCloseTo(0.8954723911918097, within(1e-12));
    assertThat(result.parts())
        .containsEntry("districts", 4)
        .containsEntry("districts_that_moved", 3);
  }

  @Test
  void isNotApplicableWhereFewerThanTwoMoved() {
    Result one = city(sine("a", 0), district("b", day -> -0.3), district("c", day -> -0.1));
    Result none =
        city(district("a", day -> -0.2), district("b", day -> -0.3), district("c", day -> -0.1));

    assertThat(one.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(none.status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void correlatesDistrictsOverTheDaysTheyShare() {
    // Day 30 to 32 unobserved in b, which bridges the phases; numpy over the shared days.
    DistrictSeries torn =
        district("b", day -> day >= 30 && day <= 32 ? Double.NaN : value(day, 0.3));

    Result result = city(sine("a", 0), torn, sine("c", 0.8));

    assertThat(result.value()).isCloseTo(0.8959329698906601, within(1e-12));
    assertThat(result.coverage()).isCloseTo((1 + 0.95 + 1) / 3, within(1e-12));
  }

  @Test
  void hasNoPhaseWhereDistrictsAreTorn() {
    IntToDoubleFunction torn = day -> day >= 30 && day <= 33 ? Double.NaN : value(day, 0.3);

    Result result = city(district("a", torn), district("b", torn), sine("c", 0.8));

    assertThat(result.status()).isEqualTo(Status.OK);
    assertThat((double) result.parts().get("kuramoto_order")).isNaN();
  }

  @Test
  void leavesOutDistrictsThatCannotBeCompared() {
    // Observed on 47 of 60 days; without residents; without any activity left.
    DistrictSeries seldom = district("d", day -> day < 47 ? value(day, 1) : Double.NaN);
    DistrictSeries nobody =
        TestDistrict.ofDays(DAYS).id("e").population(0).with(ENTERPRISE_SMOOTHED, 0.5).build();
    DistrictSeries shut = district("f", day -> -1);

    Result result = city(sine("a", 0), sine("b", 0.3), sine("c", 0.8), seldom, nobody, shut);

    assertThat(result.value()).isCloseTo(0.8954723911918097, within(1e-12));
    assertThat(result.parts()).containsEntry("districts_left_out", 3);
    assertThat(result.coverage()).isEqualTo(0.5);
  }

  @Test
  void isInsufficientWithTwoDistricts() {
    assertThat(city(sine("a", 0), sine("b", 0.3)).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(city(sine("a", 0)).status()).isEqualTo(Status.INSUFFICIENT);
  }

  @Test
  void isMissingInputWithoutActivityOrPopulation() {
    DistrictSeries unobserved = TestDistrict.ofDays(DAYS).build();
    DistrictSeries nobody =
        TestDistrict.ofDays(DAYS)
            .id("b")
            .population(Double.NaN)
            .with(ENTERPRISE_SMOOTHED, 0.5)
            .build();

    assertThat(city(unobserved, nobody).status()).isEqualTo(Status.MISSING_INPUT);
  }

  private static DistrictSeries sine(String id, double phase) {
    return district(id, day -> value(day, phase));
  }

  private static double value(int day, double phase) {
    return -0.4 + 0.2 * Math.sin(2 * Math.PI * day / 20 + phase);
  }

  private static DistrictSeries district(String id, IntToDoubleFunction change) {
    double[] daily = new double[DAYS];
    Arrays.setAll(daily, change);
    return TestDistrict.ofDays(DAYS).id(id).daily(ENTERPRISE_SMOOTHED, daily).build();
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  private Result city(DistrictSeries... districts) {
    return TestCity.pool(indicator, Parameters.DEFAULTS, districts).city();
  }
}
