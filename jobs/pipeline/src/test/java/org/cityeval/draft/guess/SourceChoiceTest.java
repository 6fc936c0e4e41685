package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cityeval.draft.sample.FileSample;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;

class SourceChoiceTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  /** A source of a measure that reaches so many days from New Year on, so many days apart. */
  private static SourceDraft source(String path, Quantity quantity, int days, int apart) {
    return source(path, quantity, days, apart, 1);
  }

  private static SourceDraft source(
      String path, Quantity quantity, int days, int apart, int meanOver) {
    List<String[]> rows =
        Arrays.stream(new int[(days - 1) / apart + 1])
            .mapToObj(i -> new String[] {"", "7", "1"})
            .toList();
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i)[0] = FIRST.plusDays((long) i * apart).toString();
    }
    Table table =
        Table.of(
            new FileSample(
                path,
                new FileSample.Notation("csv", "UTF-8", "", ',', '.'),
                List.of("day", "code", "n"),
                rows,
                rows.size(),
                true));
    MeasureGuess measure =
        new MeasureGuess(
            quantity,
            "n",
            "",
            new KindGuess("level", Optional.empty(), ""),
            Optional.of(new SmoothingGuess(meanOver, true, false, "")),
            Optional.empty());
    return new SourceDraft(
        path.replaceAll(".*/|\\.csv", ""),
        path,
        table,
        table.day().flatMap(DayGuess::span),
        Optional.empty(),
        new ShapeGuess(ShapeGuess.Shape.LONG, Optional.empty(), ""),
        List.of(measure),
        List.of());
  }

  /** Who gives a measure, of the sources in either order. */
  private static List<String> givers(SourceDraft... sources) {
    return SourceChoice.choose(List.of(sources)).stream()
        .filter(SourceDraft::isSource)
        .map(SourceDraft::name)
        .toList();
  }

  private static final Quantity CASES = Quantity.NEW_CASES;
  private static final Quantity TRAVEL = Quantity.MOBILITY_ACTIVITY_CHANGE;
  private static final Quantity DISTANCE = Quantity.MOBILITY_DISTANCE_CHANGE;

  @Test
  void aMeasureIsGivenByOneSourceAndTheOtherIsToldOf() {
    List<SourceDraft> chosen =
        SourceChoice.choose(List.of(source("a.csv", CASES, 100, 1), source("b.csv", CASES, 90, 1)));

    assertThat(chosen.get(0).isSource()).isTrue();
    assertThat(chosen.get(1).isSource()).isFalse();
    assertThat(chosen.get(1).notes()).containsExactly("n is new_cases too, taken from a");
  }

  @Test
  void dailyNumbersGoBeforeWeekly() {
    assertThat(givers(source("w.csv", CASES, 100, 7), source("d.csv", CASES, 90, 1)))
        .containsExactly("d");
  }

  /** Cases reach 100 days; 80 of them are enough, 79 are not. */
  @Test
  void aSourceThatCoversTheSpanOfTheCasesGoesBeforeOneThatDoesNot() {
    SourceDraft cases = source("c.csv", CASES, 100, 1);
    SourceDraft covering = source("mean.csv", TRAVEL, 80, 1, 7);
    SourceDraft shorter = source("short.csv", TRAVEL, 79, 1);

    assertThat(givers(cases, shorter, covering)).containsExactly("c", "mean");
    assertThat(givers(cases, source("long.csv", TRAVEL, 80, 1), covering))
        .containsExactly("c", "long");
  }

  @Test
  void countsGoBeforeMeansMadeOfThem() {
    assertThat(givers(source("m.csv", CASES, 100, 1, 7), source("r.csv", CASES, 100, 1)))
        .containsExactly("r");
  }

  @Test
  void aFileOfAVintageGoesBehindOneWithoutADayInItsPath() {
    assertThat(givers(source("2020-05-08/v.csv", CASES, 100, 1), source("p.csv", CASES, 100, 1)))
        .containsExactly("p");
  }

  /** Travel reaches 49 of 100 days, and distance, of the same family, 90. */
  @Test
  void aShortMeasureGivesWayToALongerOneOfItsFamily() {
    List<SourceDraft> chosen =
        SourceChoice.choose(
            List.of(
                source("c.csv", CASES, 100, 1),
                source("t.csv", TRAVEL, 49, 1),
                source("m.csv", DISTANCE, 90, 1)));

    assertThat(chosen.get(1).isSource()).isFalse();
    assertThat(chosen.get(1).notes())
        .containsExactly(
            "n is mobility_activity_change, but reaches 49 % of the days; m covers them");
    assertThat(chosen.get(2).isSource()).isTrue();
  }

  @Test
  void aMeasureOfHalfTheDaysStays() {
    assertThat(
            givers(
                source("c.csv", CASES, 100, 1),
                source("t.csv", TRAVEL, 50, 1),
                source("m.csv", DISTANCE, 90, 1)))
        .containsExactly("c", "t", "m");
  }

  @Test
  void aShortMeasureOfAnotherFamilyStays() {
    assertThat(
            givers(
                source("c.csv", CASES, 100, 1),
                source("t.csv", TRAVEL, 20, 1),
                source("e.csv", Quantity.ENTERPRISE_OPEN_CHANGE, 90, 1)))
        .containsExactly("c", "t", "e");
  }

  @Test
  void ordersAreNeverTooShort() {
    assertThat(
            givers(source("c.csv", CASES, 100, 1), source("o.csv", Quantity.POLICY_GRADE, 20, 1)))
        .containsExactly("c", "o");
  }
}
