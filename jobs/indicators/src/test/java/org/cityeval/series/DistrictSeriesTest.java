package org.cityeval.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.NEW_CASES;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DistrictSeriesTest {
  private static final double NAN = Double.NaN;

  private static final DistrictSeries TEN_DAYS =
      TestDistrict.ofDays(10)
          .id("d")
          .population(7)
          .daily(NEW_CASES, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
          .with(MOBILITY_SMOOTHED, 0, 2, -0.5)
          .build();

  @Test
  void holdsTheDaysOfAPeriod() {
    DistrictSeries cut = TEN_DAYS.during(days(3, 5));

    assertThat(cut.daily(NEW_CASES)).containsExactly(3, 4, 5);
    assertThat(cut.firstDay()).isEqualTo(TestDistrict.FIRST_DAY.plusDays(3));
    assertThat(cut.days()).isEqualTo(3);
    assertThat(cut.leadDays()).isZero();
    assertThat(cut.districtId()).isEqualTo("d");
    assertThat(cut.population()).isEqualTo(7);
  }

  @Test
  void holdsTheDaysThatLeadToThePeriodToo() {
    DistrictSeries cut = TEN_DAYS.during(days(5, 6), 2);

    assertThat(cut.daily(NEW_CASES)).containsExactly(5, 6);
    assertThat(cut.days()).isEqualTo(2);
    assertThat(cut.leadDays()).isEqualTo(2);
    assertThat(cut.date(0)).isEqualTo(TestDistrict.FIRST_DAY.plusDays(5));
    assertThat(cut.withLead().daily(NEW_CASES)).containsExactly(3, 4, 5, 6);
    assertThat(cut.withLead().firstDay()).isEqualTo(TestDistrict.FIRST_DAY.plusDays(3));
    assertThat(cut.withLead().days()).isEqualTo(4);
  }

  @Test
  void leadsWithNoMoreDaysThanThereAre() {
    DistrictSeries cut = TEN_DAYS.during(days(2, 3), 28);

    assertThat(cut.withLead().daily(NEW_CASES)).containsExactly(0, 1, 2, 3);
    assertThat(cut.leadDays()).isEqualTo(2);
    assertThat(TEN_DAYS.during(days(-4, 1), 28).leadDays()).isZero();
    assertThat(TEN_DAYS.during(days(-4, 1), 28).daily(NEW_CASES)).containsExactly(0, 1);
  }

  @Test
  void endsWithTheSeries() {
    DistrictSeries cut = TEN_DAYS.during(days(8, 20), 1);

    assertThat(cut.daily(NEW_CASES)).containsExactly(8, 9);
    assertThat(cut.earlier(NEW_CASES, 1)).containsExactly(7, 8);
    assertThat(cut.leadDays()).isEqualTo(1);
  }

  @Test
  void isEmptyWhereThePeriodLiesElsewhere() {
    for (Period period : new Period[] {days(10, 12), days(40, 50), days(-9, -1)}) {
      DistrictSeries cut = TEN_DAYS.during(period, 28);

      assertThat(cut.days()).isZero();
      assertThat(cut.leadDays()).isZero();
      assertThat(cut.daily(NEW_CASES)).isEmpty();
      assertThat(cut.observes(NEW_CASES)).isFalse();
    }
  }

  @Test
  void aPeriodOfAPeriodHasTheLeadOfTheLast() {
    DistrictSeries cut = TEN_DAYS.during(days(4, 8), 3).during(days(6, 7), 1);

    assertThat(cut.withLead().daily(NEW_CASES)).containsExactly(5, 6, 7);
    assertThat(cut.leadDays()).isEqualTo(1);
  }

  @Test
  void theDayBeforeThePeriodIsKnownOnItsFirst() {
    DistrictSeries cut = TEN_DAYS.during(days(5, 7), 2);

    assertThat(cut.earlier(NEW_CASES, 0)).containsExactly(5, 6, 7);
    assertThat(cut.earlier(NEW_CASES, 1)).containsExactly(4, 5, 6);
    assertThat(cut.earlier(NEW_CASES, 2)).containsExactly(3, 4, 5);
    // Mobility was observed on days 0 to 2.
    assertThat(TEN_DAYS.during(days(2, 5), 1).earlier(MOBILITY_SMOOTHED, 1))
        .containsExactly(-0.5, -0.5, NAN, NAN);
    assertThat(cut.observes(MOBILITY_SMOOTHED)).isFalse();
  }

  @Test
  void nothingLiesBeforeAWholeSeries() {
    assertThat(TEN_DAYS.earlier(NEW_CASES, 3)).containsExactly(NAN, NAN, NAN, 0, 1, 2, 3, 4, 5, 6);
    assertThat(TEN_DAYS.earlier(NEW_CASES, 11)).containsOnly(NAN);
    assertThat(TEN_DAYS.during(days(1, 3), 2).earlier(NEW_CASES, 2)).containsExactly(NAN, 0, 1);
  }

  @Test
  void aLagThatWasNotAskedForIsNotCutInSilence() {
    DistrictSeries cut = TEN_DAYS.during(days(5, 7), 2);

    assertThatThrownBy(() -> cut.earlier(NEW_CASES, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 days before");
    assertThatThrownBy(() -> TEN_DAYS.during(days(5, 7)).earlier(NEW_CASES, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cut.earlier(NEW_CASES, -1))
        .isInstanceOf(IllegalArgumentException.class);
    // Days that the first cut left out are not found by a second.
    assertThatThrownBy(() -> cut.during(days(6, 7), 9).earlier(NEW_CASES, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsTheQuantitiesAskedForOnly() {
    DistrictSeries cases = TEN_DAYS.during(days(5, 6), 2).only(Set.of(NEW_CASES));

    assertThat(cases.withLead().daily(NEW_CASES)).containsExactly(3, 4, 5, 6);
    assertThat(cases.leadDays()).isEqualTo(2);
    assertThat(cases.observes(MOBILITY_SMOOTHED)).isFalse();
    assertThat(cases.daily(MOBILITY_SMOOTHED)).containsExactly(NAN, NAN);
    assertThat(TEN_DAYS.only(Set.of()).observes(NEW_CASES)).isFalse();
    assertThat(TEN_DAYS.observes(MOBILITY_SMOOTHED)).isTrue();
  }

  @Test
  void countsTheDaysObserved() {
    assertThat(TEN_DAYS.observedDays(NEW_CASES)).isEqualTo(10);
    assertThat(TEN_DAYS.observedDays(MOBILITY_SMOOTHED)).isEqualTo(3);
    assertThat(TEN_DAYS.observedDays(Quantity.RT_HIGH)).isZero();
  }

  @Test
  void handsOutAndTakesInCopies() {
    double[] daily = {1, 2};
    DistrictSeries series = TestDistrict.ofDays(2).daily(NEW_CASES, daily).build();

    daily[0] = 9;
    series.daily(NEW_CASES)[1] = 9;

    assertThat(series.daily(NEW_CASES)).containsExactly(1, 2);
  }

  @Test
  void refusesAQuantityOfOtherDays() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new DistrictSeries(
                    "c",
                    "d",
                    Level.DISTRICT,
                    1,
                    TestDistrict.FIRST_DAY,
                    3,
                    Map.of(NEW_CASES, new double[2])))
        .withMessageContaining("2 days");
  }

  private static Period days(int first, int last) {
    return new Period(
        "p",
        "p",
        Period.Kind.NAMED,
        TestDistrict.FIRST_DAY.plusDays(first),
        TestDistrict.FIRST_DAY.plusDays(last));
  }
}
