package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cityeval.draft.guess.DayGuess.Span;
import org.cityeval.draft.guess.DayGuess.Step;
import org.cityeval.draft.sample.ColumnProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayGuessTest {
  private static ColumnProfile column(String name, String... cells) {
    return ColumnProfile.of(name, List.of(cells), '.');
  }

  private static DayGuess guess(ColumnProfile... columns) {
    return DayGuess.guess(List.of(columns)).orElseThrow();
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  @Test
  void aColumnOfDaysSaysTheDay() {
    DayGuess guess = guess(column("code", "7", "8"), column("日期", "2020/3/1", "2020/3/2"));

    assertThat(guess.columns()).containsExactly("日期");
    assertThat(guess.expression()).isEqualTo("to_date(`日期`, 'yyyy/M/d')");
    assertThat(guess.days()).containsExactly(day("2020-03-01"), day("2020-03-02"));
    assertThat(guess.timed()).isFalse();
    assertThat(guess.why()).isEqualTo("its cells are days like 2020/3/1");
  }

  @Test
  void theFirstColumnOfDaysGoesBeforeOthersAndBeforeTimes() {
    DayGuess guess =
        guess(
            column("made", "2020-05-01 10:00:00", "2020-05-01 11:00:00"),
            column("day", "2020-03-01", "2020-03-02"),
            column("reported", "2020-04-01", "2020-04-02"));

    assertThat(guess.columns()).containsExactly("day");
  }

  @Test
  void aColumnOfTimesSaysTheDayAndTheMoment() {
    DayGuess guess = guess(column("pickup", "2020-03-01 08:00:00", "2020-03-02 23:59:59"));

    assertThat(guess.timed()).isTrue();
    assertThat(guess.expression()).isEqualTo("to_date(substring(pickup, 1, 10))");
    assertThat(guess.moment()).isEqualTo("pickup");
    assertThat(guess.why()).startsWith("its cells are times like");
  }

  @Test
  void aDayMayStandInThreeColumns() {
    DayGuess guess =
        guess(
            column("Year", "2020", "2020"),
            column("Month", "2", "3"),
            column("Day of month", "29", "1"));

    assertThat(DayGuess.guess(List.of(column("year", "2020"), column("month", "2")))).isEmpty();
    assertThat(guess.columns()).containsExactlyInAnyOrder("Year", "Month", "Day of month");
    assertThat(guess.expression()).isEqualTo("make_date(Year, Month, `Day of month`)");
    assertThat(guess.days()).containsExactly(day("2020-02-29"), day("2020-03-01"));
  }

  /** 31 February is no day. */
  @Test
  void whatThreeColumnsDoNotMakeIsNoDay() {
    DayGuess guess =
        guess(column("年", "2020", "2020"), column("月", "2", "2"), column("日", "29", "31"));

    assertThat(guess.days()).containsExactly(day("2020-02-29"), null);
  }

  @Test
  void aColumnThatIsMostlyBlankSaysNoDay() {
    String[] cells = new String[10];
    Arrays.fill(cells, "");
    cells[0] = "2020-03-01";

    assertThat(DayGuess.guess(List.of(column("closed", cells)))).isEmpty();
  }

  @Test
  void momentsAreTheColumnsOfTimesInTheirOrder() {
    assertThat(
            DayGuess.moments(
                List.of(
                    column("pickup", "2020-03-01 08:00:00"),
                    column("day", "2020-03-01"),
                    column("dropoff", "2020-03-01T09:10"))))
        .containsExactly("pickup", "dropoff");
  }

  @Test
  void aDoubtOfDayAndMonthIsTold() {
    assertThat(guess(column("day", "4/4/20")).why())
        .isEqualTo("its cells are days like 4/4/20; day and month may be the other way round");
  }

  @Test
  void daysSpanFromTheFirstToTheLast() {
    DayGuess guess = guess(column("day", "2020-03-09", "2020-03-01", "2020-03-05"));

    assertThat(guess.span()).contains(new Span(day("2020-03-01"), day("2020-03-09")));
  }

  /** 200 events on each of three days; a hundredth of it, 2, is enough on the fourth. */
  @Test
  void aStrayEventDoesNotWidenTheSpan() {
    List<String> cells = new ArrayList<>();
    for (String day : List.of("2020-03-01", "2020-03-02", "2020-03-03")) {
      cells.addAll(Collections.nCopies(200, day + " 08:00:00"));
    }
    cells.addAll(Collections.nCopies(2, "2020-03-04 08:00:00"));
    cells.add("2009-01-01 00:00:00");
    DayGuess guess = guess(ColumnProfile.of("at", cells, '.'));

    assertThat(guess.span()).contains(new Span(day("2020-03-01"), day("2020-03-04")));
  }

  @Test
  void withoutADayThereIsNoSpan() {
    DayGuess guess = new DayGuess("d", "d", Set.of("d"), Arrays.asList(null, null), false, "");

    assertThat(guess.span()).isEmpty();
    assertThat(guess.step()).isEqualTo(Step.DAY);
    assertThat(guess.recordsPerDay(Optional.empty())).isZero();
  }

  /** Four records on two days; three of them name a key, and no two the same on a day. */
  @Test
  void recordsOfADayAndOfADayAndKeyAreCounted() {
    DayGuess guess = guess(column("day", "2020-03-01", "2020-03-01", "2020-03-02", "2020-03-02"));
    ColumnProfile key = column("code", "A", "B", "A", "");

    assertThat(guess.recordsPerDay(Optional.empty())).isEqualTo(2);
    assertThat(guess.recordsPerDay(Optional.of(key))).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-03-01 2020-03-02 2020-03-03 2020-03-20, DAY",
    "2020-03-01 2020-03-08 2020-03-15 2020-03-29, WEEK",
    "2020-01-31 2020-02-29 2020-03-31 2020-04-30, MONTH",
    "2021-01-01 2021-02-01 2021-03-01 2021-04-01, MONTH",
    "2020-03-01, DAY"
  })
  void theStepIsTheDistanceOfMostDays(String days, Step step) {
    assertThat(guess(column("day", days.split(" "))).step()).isEqualTo(step);
  }

  @Test
  void spansShareTheDaysOfBothEndsIncluded() {
    Span march = new Span(day("2020-03-01"), day("2020-03-31"));

    assertThat(march.common(new Span(day("2020-02-01"), day("2020-03-10"))))
        .contains(new Span(day("2020-03-01"), day("2020-03-10")));
    assertThat(march.common(new Span(day("2020-03-31"), day("2020-05-01"))))
        .contains(new Span(day("2020-03-31"), day("2020-03-31")));
    assertThat(march.common(new Span(day("2020-04-01"), day("2020-05-01")))).isEmpty();
  }
}
