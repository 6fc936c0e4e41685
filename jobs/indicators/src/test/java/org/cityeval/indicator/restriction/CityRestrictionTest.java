package org.cityeval.indicator.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.indicator.restriction.TestRestriction.constant;
import static org.cityeval.indicator.restriction.TestRestriction.days;
import static org.cityeval.indicator.restriction.TestRestriction.district;
import static org.cityeval.indicator.restriction.TestRestriction.then;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.RISK_CITY;
import static org.cityeval.series.Quantity.RISK_LEVEL;
import static org.cityeval.series.Quantity.RISK_NEIGHBOURS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Parameters.RiskScope;
import org.cityeval.indicator.PooledIndicator.City;
import org.cityeval.indicator.PooledIndicator.Member;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.numeric.timeseries.DayWeighted;
import org.cityeval.numeric.timeseries.LongRunError;
import org.cityeval.numeric.timeseries.OneDay;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Period;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

class CityRestrictionTest {
  private static final double NAN = Double.NaN;
  private static final Offset<Double> CLOSE = within(1e-12);

  @Test
  void findsInOnePassWhatEachDayMakesOfTheMeans() {
    SplittableRandom random = new SplittableRandom(10);
    double[][] fall = new double[4][];
    double[][] risk = new double[4][];
    for (int i = 0; i < fall.length; i++) {
      fall[i] = OneDay.random(random, 70, true);
      risk[i] = OneDay.random(random, 70, true);
    }
    CityRestriction city = new CityRestriction(List.of(), fall, risk);

    OneDay.isAsAskedForEachDay(
        city.ofMeans((f, r) -> f[0] - 3 * f[3] + r[1] / r[2] + f[1] * r[3]), 70);
  }

  @Test
  void leavesOutADistrictObservedTooSeldomOrOfUnknownPopulation() {
    DistrictSeries threeQuarters = district("d", 1, then(days(15, 0.5), days(5, NAN)), days(20, 1));
    DistrictSeries fourFifths = district("e", 2, then(days(16, 0.5), days(4, NAN)), days(20, 1));
    DistrictSeries thirteenOfSixteen =
        district("f", 4, then(days(13, 0.5), days(3, NAN)), days(16, 1));

    Result result =
        meanFallOf(
            constant("a", 1, 0.1, 1),
            constant("b", 1, 0.3, 1),
            constant("c", NAN, 0.9, 1),
            threeQuarters,
            fourFifths,
            thirteenOfSixteen);

    assertThat(result.value()).isCloseTo((0.1 + 0.3 + 0.5) / 3, within(1e-12));
    assertThat(result.n()).isEqualTo(3);
    assertThat(result.coverage()).isCloseTo((1 + 1 + 0.8) / 6, within(1e-12));
    assertThat(result.parts())
        .containsEntry("districts", 3)
        .containsEntry("districts_left_out", 3)
        // Of 1, 1, 1, 2 and 4, and one that is not known.
        .containsEntry("residents_share", 4 / 9.0)
        .containsEntry("risk_scope", "own")
        .containsEntry("lag_days", 0);
  }

  @Test
  void listsTheMeansOfEachDistrictOfACityThatIsNotLarge() {
    CityRestriction three =
        seen(
            TestRestriction.OWN_AT_ONCE,
            district("a", 1, then(days(10, 0.2), days(10, 0.6)), then(days(15, 2), days(5, 4))),
            constant("b", 1, 0.1, 1),
            constant("c", 1, 0, 5));

    // (.2 + .6) / 2, and (15 · 2 + 5 · 4) / 20.
    assertThat(three.explainMeans(Result.ok(1)).parts())
        .hasSize(6)
        .hasEntrySatisfying("fall_of_a", fall -> assertThat((double) fall).isCloseTo(0.4, CLOSE))
        .containsEntry("risk_of_a", 2.5)
        .hasEntrySatisfying("fall_of_b", fall -> assertThat((double) fall).isCloseTo(0.1, CLOSE))
        .containsEntry("risk_of_c", 5.0);
  }

  @Test
  void listsNoMeansOfALargeCity() {
    assertThat(seen(TestRestriction.OWN_AT_ONCE, alike(30)).explainMeans(Result.ok(1)).parts())
        .hasSize(60);
    assertThat(seen(TestRestriction.OWN_AT_ONCE, alike(31)).explainMeans(Result.ok(1)).parts())
        .isEmpty();
  }

  private static DistrictSeries[] alike(int districts) {
    DistrictSeries[] alike = new DistrictSeries[districts];
    Arrays.setAll(alike, i -> constant("d" + i, 1, 0.1, 1));
    return alike;
  }

  @Test
  void isInsufficientWithTwoDistricts() {
    Result result =
        meanFallOf(constant("a", 1, 0.1, 1), constant("b", 1, 0.3, 1), constant("c", NAN, 0.9, 1));

    assertThat(result.status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(result.n()).isEqualTo(2);
  }

  @Test
  void isMissingInputWhereNoDistrictHasAllInputs() {
    DistrictSeries withoutRisk = TestDistrict.ofDays(20).with(MOBILITY_SMOOTHED, -0.5).build();
    DistrictSeries withoutMobility = TestDistrict.ofDays(20).id("b").with(RISK_LEVEL, 3).build();

    assertThat(meanFallOf(withoutRisk, withoutMobility).status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(meanFallOf(withoutRisk, constant("c", NAN, 0.5, 3)).status())
        .isEqualTo(Status.MISSING_INPUT);
    assertThat(meanFallOf().status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(meanFallOf(withoutRisk, constant("c", 1, 0.5, 3)).status())
        .isEqualTo(Status.INSUFFICIENT);
  }

  @Test
  void isNotApplicableWhereTheMeasureIsUndefined() {
    Result result = pool(TestRestriction.OWN_AT_ONCE, city(), new Measure((city, weights) -> NAN));

    assertThat(result.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(result.reason()).isEqualTo("undefined");
    assertThat(result.n()).isEqualTo(3);
  }

  @Test
  void aRiseIsNoFall() {
    CityRestriction city =
        seen(
            TestRestriction.OWN_AT_ONCE,
            constant("a", 1, -0.3, 1),
            constant("b", 1, 0, 1),
            constant("c", 1, 0.4, 1));

    assertThat(city.meanFall(once(city))).containsExactly(new double[] {0, 0, 0.4}, within(1e-12));
  }

  @Test
  void looksAtDaysWithBothOnly() {
    // Fall .2 on ten days and .6 on ten, the risk of the last four is not known: 5.6 / 16.
    CityRestriction city =
        seen(
            TestRestriction.OWN_AT_ONCE,
            district("a", 1, then(days(10, 0.2), days(10, 0.6)), then(days(16, 2), days(4, NAN))),
            constant("b", 1, 0, 4),
            constant("c", 1, 0, 1));

    assertThat(city.meanFall(once(city))[0]).isCloseTo(0.35, within(1e-12));
    assertThat(city.meanRisk(once(city))).containsExactly(2, 4, 1);
    // Days 0 and 10 once and no other: (.2 + .6) / 2. Day 19 alone is not observed.
    assertThat(city.meanFall(alone(0, 10))[0]).isCloseTo(0.4, within(1e-12));
    assertThat(city.meanFall(alone(19))[0]).isNaN();
  }

  @Test
  void riskIsThatOfTheScopeAsKnownBefore() {
    // Own risk rises to 5 on day 10, known two days later; neighbours are at 3, the city at 4.
    DistrictSeries district =
        TestDistrict.ofDays(20)
            .with(MOBILITY_SMOOTHED, -0.5)
            .with(RISK_LEVEL, 1)
            .with(RISK_LEVEL, 10, 19, 5)
            .with(RISK_NEIGHBOURS, 3)
            .with(RISK_CITY, 4)
            .build();
    DistrictSeries[] city = {district, constant("b", 1, 0, 1), constant("c", 1, 0, 1)};

    CityRestriction own = seen(knownAfterTwoDays(RiskScope.OWN), city);
    CityRestriction neighbours = seen(knownAfterTwoDays(RiskScope.NEIGHBOURS), city);
    CityRestriction whole = seen(knownAfterTwoDays(RiskScope.CITY), city);

    assertThat(own.risk()[0][1]).isNaN();
    assertThat(own.fall()[0][1]).isNaN();
    assertThat(own.risk()[0][11]).isEqualTo(1);
    assertThat(own.risk()[0][12]).isEqualTo(5);
    assertThat(neighbours.risk()[0][11]).isEqualTo(3);
    assertThat(whole.risk()[0][11]).isEqualTo(4);
    assertThat(whole.risk()[0][12]).isEqualTo(5);
  }

  @Test
  void alignsDistrictsByDateAndSortsThemById() {
    Period late =
        new Period(
            "late",
            "late",
            Period.Kind.NAMED,
            TestDistrict.FIRST_DAY.plusDays(4),
            TestDistrict.FIRST_DAY.plusDays(19));

    CityRestriction city =
        seen(
            TestRestriction.OWN_AT_ONCE,
            constant("c", 30, 0.3, 1),
            constant("a", 10, 0.1, 1).during(late),
            constant("b", 20, 0.2, 1));

    assertThat(city.districtIds()).containsExactly("a", "b", "c");
    assertThat(city.residents()).containsExactly(10, 20, 30);
    assertThat(city.days()).isEqualTo(20);
    assertThat(city.fall()[0][3]).isNaN();
    assertThat(city.fall()[0][4]).isEqualTo(0.1);
  }

  private static Parameters knownAfterTwoDays(RiskScope scope) {
    return Parameters.DEFAULTS.with(new Parameters.Restriction(-0.20, 3, 2, scope));
  }

  private static DistrictSeries[] city() {
    return new DistrictSeries[] {
      constant("a", 1, 0.1, 1), constant("b", 1, 0.2, 2), constant("c", 1, 0.3, 3)
    };
  }

  private static Result meanFallOf(DistrictSeries... districts) {
    return pool(
        TestRestriction.OWN_AT_ONCE,
        districts,
        new Measure(
            (city, weights) -> Arrays.stream(city.meanFall(weights)).average().orElseThrow()));
  }

  /** The districts as a measure sees them. */
  private static CityRestriction seen(Parameters parameters, DistrictSeries... districts) {
    List<CityRestriction> seen = new ArrayList<>();
    pool(
        parameters,
        districts,
        new Measure(
            (city, weights) -> {
              seen.add(city);
              return 1;
            }));
    return seen.get(0);
  }

  private static Result pool(
      Parameters parameters, DistrictSeries[] districts, CityRestriction.Measure measure) {
    List<Member> members =
        Arrays.stream(districts)
            .map(
                series ->
                    new Member(
                        series.districtId(),
                        series.population(),
                        List.of(),
                        CityRestriction.observe(series, parameters)))
            .toList();
    return CityRestriction.pool(new City(members, null), parameters, measure).city();
  }

  private static double[] once(CityRestriction city) {
    return LongRunError.once(city.days());
  }

  private static double[] alone(int... days) {
    double[] weights = new double[TestRestriction.DAYS];
    for (int day : days) {
      weights[day] = 1;
    }
    return weights;
  }

  private record Measure(Statistic statistic) implements CityRestriction.Measure {
    interface Statistic {
      double of(CityRestriction city, double[] weights);
    }

    @Override
    public DayWeighted of(CityRestriction city) {
      return weights -> statistic.of(city, weights);
    }

    @Override
    public ErrorScale scale() {
      return ErrorScale.LINEAR;
    }

    @Override
    public String notApplicable() {
      return "undefined";
    }
  }
}
