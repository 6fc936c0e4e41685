package org.cityeval.indicator.decentralisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.indicator.restriction.TestRestriction.constant;
import static org.cityeval.indicator.restriction.TestRestriction.days;
import static org.cityeval.indicator.restriction.TestRestriction.district;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.indicator.restriction.TestRestriction;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DifferentiationTest {
  private final Differentiation indicator = new Differentiation();

  @Test
  void isTheShareOfTheVarianceBetweenDistricts() {
    // Levels .2, .4 and .6, each .1 above or below on alternate days: between 20 · (.04 + .04) =
    // 1.6, within 60 · .01 = .6. Mean squares .8 and .6/57: ICC = (.8 - .6/57) / (.8 + 19 · .6/57).
    Result result = city(swinging("a", 0.2), swinging("b", 0.4), swinging("c", 0.6));

    assertThat(result.value()).isCloseTo(1.6 / 2.2, within(1e-12));
    assertThat((double) result.parts().get("intraclass_correlation"))
        .isCloseTo((0.8 - 0.6 / 57) / (0.8 + 19 * 0.6 / 57), within(1e-12));
    assertThat((double) result.parts().get("between")).isCloseTo(1.6, within(1e-12));
    assertThat((double) result.parts().get("within")).isCloseTo(0.6, within(1e-12));
    assertThat(result.n()).isEqualTo(3);
  }

  @Test
  void passesOverUnobservedDays() {
    // District b with its first 16 days only; numpy.
    double[] fall = days(20, Double.NaN);
    Arrays.setAll(fall, day -> day < 16 ? 0.4 + (day % 2 == 0 ? -0.1 : 0.1) : Double.NaN);

    Result result =
        city(swinging("a", 0.2), district("b", 1, fall, days(20, 1)), swinging("c", 0.6));

    assertThat(result.value()).isCloseTo(0.7407407407407406, within(1e-12));
    assertThat((double) result.parts().get("intraclass_correlation"))
        .isCloseTo(0.8009188361408881, within(1e-12));
    assertThat(result.coverage()).isCloseTo(2.8 / 3, within(1e-12));
  }

  @Test
  void isOneWhereEachKeptALevelOfItsOwn() {
    assertThat(city(constant("a", 1, 0.1, 1), constant("b", 1, 0.3, 1), constant("c", 1, 0, 1)))
        .satisfies(result -> assertThat(result.value()).isCloseTo(1, within(1e-12)))
        .satisfies(result -> assertThat(result.interval().orElseThrow().high()).isEqualTo(1));
  }

  @Test
  void isZeroWhereAllWereRestrictedAlikeOnAverage() {
    assertThat(city(swinging("a", 0.4), swinging("b", 0.4), swinging("c", 0.4)).value())
        .isCloseTo(0, within(1e-12))
        .isNotNegative();
  }

  @Test
  void isNotApplicableWhereTheFallWasTheSameEverywhere() {
    Result constant =
        city(constant("a", 1, 0.3, 1), constant("b", 1, 0.3, 3), constant("c", 1, 0.3, 5));
    Result risen =
        city(constant("a", 1, -0.1, 1), constant("b", 1, -0.2, 3), constant("c", 1, 0, 5));

    assertThat(constant.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(risen.status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void isInsufficientWithTwoDistricts() {
    assertThat(city(swinging("a", 0.2), swinging("b", 0.4)).status())
        .isEqualTo(Status.INSUFFICIENT);
    assertThat(city(swinging("a", 0.2)).status()).isEqualTo(Status.INSUFFICIENT);
  }

  @Test
  void hasAnIntervalOfDependentDays() {
    double[] waves = new double[120];
    Arrays.setAll(waves, day -> 0.3 + 0.2 * Math.sin(day / 9.0));
    Result result =
        city(
            district("a", 1, waves, days(120, 1)),
            district("b", 1, days(120, 0.3), days(120, 1)),
            district("c", 1, days(120, 0.5), days(120, 1)));

    assertThat(result.interval().orElseThrow().method()).isEqualTo(DayStatistic.METHOD);
    assertThat(result.interval().orElseThrow().low()).isBetween(0.0, result.value());
    assertThat(result.interval().orElseThrow().high()).isBetween(result.value(), 1.0);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doesNotDependOnWhichDistrictIsWhich(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<double[]> falls = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      double level = random.nextDouble(0.8);
      falls.add(random.doubles(30).map(noise -> level + 0.1 * noise).toArray());
    }
    double value = relabelled(falls);
    Collections.shuffle(falls, new Random(seed));

    assertThat(relabelled(falls)).isCloseTo(value, within(1e-12));
  }

  @Test
  void hasNoGoodDirection() {
    assertThat(indicator.spec().better(Level.CITY)).isEqualTo(Direction.CONTEXT);
  }

  private double relabelled(List<double[]> falls) {
    List<DistrictSeries> districts = new ArrayList<>();
    for (double[] fall : falls) {
      districts.add(district("d" + districts.size(), 1, fall, days(fall.length, 1)));
    }
    return TestCity.pool(indicator, TestRestriction.OWN_AT_ONCE, districts).city().value();
  }

  private static DistrictSeries swinging(String id, double level) {
    double[] fall = new double[20];
    Arrays.setAll(fall, day -> level + (day % 2 == 0 ? -0.1 : 0.1));
    return district(id, 1, fall, days(20, 1));
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  private Result city(DistrictSeries... districts) {
    return TestCity.pool(indicator, TestRestriction.OWN_AT_ONCE, districts).city();
  }
}
