package org.cityeval.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.config.lake.ContractCheck;
import org.cityeval.config.lake.ContractCheck.Implementation;
import org.cityeval.config.lake.ContractCheck.Method;
import org.cityeval.config.lake.ContractCheck.Unit;
import org.cityeval.config.lake.MustBe;
import org.junit.jupiter.api.Test;

class SeriesRuleTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
  private static final Measurement.Subject SUBJECT =
      new Measurement.Subject("new_cases", "A", null);

  private static ContractCheck check(Implementation implementation, Unit unit, MustBe mustBe) {
    return new ContractCheck(
        "rule",
        null,
        new ContractCheck.Rule(
            ContractCheck.CheckType.CUSTOM,
            null,
            null,
            ContractCheck.Engine.CITYEVAL,
            implementation),
        new ContractCheck.Arguments(
            List.of(), null, null, null, List.of(), EVERY_DAY, Method.ROBUST_Z, null),
        unit,
        mustBe,
        ContractCheck.Severity.WARN,
        null);
  }

  private static final int EVERY_DAY = 1;

  private static MustBe below(double bound) {
    return new MustBe(null, null, null, null, bound, null, null, null);
  }

  private static MustBe atLeast(double bound) {
    return new MustBe(null, null, null, bound, null, null, null, null);
  }

  /** A value every so many days. */
  private static Series series(int step, double... values) {
    LocalDate[] days =
        IntStream.range(0, values.length)
            .mapToObj(i -> FIRST.plusDays((long) step * i))
            .toArray(LocalDate[]::new);
    return new Series(days, values);
  }

  private static SeriesRule.Expected span(int days) {
    return new SeriesRule.Expected(
        FIRST,
        FIRST.plusDays(days - 1L),
        IntStream.range(0, days).mapToObj(FIRST::plusDays).toList());
  }

  private static List<Measurement> measured(ContractCheck check, MeasureKind kind, Series series) {
    return new SeriesRule(check, kind).measure(SUBJECT, series, span(40));
  }

  private static Measurement found(int first, int last, double number, boolean holds) {
    return new Measurement(
        "rule", SUBJECT, FIRST.plusDays(first), FIRST.plusDays(last), number, holds);
  }

  @Test
  void anIndexThatStandsStillIsFrozenAtZeroToo() {
    ContractCheck frozen = check(Implementation.FROZEN_DAYS, null, below(5));
    Series series = series(1, 3, 0, 0, 0, 0, 0, 0, 7, 7, 7, 2);
    assertThat(measured(frozen, MeasureKind.INDEX, series)).containsExactly(found(1, 6, 6, false));
  }

  @Test
  void aCountOfZeroIsNoFrozenCountButAnyOtherIs() {
    ContractCheck frozen = check(Implementation.FROZEN_DAYS, null, below(4));
    Series counts = series(1, 0, 0, 0, 0, 0, 0, 5, 5, 5, 5, 0, 0, 0, 0);
    assertThat(measured(frozen, MeasureKind.DAILY_COUNT, counts))
        .containsExactly(found(6, 9, 4, false));
    // The same events added up: five a day on the days 6 to 9.
    Series sums = series(1, 9, 9, 9, 9, 9, 9, 14, 19, 24, 29, 29, 29, 29, 29);
    assertThat(measured(frozen, MeasureKind.CUMULATIVE_COUNT, sums))
        .containsExactly(found(6, 9, 4, false));
  }

  @Test
  void twoEqualWeeksAreNotFrozenAndThreeAreFifteenDays() {
    ContractCheck frozen = check(Implementation.FROZEN_DAYS, null, below(14));
    assertThat(measured(frozen, MeasureKind.LEVEL, series(7, 4, 4, 5, 5)))
        .allMatch(Measurement::holds);
    assertThat(measured(frozen, MeasureKind.LEVEL, series(7, 4, 4, 4, 5)))
        .containsExactly(found(0, 14, 15, false));
  }

  @Test
  void everyFallOfASumIsFoundAndADailyCountHasNone() {
    ContractCheck falls = check(Implementation.INCREMENT, null, atLeast(0));
    Series series = series(1, 5, 8, 6, 6, 9, 8);
    assertThat(measured(falls, MeasureKind.CUMULATIVE_COUNT, series))
        .containsExactly(found(2, 2, -2, false), found(5, 5, -1, false));
    assertThat(measured(falls, MeasureKind.DAILY_COUNT, series)).isEmpty();
  }

  @Test
  void aJumpIsFoundOnTheDayItEndsOn() {
    // Changes 1, 3, 1, 20, 2; the fourth lies 18 / 1.4826 = 12.14 from the median.
    List<Measurement> jumps =
        measured(
            check(Implementation.JUMP, null, below(10)),
            MeasureKind.LEVEL,
            series(1, 0, 1, 4, 5, 25, 27));
    assertThat(jumps).hasSize(1);
    assertThat(jumps.get(0).first()).isEqualTo(FIRST.plusDays(4));
    assertThat(jumps.get(0).number()).isBetween(12.14, 12.15);
  }

  @Test
  void aDistrictTheSourceDoesNotTellOfHasNoDays() {
    ContractCheck days = check(Implementation.OBSERVED_DAYS, Unit.PERCENT, atLeast(80));
    assertThat(measured(days, MeasureKind.LEVEL, new Series(new LocalDate[0], new double[0])))
        .containsExactly(found(0, 39, 0, false));
    // 20 of 40 days.
    assertThat(measured(days, MeasureKind.LEVEL, series(2, new double[20])))
        .containsExactly(found(0, 39, 50, false));
  }

  @Test
  void daysThatAreLeftOutAreNotAskedFor() {
    ContractCheck days = check(Implementation.OBSERVED_DAYS, Unit.PERCENT, atLeast(80));
    SeriesRule.Expected none = new SeriesRule.Expected(FIRST, FIRST, List.of());
    assertThat(
            new SeriesRule(days, MeasureKind.LEVEL)
                .measure(SUBJECT, new Series(new LocalDate[0], new double[0]), none))
        .isEmpty();
  }

  @Test
  void whatHoldsIsToldOnceWithTheNumberNearestToBreakingIt() {
    ContractCheck frozen = check(Implementation.FROZEN_DAYS, null, below(14));
    assertThat(measured(frozen, MeasureKind.INDEX, series(1, 1, 1, 1, 2, 3, 3, 3, 3)))
        .containsExactly(found(4, 7, 4, true));
    ContractCheck falls = check(Implementation.INCREMENT, null, atLeast(0));
    assertThat(measured(falls, MeasureKind.CUMULATIVE_COUNT, series(1, 1, 5, 6, 9)))
        .containsExactly(found(2, 2, 1, true));
  }
}
