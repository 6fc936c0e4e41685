package org.cityeval.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.series.Quantity;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IndicatorLawsTest {
  private static final Parameters PARAMETERS =
      Parameters.DEFAULTS.with(new Parameters.Uncertainty(0.95, 100, 7));

  /** Those of daily series; {@link RequestLawsTest} has those of requests. */
  static Stream<Indicator> indicators() {
    return Indicators.ALL.stream().filter(indicator -> !indicator.spec().readsRequests());
  }

  /** Every indicator over random cities: whole ones, holed ones, short ones. */
  static Stream<Arguments> cities() {
    return indicators()
        .flatMap(
            indicator ->
                LongStream.range(0, 24)
                    .mapToObj(
                        seed ->
                            Arguments.of(
                                indicator,
                                RandomCity.districts(
                                    seed,
                                    1 + (int) (seed % 6),
                                    seed % 4 == 3 ? 12 : 60 + 10 * (int) seed,
                                    seed % 3 == 0 ? 0 : 0.1 * (seed % 5)))));
  }

  @ParameterizedTest
  @MethodSource("cities")
  void isPure(Indicator indicator, List<DistrictSeries> city) {
    assertThat(TestCity.evaluate(indicator, PARAMETERS, city))
        .isEqualTo(TestCity.evaluate(indicator, PARAMETERS, city));
  }

  @ParameterizedTest
  @MethodSource("cities")
  void isFiniteOrSaysWhyNot(Indicator indicator, List<DistrictSeries> city) {
    TestCity.evaluate(indicator, PARAMETERS, city)
        .forEach(
            (id, result) -> {
              assertThat(Double.isFinite(result.value())).isEqualTo(result.status() == Status.OK);
              assertThat(result.reason().isBlank()).isEqualTo(result.status() == Status.OK);
              assertThat(result.coverage()).isBetween(0.0, 1.0);
              assertThat(result.n()).isNotNegative();
            });
  }

  /** Nine ninths, added up as fractions, are more than one. */
  @ParameterizedTest
  @MethodSource("indicators")
  void coversNoMoreThanAllOfACityOfNine(Indicator indicator) {
    TestCity.evaluate(indicator, PARAMETERS, RandomCity.districts(1, 9, 60, 0))
        .forEach((id, result) -> assertThat(result.coverage()).isBetween(0.0, 1.0));
  }

  @ParameterizedTest
  @MethodSource("cities")
  void saysSomethingOfEveryDistrict(Indicator indicator, List<DistrictSeries> city) {
    if (!indicator.spec().levels().contains(Level.DISTRICT)) {
      return;
    }
    assertThat(TestCity.evaluate(indicator, PARAMETERS, city))
        .containsKeys(city.stream().map(DistrictSeries::districtId).toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("cities")
  void staysWithinTheRangeOfItsUnit(Indicator indicator, List<DistrictSeries> city) {
    TestCity.evaluate(indicator, PARAMETERS, city)
        .forEach(
            (id, result) -> {
              if (result.status() == Status.OK) {
                assertThat(result.value())
                    .isBetween(
                        lowest(indicator.spec(), id, result), highest(indicator.spec(), result));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("cities")
  void anIntervalHoldsItsValue(Indicator indicator, List<DistrictSeries> city) {
    TestCity.evaluate(indicator, PARAMETERS, city)
        .forEach(
            (id, result) -> {
              if (result.status() == Status.OK && result.interval().isPresent()) {
                Interval interval = result.interval().get();
                assertThat(result.value() < interval.low()).isFalse();
                assertThat(result.value() > interval.high()).isFalse();
                assertThat(interval.level()).isEqualTo(0.95);
                assertThat(interval.method()).isNotBlank();
              }
            });
  }

  @ParameterizedTest
  @MethodSource("cities")
  void aCensoredValueIsBoundedBelowByItsFollowUp(Indicator indicator, List<DistrictSeries> city) {
    TestCity.evaluate(indicator, PARAMETERS, city).values().stream()
        .filter(result -> result.status() == Status.CENSORED)
        .forEach(
            result -> {
              assertThat(result.interval()).isPresent();
              assertThat(result.interval().get().low()).isNotNegative();
              assertThat(result.interval().get().high()).isNaN();
            });
  }

  @ParameterizedTest
  @MethodSource("cities")
  void theOrderOfDistrictsDoesNotMatter(Indicator indicator, List<DistrictSeries> city) {
    List<DistrictSeries> shuffled = new ArrayList<>(city);
    Collections.shuffle(shuffled, new Random(1));

    assertThat(TestCity.evaluate(indicator, PARAMETERS, shuffled))
        .isEqualTo(TestCity.evaluate(indicator, PARAMETERS, city));
  }

  @ParameterizedTest
  @MethodSource("cities")
  void seesNothingItDoesNotDeclare(Indicator indicator, List<DistrictSeries> city) {
    List<DistrictSeries> declared = new ArrayList<>();
    for (DistrictSeries district : city) {
      Map<Quantity, double[]> read = new EnumMap<>(Quantity.class);
      indicator.spec().reads().forEach(quantity -> read.put(quantity, district.daily(quantity)));
      declared.add(
          new DistrictSeries(
              district.cityId(),
              district.districtId(),
              district.level(),
              district.population(),
              district.firstDay(),
              district.days(),
              read));
    }

    assertThat(TestCity.evaluate(indicator, PARAMETERS, declared))
        .isEqualTo(TestCity.evaluate(indicator, PARAMETERS, city));
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void daysBeforeThePeriodMatterOnlyWhereTheyAreAskedFor(Indicator indicator) {
    int past = 30 - indicator.spec().leadIn().days(PARAMETERS);
    List<DistrictSeries> city = RandomCity.districts(3, 4, 120, 0.05);
    List<DistrictSeries> otherPast = new ArrayList<>();
    for (DistrictSeries district : city) {
      Map<Quantity, double[]> changed = new EnumMap<>(Quantity.class);
      for (Quantity quantity : indicator.spec().reads()) {
        double[] daily = district.daily(quantity);
        Arrays.fill(daily, 0, past, 1.0);
        changed.put(quantity, daily);
      }
      otherPast.add(
          new DistrictSeries(
              district.cityId(),
              district.districtId(),
              district.level(),
              district.population(),
              district.firstDay(),
              district.days(),
              changed));
    }

    assertThat(TestCity.evaluate(indicator, PARAMETERS, lastNinetyDays(indicator, otherPast)))
        .isEqualTo(TestCity.evaluate(indicator, PARAMETERS, lastNinetyDays(indicator, city)));
  }

  /** No day is lost where a period is parted: what is known on its first day was known before. */
  @ParameterizedTest
  @MethodSource("daysCounted")
  void theDaysOfTwoHalvesAreThoseOfTheWhole(PooledIndicator indicator) {
    for (DistrictSeries district : RandomCity.districts(3, 4, 120, 0.05)) {
      int whole = observed(indicator, district, 30, 119);

      assertThat(whole).isPositive();
      assertThat(observed(indicator, district, 30, 74) + observed(indicator, district, 75, 119))
          .isEqualTo(whole);
    }
  }

  /** Those whose traces count days; that of L1 counts waves. */
  static Stream<Indicator> daysCounted() {
    return indicators()
        .filter(PooledIndicator.class::isInstance)
        .filter(indicator -> !indicator.spec().id().equals("L1"));
  }

  private static int observed(
      PooledIndicator indicator, DistrictSeries district, int first, int last) {
    return indicator.observe(during(indicator, district, first, last), PARAMETERS).n();
  }

  private static DistrictSeries during(
      Indicator indicator, DistrictSeries district, int first, int last) {
    Period period =
        new Period(
            "cut",
            "cut",
            Period.Kind.NAMED,
            TestDistrict.FIRST_DAY.plusDays(first),
            TestDistrict.FIRST_DAY.plusDays(last));
    return district.during(period, indicator.spec().leadIn().days(PARAMETERS));
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void isNeverOkWithoutAnInput(Indicator indicator) {
    List<DistrictSeries> unobserved = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      unobserved.add(TestDistrict.ofDays(60).id(id).build());
    }

    assertThat(TestCity.evaluate(indicator, PARAMETERS, unobserved).values())
        .extracting(Result::status)
        .containsOnly(Status.MISSING_INPUT);
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void survivesAPeriodOutsideTheSeries(Indicator indicator) {
    List<DistrictSeries> empty =
        RandomCity.districts(1, 3, 60, 0).stream()
            .map(series -> during(indicator, series, 500, 600))
            .toList();

    assertThat(TestCity.evaluate(indicator, PARAMETERS, empty).values())
        .extracting(Result::status)
        .containsOnly(Status.MISSING_INPUT);
  }

  @Test
  void isFoundByWhatThePageCallsIt() {
    for (String asked :
        List.of("E1", "e1", "response_lag", "Response lag", " response-lag", "响应滞后")) {
      assertThat(Indicators.find(asked).orElseThrow().spec().id()).as(asked).isEqualTo("E1");
    }
    assertThat(Indicators.find("response")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void isDeclaredInFull(Indicator indicator) {
    IndicatorSpec spec = indicator.spec();

    assertThat(spec.title().english()).isNotBlank().isASCII();
    assertThat(spec.title().chinese()).matches(".*\\p{IsHan}.*");
    // One sentence, which a reader takes in at once.
    assertThat(spec.plainly().english()).isASCII().matches("[A-Z][^.]*(\\.\\d[^.]*)?\\.");
    assertThat(spec.plainly().english().split(" ")).hasSizeBetween(5, 25);
    assertThat(spec.plainly().chinese()).matches("[\\p{IsHan}\\d].*。").hasSizeLessThan(60);
    assertThat(spec.definition()).endsWith(".").doesNotContain("%d", "%.", "  ");
    assertThat(spec.uncertainty()).endsWith(".").doesNotContain("  ");
    assertThat(spec.citations()).isNotEmpty().noneMatch(String::isBlank);
    assertThat(spec.levels()).isNotEmpty();
    assertThat(spec.methodVersion()).isPositive();
  }

  @Test
  void idsAndNamesAreUnique() {
    assertThat(Indicators.ALL).extracting(i -> i.spec().id()).doesNotHaveDuplicates();
    assertThat(Indicators.ALL).extracting(i -> i.spec().name()).doesNotHaveDuplicates();
    assertThat(Indicators.ALL).extracting(i -> i.spec().title()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void isOkWhereThereIsEnoughToSee(Indicator indicator) {
    Map<String, Result> results =
        TestCity.evaluate(indicator, PARAMETERS, RandomCity.districts(5, 12, 200, 0.02));

    if (indicator.spec().levels().contains(Level.DISTRICT)) {
      assertThat(results).anySatisfy((id, result) -> assertThat(isOkDistrict(id, result)).isTrue());
    }
    if (indicator instanceof PooledIndicator) {
      assertThat(results.get(TestCity.CITY).status()).isEqualTo(Status.OK);
    }
  }

  /** Nobody is silent: a value has an interval, or its level is declared exact. */
  @ParameterizedTest
  @MethodSource("indicators")
  void isExactWhereItSaysSoAndBoundElsewhere(Indicator indicator) {
    Map<Level, Integer> bound = new EnumMap<>(Level.class);
    Map<Level, Integer> unbound = new EnumMap<>(Level.class);
    for (int seed = 0; seed < 4; seed++) {
      TestCity.evaluate(indicator, PARAMETERS, RandomCity.districts(seed, 12, 200, 0.02))
          .forEach(
              (id, result) -> {
                if (result.status() == Status.OK) {
                  Level level = id.equals(TestCity.CITY) ? Level.CITY : Level.DISTRICT;
                  (result.interval().isPresent() ? bound : unbound).merge(level, 1, Integer::sum);
                }
              });
    }

    for (Level level : indicator.spec().levels()) {
      if (indicator.spec().exact().contains(level)) {
        assertThat(bound).as("bound").doesNotContainKey(level);
      } else if (unbound.containsKey(level)) {
        // A few of many: where nothing varies, there is no error to be seen.
        assertThat(bound).as("bound").containsKey(level);
      }
    }
  }

  private static boolean isOkDistrict(String id, Result result) {
    return !id.equals(TestCity.CITY) && result.status() == Status.OK;
  }

  private static List<DistrictSeries> lastNinetyDays(
      Indicator indicator, List<DistrictSeries> city) {
    return city.stream().map(series -> during(indicator, series, 30, 119)).toList();
  }

  private static double lowest(IndicatorSpec spec, String id, Result result) {
    return switch (spec.unit()) {
      // A district's share of an inequality of its city may be below zero.
      case THEIL, PERCENTAGE_POINTS -> id.equals(TestCity.CITY) ? 0 : -Double.MAX_VALUE;
      case COEFFICIENT -> -coefficient(spec, result);
      case DAYS_PER_WAVE -> -Double.MAX_VALUE;
      // An answer may come before the outbreak.
      case DAYS -> spec.id().equals("E1") ? -Double.MAX_VALUE : 0;
      default -> 0;
    };
  }

  private static double highest(IndicatorSpec spec, Result result) {
    return switch (spec.unit()) {
      case RATIO -> 1;
      case COEFFICIENT -> coefficient(spec, result);
      case INDEX -> 100;
      default -> Double.MAX_VALUE;
    };
  }

  /**
   * How far from 0 a coefficient may lie. That of neighbours is bounded by the eigenvalues of their
   * weights made symmetric, and these by the largest sum of a row: of districts in a row, 5/4,
   * where one has an end for a neighbour. Islands are in n and not in the weights.
   */
  private static double coefficient(IndicatorSpec spec, Result result) {
    if (!spec.id().equals("S4")) {
      return 1;
    }
    int linked = result.n() - (int) result.parts().get("islands");
    return 1.25 * result.n() / linked;
  }
}
