package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.draft.guess.SampleTables.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cityeval.draft.guess.ShapeGuess.DistrictHeadings;
import org.cityeval.draft.guess.ShapeGuess.Shape;
import org.junit.jupiter.api.Test;

class ShapeGuessTest {
  private static final Set<String> IDS = Set.of("7", "8", "9");

  private static ShapeGuess of(Table table) {
    return ShapeGuess.guess(table, KeyGuess.guess(table, IDS, "code", IDS), IDS);
  }

  private static Optional<DistrictHeadings> headings(Set<String> spellings, String heading) {
    String numbers = ",1".repeat(heading.split(",").length - 1);
    return DistrictHeadings.of(
        table("f.csv", heading, "2020-03-01" + numbers, "2020-03-02" + numbers), spellings);
  }

  @Test
  void aRowADistrictAndDayIsLong() {
    ShapeGuess guess =
        of(table("f.csv", "day,code,n", "2020-03-01,7,1", "2020-03-01,8,1", "2020-03-02,7,1"));

    assertThat(guess.shape()).isEqualTo(Shape.LONG);
    assertThat(guess.why()).isEqualTo("1.00 rows to a code and day");
  }

  @Test
  void aColumnADayIsWide() {
    ShapeGuess guess = of(table("f.csv", "code,3/1/20,3/2/20,3/3/20,3/4/20,3/5/20", "7,1,2,3,4,5"));

    assertThat(guess.shape()).isEqualTo(Shape.WIDE_DATES);
    assertThat(guess.why()).isEqualTo("5 headings are days");
  }

  @Test
  void aColumnADistrictIsWide() {
    ShapeGuess guess =
        of(table("f.csv", "day,n_7,n_8,n_9", "2020-03-01,1,2,3", "2020-03-02,1,2,3"));

    assertThat(guess.shape()).isEqualTo(Shape.WIDE_DISTRICTS);
    assertThat(guess.headings()).contains(new DistrictHeadings("n_", "", List.of("7", "8", "9")));
    assertThat(guess.why()).isEqualTo("a row is a day, and 3 headings are districts around n_");
  }

  /** Two times a row, three rows a day. */
  @Test
  void rowsWithTwoTimesAreEvents() {
    ShapeGuess guess =
        of(
            table(
                "f.csv",
                "start,end,code",
                "2020-03-01 08:00:00,2020-03-01 09:00:00,7",
                "2020-03-01 08:10:00,2020-03-01 09:00:00,8",
                "2020-03-01 08:20:00,2020-03-01 09:00:00,9"));

    assertThat(guess.shape()).isEqualTo(Shape.EVENTS);
    assertThat(guess.why()).isEqualTo("each row has 2 times, and a day has 3 rows");
  }

  @Test
  void rowsOfOneTimeAreEventsWhereADistrictHasSeveralADay() {
    Table often =
        table(
            "f.csv",
            "at,code",
            "2020-03-01 08:00:00,7",
            "2020-03-01 09:00:00,7",
            "2020-03-02 09:00:00,8",
            "2020-03-02 10:00:00,8");
    Table once =
        table(
            "f.csv",
            "at,code",
            "2020-03-01 08:00:00,7",
            "2020-03-02 09:00:00,7",
            "2020-03-02 09:00:00,8");

    assertThat(of(often).shape()).isEqualTo(Shape.EVENTS);
    assertThat(of(often).why()).isEqualTo("rows are moments, 2.0 to a district and day");
    assertThat(of(once).shape()).isEqualTo(Shape.LONG);
  }

  @Test
  void severalRowsADistrictAndDayThatAreNoMomentsAreNotUnderstood() {
    ShapeGuess guess =
        of(
            table(
                "f.csv",
                "day,code,age",
                "2020-03-01,7,10",
                "2020-03-01,7,20",
                "2020-03-01,8,10",
                "2020-03-01,8,20"));

    assertThat(guess.shape()).isEqualTo(Shape.UNKNOWN);
    assertThat(guess.why()).isEqualTo("2.00 rows to a code and day");
  }

  @Test
  void withoutADayOrADistrictTheShapeIsUnknown() {
    assertThat(of(table("f.csv", "code,n", "7,1", "8,2")).why())
        .isEqualTo("neither a column nor the headings are days");
    assertThat(of(table("f.csv", "day,n", "2020-03-01,a", "2020-03-01,b")).why())
        .isEqualTo("no column speaks of the districts");
  }

  @Test
  void twoHeadingsThatAreDistrictsAreTooFew() {
    assertThat(headings(IDS, "day,n_7,n_8")).isEmpty();
    assertThat(headings(IDS, "day,n_7,n_8,n_9")).isPresent();
  }

  @Test
  void wholeNumbersOfAMeasureGoBeforePartsAndMeans() {
    assertThat(
            headings(
                IDS,
                "day,7_cases_7day_avg,8_cases_7day_avg,9_cases_7day_avg,7_cases,8_cases,9_cases"))
        .map(DistrictHeadings::suffix)
        .contains("_cases");
    assertThat(
            headings(IDS, "day,7_deaths,8_deaths,9_deaths,7_case_count,8_case_count,9_case_count"))
        .map(DistrictHeadings::suffix)
        .contains("_case_count");
  }

  @Test
  void theAffixesOfTheMostDistrictsAreTaken() {
    assertThat(headings(Set.of("7", "8", "9", "10"), "day,x7,x8,x9,y7,y8,y9,y10"))
        .map(DistrictHeadings::prefix)
        .contains("y");
  }

  @Test
  void withoutAListAnUnderscoreSetsDistrictsApart() {
    assertThat(headings(Set.of(), "day,cases_bx,cases_bk,cases_mn"))
        .contains(new DistrictHeadings("cases_", "", List.of("bk", "bx", "mn")));
    assertThat(headings(Set.of(), "day,bx,bk,mn")).isEmpty();
  }

  @Test
  void headingsAreHeldByWhatStandsBetweenPrefixAndSuffix() {
    DistrictHeadings headings = new DistrictHeadings("n_", "_c", List.of("7", "8"));

    assertThat(headings.holds("n_7_c")).isTrue();
    assertThat(headings.holds("n_9_c")).isFalse();
    assertThat(headings.holds("n_c")).isFalse();
    assertThat(headings.holds("7")).isFalse();
    assertThat(headings.longer(List.of("day", "n_7_c", "n_7_probable_c", "n_8_c")))
        .containsExactly("n_7_probable_c");
    assertThat(new DistrictHeadings("", "", List.of("a", "b")).why())
        .isEqualTo("2 headings are districts");
  }
}
