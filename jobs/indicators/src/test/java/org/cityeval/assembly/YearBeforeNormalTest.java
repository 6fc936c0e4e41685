package org.cityeval.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.assembly.YearBeforeNormal.Average.MEAN;
import static org.cityeval.assembly.YearBeforeNormal.Average.MEDIAN;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.cityeval.assembly.MeasureConversion.Converted;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class YearBeforeNormalTest {
  private static final LocalDate FROM = LocalDate.of(2018, 10, 1);
  private static final int TWO_YEARS = 2 * 365;

  /** Travel of a city: 100, but 40 from seven days before New Year's day to ten after it. */
  private static double[] festivalDips() {
    double[] travel = new double[TWO_YEARS];
    Arrays.fill(travel, 100);
    for (String newYear : new String[] {"2019-02-05", "2020-01-25"}) {
      int day = index(newYear);
      Arrays.fill(travel, day - 7, day + 11, 40);
    }
    return travel;
  }

  @ParameterizedTest
  @EnumSource(YearBeforeNormal.Average.class)
  void aFestivalThatMovedIsNoChangeWhereTheFestivalsAreAligned(YearBeforeNormal.Average average) {
    // A mean smears the edges of the dip over its window; over the day alone both are exact.
    int window = average == MEAN ? 1 : 7;
    double[] change =
        change(festivalDips(), new YearBeforeNormal(Alignment.SPRING_FESTIVAL, window, average))
            .daily();

    assertThat(Arrays.copyOfRange(change, index("2019-10-01"), TWO_YEARS)).containsOnly(0);
  }

  @Test
  void theCalendarSeesADipAndASurgeThatWereNone() {
    double[] change =
        change(festivalDips(), new YearBeforeNormal(Alignment.CALENDAR, 7, MEDIAN)).daily();

    // 2020-01-20 is in the dip, 2019-01-20 before it: 40 / 100 - 1.
    assertThat(change[index("2020-01-20")]).isCloseTo(-.6, within(1e-12));
    // 2020-02-08 is after the dip, 2019-02-08 within it: 100 / 40 - 1.
    assertThat(change[index("2020-02-08")]).isCloseTo(1.5, within(1e-12));
  }

  @Test
  void aSeriesThatDoesNotReachBackHasNoNormalAndSaysSo() {
    Converted tooShort =
        change(
            Arrays.copyOf(festivalDips(), 200), new YearBeforeNormal(Alignment.WEEKDAY, 7, MEDIAN));

    assertThat(tooShort.daily()).containsOnly(Double.NaN);
    assertThat(tooShort.withoutNormal()).containsOnly(true);
  }

  @Test
  void fromTheDayOnThatHalfAWindowReachesBackThereIsAChange() {
    Converted all = change(festivalDips(), new YearBeforeNormal(Alignment.WEEKDAY, 7, MEDIAN));

    // Day 364 is aligned with day 0, whose window holds days 0 to 3: four of seven.
    assertThat(all.daily()[363]).isNaN();
    assertThat(all.withoutNormal()[363]).isTrue();
    assertThat(all.daily()[364]).isZero();
    assertThat(all.withoutNormal()[364]).isFalse();
  }

  @Test
  void aGapLastYearIsNoNormalThisYear() {
    double[] travel = festivalDips();
    Arrays.fill(travel, 50, 60, Double.NaN);
    double[] change = change(travel, new YearBeforeNormal(Alignment.WEEKDAY, 7, MEDIAN)).daily();

    // The window of day 50 holds 47, 48 and 49 alone; that of day 49 46 to 49.
    assertThat(change[364 + 49]).isZero();
    assertThat(change[364 + 50]).isNaN();
    assertThat(change[364 + 59]).isNaN();
    assertThat(change[364 + 60]).isZero();
  }

  @Test
  void aWeekIsTheSameWhicheverDayItIsCentredOn() {
    double[] travel = new double[TWO_YEARS];
    // Weekends at 70, other days at 100: a mean of 640 / 7, a median of 100.
    Arrays.setAll(travel, day -> FROM.plusDays(day).getDayOfWeek().getValue() > 5 ? 70 : 100);

    double[] calendar = change(travel, new YearBeforeNormal(Alignment.CALENDAR, 7, MEAN)).daily();
    double[] weekday = change(travel, new YearBeforeNormal(Alignment.WEEKDAY, 7, MEAN)).daily();

    assertThat(calendar[500]).isCloseTo(weekday[500], within(1e-12));
    int monday = index("2020-03-02");
    assertThat(calendar[monday]).isCloseTo(700 / 640.0 - 1, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -7, 6})
  void aWindowHasAMiddleDay(int days) {
    assertThatThrownBy(() -> new YearBeforeNormal(Alignment.WEEKDAY, days, MEAN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Converted change(double[] level, Normal normal) {
    Baseline baseline = new Baseline("last year", normal, Baseline.Timing.BEFORE_THE_EMERGENCY);
    return MeasureConversion.convert(
        level,
        new MeasureRule(
            Quantity.MOBILITY_ACTIVITY_CHANGE,
            MeasureKind.LEVEL,
            1,
            1,
            MeasureRule.BeforeFirst.MISSING,
            baseline,
            Placement.DAILY),
        FROM);
  }

  private static int index(String day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(FROM, LocalDate.parse(day)));
  }
}
