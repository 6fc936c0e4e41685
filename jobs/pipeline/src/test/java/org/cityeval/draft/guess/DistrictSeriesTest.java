package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cityeval.draft.guess.DistrictSeries.Point;
import org.cityeval.draft.sample.ColumnProfile;
import org.cityeval.draft.sample.FileSample;
import org.junit.jupiter.api.Test;

class DistrictSeriesTest {
  private static ColumnProfile column(String name, String... cells) {
    return ColumnProfile.of(name, List.of(cells), '.');
  }

  private static DayGuess days(String... cells) {
    return DayGuess.guess(List.of(column("day", cells))).orElseThrow();
  }

  /** One district of values day after day. */
  private static List<Point> daily(double... values) {
    return IntStream.range(0, values.length).mapToObj(i -> new Point(i, values[i])).toList();
  }

  private static DistrictSeries of(double... values) {
    return new DistrictSeries(List.of(daily(values)));
  }

  /** 20 years with five leap days lie between 1970 and 1990: 1 January is day 7,305. */
  @Test
  void takesTheNumbersOfEachKeyByDay() {
    DistrictSeries series =
        DistrictSeries.of(
            days("1990-01-03", "1990-01-02", "1990-01-02", "1990-01-04", "1990-01-04"),
            column("code", "A", "A", "B", "", "B"),
            column("cases", "5", "1,000", "7", "9", "NA"));

    // A row without a key, and a cell without a number, are none of a district.
    assertThat(series.districts())
        .containsExactlyInAnyOrder(
            List.of(new Point(7_306, 1_000), new Point(7_307, 5)), List.of(new Point(7_306, 7)));
  }

  @Test
  void aColumnCanBeADistrict() {
    DistrictSeries series =
        DistrictSeries.of(
            days("1990-01-02", "1990-01-01"), List.of(column("A", "1", "2"), column("B", "", "4")));

    assertThat(series.districts().get(0)).extracting(Point::value).containsExactly(2.0, 1.0);
    assertThat(series.districts().get(1)).extracting(Point::value).containsExactly(4.0);
  }

  @Test
  void aRowCanBeADistrictWhereHeadingsAreDays() {
    FileSample sample =
        new FileSample(
            "f.csv",
            new FileSample.Notation("csv", "UTF-8", "", ',', '.'),
            List.of("code", "1/2/20", "1/1/20"),
            List.of(
                new String[] {"7", "1,003", "2"},
                new String[] {"8", "-", ""},
                // What a parser of Java takes for numbers is none of a lake.
                new String[] {"9", "1d", "0x1p3"}),
            3,
            true);
    DistrictSeries series =
        DistrictSeries.across(sample, DayNotation.find(List.of("1/2/20", "1/1/20")).orElseThrow());

    assertThat(series.districts().get(0)).extracting(Point::value).containsExactly(2.0, 1_003.0);
    assertThat(series.districts().get(1)).isEmpty();
    assertThat(series.districts().get(2)).isEmpty();
  }

  /** 1, 3, 3, 2: of two steps that change the number one lowers it. */
  @Test
  void theFallingShareIsOfTheStepsThatChangeANumber() {
    assertThat(of(1, 3, 3, 2).fallingShare()).isEqualTo(0.5);
    assertThat(of(1, 2, 2, 5).fallingShare()).isZero();
    assertThat(of(4, 4, 4).fallingShare()).isNaN();
    assertThat(new DistrictSeries(List.of()).fallingShare()).isNaN();
    // The fall from one district to the next is no step.
    assertThat(new DistrictSeries(List.of(daily(8, 9), daily(1, 2))).fallingShare()).isZero();
  }

  /** Steps of +1 and -1 in turn, 40 of them: at lag k the mean of 40 - k products of (-1)^k. */
  @Test
  void stepsThatAlternateAreUnlikeAfterOneDayAndAlikeAfterTwo() {
    double[] alike = of(IntStream.rangeClosed(0, 40).mapToDouble(i -> i % 2).toArray()).alikeness();

    assertThat(alike).hasSize(9);
    for (int lag = 1; lag <= 8; lag++) {
      double expected = (lag % 2 == 0 ? 1 : -1) * (40.0 - lag) / 40;
      assertThat(alike[lag]).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void belowThirtyStepsNothingIsTold() {
    assertThat(of(IntStream.range(0, 30).mapToDouble(i -> i % 2).toArray()).alikeness()).isEmpty();
    assertThat(of(IntStream.range(0, 31).mapToDouble(i -> i % 2).toArray()).alikeness())
        .isNotEmpty();
    assertThat(of(new double[60]).alikeness()).isEmpty();
  }

  /** A leap over a week without days is no step of one day. */
  @Test
  void aGapIsNoStep() {
    List<Point> points = new ArrayList<>();
    List<Point> gapped = new ArrayList<>();
    for (int i = 0; i <= 40; i++) {
      points.add(new Point(i, i <= 20 ? i % 2 : 0));
      gapped.add(new Point(i <= 20 ? i : i + 7, i <= 20 ? i % 2 : 1_000));
    }

    assertThat(new DistrictSeries(List.of(gapped)).alikeness())
        .isEqualTo(new DistrictSeries(List.of(points)).alikeness());
  }

  /** The median of the first fourteen days, at most 15 % off; 116 is too far from 100. */
  @Test
  void countsTheDistrictsThatBeginAroundANumber() {
    List<List<Point>> districts = new ArrayList<>();
    for (double level : new double[] {100, 115, 85, 116}) {
      List<Point> points = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        points.add(new Point(i, i < 14 ? level : 5));
      }
      districts.add(points);
    }

    assertThat(new DistrictSeries(districts).beginningAround(100)).isEqualTo(0.75);
    assertThat(new DistrictSeries(districts.subList(0, 2)).beginningAround(100)).isZero();
  }

  @Test
  void aDistrictOfFewDaysIsNotJudgedByItsBeginning() {
    List<List<Point>> districts = new ArrayList<>(Collections.nCopies(3, daily(new double[14])));
    districts.add(daily(100, 100, 100));

    assertThat(new DistrictSeries(districts).beginningAround(100)).isZero();
    assertThat(new DistrictSeries(districts.subList(1, 4)).beginningAround(1)).isZero();
  }

  @Test
  void allNumbersComeSorted() {
    assertThat(new DistrictSeries(List.of(daily(3, 1), daily(2))).values())
        .containsExactly(1, 2, 3);
  }

  @Test
  void aRecordWithoutADayIsLeftOut() {
    DayGuess days =
        new DayGuess("d", "d", Set.of("d"), Collections.nCopies(2, null), false, "none");

    assertThat(DistrictSeries.of(days, column("k", "A", "A"), column("v", "1", "2")).districts())
        .isEmpty();
  }
}
