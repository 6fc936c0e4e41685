package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cityeval.draft.guess.DistrictSeries.Point;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;

class KindGuessTest {
  private static List<Point> daily(double... values) {
    return IntStream.range(0, values.length).mapToObj(i -> new Point(i, values[i])).toList();
  }

  private static KindGuess cases(double... values) {
    return KindGuess.guess(Quantity.NEW_CASES, new DistrictSeries(List.of(daily(values))), "cases");
  }

  private static KindGuess mobility(String words, double... values) {
    return KindGuess.guess(
        Quantity.MOBILITY_ACTIVITY_CHANGE, new DistrictSeries(List.of(daily(values))), words);
  }

  /** Kind and scale, such as index 100. */
  private static String told(KindGuess guess) {
    return guess.kind() + guess.scale().map(scale -> " " + scale).orElse("");
  }

  @Test
  void casesThatNeverFallAreASum() {
    assertThat(told(cases(0, 1, 1, 4, 9))).isEqualTo("cumulative_count");
    assertThat(told(cases(0, 3, 1, 4, 0))).isEqualTo("daily_count");
  }

  /** Corrections lower a sum now and then: 3 of 20 steps are few, 4 of 20 are not. */
  @Test
  void aSumMayFallInFifteenPercentOfItsSteps() {
    assertThat(cases(falling(3, 20)).kind()).isEqualTo("cumulative_count");
    assertThat(cases(falling(4, 20)).kind()).isEqualTo("daily_count");
    assertThat(cases(falling(4, 20)).why())
        .isEqualTo("20.0 % of the steps that change a number lower it");
  }

  private static double[] falling(int falls, int steps) {
    double[] values = new double[steps + 1];
    for (int i = 1; i <= steps; i++) {
      values[i] = values[i - 1] + (i <= falls ? -1 : 1);
    }
    return values;
  }

  @Test
  void withoutAStepCasesAreOfTheDay() {
    assertThat(cases(5))
        .isEqualTo(new KindGuess("daily_count", Optional.empty(), "the sample shows no step"));
  }

  @Test
  void gradesAndNumbersOfEnterprisesAreWhatTheyAre() {
    DistrictSeries series = new DistrictSeries(List.of(daily(0, 1, 4)));

    assertThat(told(KindGuess.guess(Quantity.POLICY_GRADE, series, "grade"))).isEqualTo("grade");
    assertThat(told(KindGuess.guess(Quantity.ENTERPRISES_RESUMED, series, "resumed")))
        .isEqualTo("level");
  }

  @Test
  void numbersBelowNoughtAreAChangeInFractionsOrInPercent() {
    assertThat(told(mobility("travel", -0.5, 0.1, -0.2))).isEqualTo("percent_change 1");
    assertThat(told(mobility("travel", -50, 10, -20))).isEqualTo("percent_change 100");
    // Small numbers that the heading calls percent.
    assertThat(told(mobility("travel percent", -0.5, 0.1, -0.2))).isEqualTo("percent_change 100");
  }

  /** Time at home rises: all its numbers are above 0, and it is a change all the same. */
  @Test
  void aHeadingThatSaysChangeIsBelieved() {
    KindGuess guess = mobility("residential percent change from baseline", 5, 12, 20);

    assertThat(told(guess)).isEqualTo("percent_change 100");
    assertThat(guess.why()).startsWith("the heading says change; 98 % of the numbers");
  }

  @Test
  void numbersAroundOneOrAHundredAreAnIndex() {
    assertThat(told(mobility("travel", 80, 95, 110))).isEqualTo("index 100");
    assertThat(told(mobility("travel", 0.8, 0.95, 1.1))).isEqualTo("index 1");
    assertThat(told(mobility("travel", 40, 40, 299))).isEqualTo("index 100");
    assertThat(told(mobility("travel", 40, 40, 300))).isEqualTo("level");
  }

  @Test
  void otherNumbersAreALevel() {
    assertThat(told(mobility("travel", 5_000, 9_000, 7_000))).isEqualTo("level");
    assertThat(mobility("travel", 5_000, 9_000, 7_000).why())
        .endsWith("neither around 0, 1 nor 100");
    assertThat(mobility("travel").why()).isEqualTo("the sample shows no number");
  }

  /** Of ten districts nine begin at 100 and fall to 5; a heading that says index needs five. */
  @Test
  void anIndexIsKnownByWhereItBegins() {
    assertThat(told(beginning(9, "travel"))).isEqualTo("index 100");
    assertThat(told(beginning(8, "travel"))).isEqualTo("level");
    assertThat(told(beginning(5, "travel index"))).isEqualTo("index 100");
    assertThat(told(beginning(5, "出行指数"))).isEqualTo("index 100");
    assertThat(told(beginning(4, "travel index"))).isEqualTo("level");
  }

  private static KindGuess beginning(int atHundred, String words) {
    List<List<Point>> districts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      double[] values = new double[60];
      Arrays.fill(values, 5);
      Arrays.fill(values, 0, 14, i < atHundred ? 100 : 10);
      districts.add(daily(values));
    }
    return KindGuess.guess(Quantity.MOBILITY_ACTIVITY_CHANGE, new DistrictSeries(districts), words);
  }

  /** One of 200 numbers beyond the rest is none of the 98 % in the middle. */
  @Test
  void aStrayNumberDoesNotMakeAChange() {
    List<Double> values = new ArrayList<>(Collections.nCopies(199, 100.0));
    values.add(-1.0);

    assertThat(told(mobility("travel", values.stream().mapToDouble(v -> v).toArray())))
        .isEqualTo("index 100");
  }
}
