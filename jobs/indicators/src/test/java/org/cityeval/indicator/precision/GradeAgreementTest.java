package org.cityeval.indicator.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.POLICY_GRADE;
import static org.cityeval.series.Quantity.RISK_LEVEL;
import static org.cityeval.series.Quantity.RISK_NEIGHBOURS;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Parameters.RiskScope;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.indicator.restriction.TestRestriction;
import org.cityeval.numeric.timeseries.OneDay;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

class GradeAgreementTest {
  private static final double NAN = Double.NaN;

  /** SexualFun of R's vcd: cases by the grade of the first and of the second answer. */
  private static final int[][] SEXUAL_FUN = {
    {7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}
  };

  private final GradeAgreement indicator = new GradeAgreement();

  @Test
  void findsInOnePassWhatEachDayMakesOfTheKappa() {
    SplittableRandom random = new SplittableRandom(8);
    for (int districts : new int[] {1, 2, 5, 40}) {
      for (int kinds : new int[] {1, 2, 25}) {
        int[][] cells = new int[districts][90];
        for (int[] district : cells) {
          Arrays.setAll(district, day -> random.nextInt(-1, kinds));
        }

        OneDay.isAsAskedForEachDay(GradeAgreement.quadratic(cells), 90);
      }
    }
  }

  @Test
  void isTheQuadraticKappaOfVcd() {
    // vcd 1.4: quadratic .33204559, linear .23738063; a fifth grade that nobody gives changes
    // neither. Below the diagonal 27 of 91, above it 31.
    Result result = own(daysOf(SEXUAL_FUN).build());

    assertThat(result.value()).isCloseTo(0.33204559, within(1e-8));
    assertThat((double) result.parts().get("linear_kappa")).isCloseTo(0.23738063, within(1e-8));
    assertThat(result.parts())
        .containsEntry("days_stricter_than_risk", 27L)
        .containsEntry("days_laxer_than_risk", 31L)
        .containsEntry("days_as_risk", 33L)
        .containsEntry("risk_scope", "own")
        .containsEntry("lag_days", 0);
    assertThat(result.n()).isEqualTo(91);
    assertThat(result.interval().orElseThrow().method()).isEqualTo(DayStatistic.METHOD);
  }

  @Test
  void theCityPoolsTheDaysOfItsDistricts() {
    // The first two rows of the table in one district (39 days), the others in another (52).
    int[][] none = {{0, 0, 0, 0}, {0, 0, 0, 0}};
    int[][] first = {SEXUAL_FUN[0], SEXUAL_FUN[1], none[0], none[1]};
    int[][] second = {none[0], none[1], SEXUAL_FUN[2], SEXUAL_FUN[3]};

    Pooled pooled =
        pool(
            TestRestriction.OWN_AT_ONCE,
            daysOf(first).id("a").build(),
            daysOf(second).id("b").build(),
            TestDistrict.ofDays(52).id("c").build());

    assertThat(pooled.city().value()).isCloseTo(0.33204559, within(1e-8));
    assertThat(pooled.city().n()).isEqualTo(91);
    assertThat(pooled.city().coverage()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(pooled.city().parts()).containsEntry("districts", 2);
    assertThat(pooled.districts().get("a").n()).isEqualTo(39);
    assertThat(pooled.districts().get("c").status()).isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void isOneWhereTheGradeFollowsTheRiskThatIsKnown() {
    double[] risk = {1, 3, 5, 2, 4, 4, 1, 1, 2, 3, 5, 5, 4, 2, 1};
    double[] grade = new double[risk.length];
    for (int day = 1; day < grade.length; day++) {
      grade[day] = risk[day - 1] - 1;
    }
    DistrictSeries series =
        TestDistrict.ofDays(15).daily(RISK_LEVEL, risk).daily(POLICY_GRADE, grade).build();

    Result nextDay = district(lag(1), series);

    assertThat(nextDay.value()).isEqualTo(1);
    assertThat(nextDay.n()).isEqualTo(14);
    assertThat(own(series).value()).isLessThan(1);
  }

  @Test
  void isMinusOneWhereTheEndsAreExchanged() {
    // Grade 4 at risk 1 and 0 at risk 5, ten days each: observed agreement 0, by chance a half.
    assertThat(
            own(TestDistrict.ofDays(20)
                    .with(POLICY_GRADE, 0, 9, 4)
                    .with(POLICY_GRADE, 10, 19, 0)
                    .with(RISK_LEVEL, 0, 9, 1)
                    .with(RISK_LEVEL, 10, 19, 5)
                    .build())
                .value())
        .isCloseTo(-1, within(1e-12));
  }

  @Test
  void isZeroWhereOrdersNeverFollowedTheRisk() {
    assertThat(
            own(TestDistrict.ofDays(20)
                    .with(POLICY_GRADE, 2)
                    .with(RISK_LEVEL, 1)
                    .with(RISK_LEVEL, 5, 9, 4)
                    .build())
                .value())
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void isNotApplicableWithOneGradeAndOneLevelThroughout() {
    DistrictSeries alike =
        TestDistrict.ofDays(20).with(POLICY_GRADE, 2).with(RISK_LEVEL, 3).build();
    DistrictSeries different =
        TestDistrict.ofDays(20).with(POLICY_GRADE, 0).with(RISK_LEVEL, 3).build();

    assertThat(own(alike).status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(own(different).status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(own(different).n()).isEqualTo(20);
  }

  @Test
  void readsGradesToTheNearestWholeWithinTheScale() {
    double[] whole = {0, 1, 2, 3, 4, 4, 0, 1, 1, 2, 3, 3, 2, 0};
    double[] near = {0.4, 0.6, 2.4, 2.6, 4.2, 7, -1, 1, 1, 2, 3, 3, 2, 0};
    double[] risk = {1, 3, 5, 2, 4, 4, 1, 1, 2, 3, 5, 5, 4, 2};

    assertThat(graded(near, risk).value()).isEqualTo(graded(whole, risk).value());
  }

  @Test
  void leavesOutDaysWithoutAnOrderOrARisk() {
    double[] grade = {0, 1, 2, 3, 4, 4, 0, 1, 1, 2, 3, 3, 2, 0, NAN, 4, 4};
    double[] risk = {1, 3, 5, 2, 4, 4, 1, 1, 2, 3, 5, 5, 4, 2, 1, NAN, NAN};

    Result result = graded(grade, risk);

    assertThat(result.n()).isEqualTo(14);
    assertThat(result.coverage()).isCloseTo(14 / 17.0, within(1e-12));
    assertThat(result.value())
        .isEqualTo(graded(Arrays.copyOf(grade, 14), Arrays.copyOf(risk, 14)).value());
  }

  @Test
  void isInsufficientWithThirteenDays() {
    TestDistrict district =
        TestDistrict.ofDays(20).with(POLICY_GRADE, 0, 12, 1).with(POLICY_GRADE, 0, 3, 2);
    district.with(RISK_LEVEL, 2).with(RISK_LEVEL, 0, 5, 3);

    assertThat(own(district.build()).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(own(district.build()).n()).isEqualTo(13);
    assertThat(own(district.with(POLICY_GRADE, 13, 13, 1).build()).status()).isEqualTo(Status.OK);
  }

  @Test
  void countsTheRiskOfNeighboursWhereTheScopeSaysSo() {
    DistrictSeries series =
        TestDistrict.ofDays(20)
            .with(POLICY_GRADE, 0, 9, 0)
            .with(POLICY_GRADE, 10, 19, 4)
            .with(RISK_LEVEL, 1)
            .with(RISK_NEIGHBOURS, 1)
            .with(RISK_NEIGHBOURS, 10, 19, 5)
            .build();
    Parameters neighbours =
        TestTargeting.with(new Parameters.Restriction(-0.20, 3, 0, RiskScope.NEIGHBOURS));

    assertThat(district(neighbours, series).value()).isCloseTo(1, within(1e-12));
    assertThat(own(series).value()).isCloseTo(0, within(1e-12));
  }

  @Test
  void isMissingInputWithoutOrdersOrRisk() {
    DistrictSeries withoutOrders = TestDistrict.ofDays(20).with(RISK_LEVEL, 3).build();
    DistrictSeries withoutRisk = TestDistrict.ofDays(20).with(POLICY_GRADE, 3).build();

    assertThat(own(withoutOrders).status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(own(withoutRisk).status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(pool(TestRestriction.OWN_AT_ONCE, withoutOrders).city().status())
        .isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void theCityIsInsufficientWhereNoDistrictCanBeJudged() {
    DistrictSeries few = TestDistrict.ofDays(10).with(POLICY_GRADE, 1).with(RISK_LEVEL, 3).build();

    Result city =
        pool(TestRestriction.OWN_AT_ONCE, few, TestDistrict.ofDays(10).id("b").build()).city();

    assertThat(city.status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(city.n()).isZero();
    assertThat(city.coverage()).isZero();
  }

  /** As many days as the table has cases, rows being orders and columns risk. */
  private static TestDistrict daysOf(int[][] table) {
    int days = Arrays.stream(table).flatMapToInt(Arrays::stream).sum();
    TestDistrict district = TestDistrict.ofDays(days);
    int day = 0;
    for (int row = 0; row < table.length; row++) {
      for (int column = 0; column < table[row].length; column++) {
        for (int i = 0; i < table[row][column]; i++) {
          district.with(POLICY_GRADE, day, day, row).with(RISK_LEVEL, day, day, column + 1.0);
          day++;
        }
      }
    }
    return district;
  }

  private Result graded(double[] grade, double[] risk) {
    return own(
        TestDistrict.ofDays(grade.length)
            .daily(POLICY_GRADE, grade)
            .daily(RISK_LEVEL, risk)
            .build());
  }

  private static Parameters lag(int days) {
    return TestTargeting.with(new Parameters.Restriction(-0.20, 3, days, RiskScope.OWN));
  }

  private Result own(DistrictSeries series) {
    return district(TestRestriction.OWN_AT_ONCE, series);
  }

  private Result district(Parameters parameters, DistrictSeries series) {
    return pool(parameters, series).districts().get(series.districtId());
  }

  private Pooled pool(Parameters parameters, DistrictSeries... districts) {
    return TestCity.pool(indicator, parameters, districts);
  }
}
