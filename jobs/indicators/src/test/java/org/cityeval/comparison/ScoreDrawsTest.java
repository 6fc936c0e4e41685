package org.cityeval.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Status;
import org.junit.jupiter.api.Test;

class ScoreDrawsTest {
  /** The score of v is 1 + 99 * v/100. */
  private static final Goalposts HUNDRED = Goalposts.of(Direction.HIGHER, 0, 100);

  private static final double NONE = Double.NaN;
  private static final int DRAWS = 40_000;

  @Test
  void aMeasuredValueIsDrawnWithTheStandardErrorOfItsInterval() {
    // 95 % interval 50 -+ 1.959964 * 5: standard error 5, of the score 4.95.
    ScoreDraws drawn = draw(ok(50, 50 - 9.79982, 50 + 9.79982));

    assertThat(drawn.score()).isEqualTo(50.5);
    assertThat(mean(drawn.draws())).isCloseTo(50.5, within(0.1));
    assertThat(deviation(drawn.draws())).isCloseTo(4.95, within(0.05));
  }

  @Test
  void eachSideOfALopsidedIntervalHasItsOwnSpread() {
    // 4 below and 12 above at the 95 % level: half normals of 2.0409 and 6.1226.
    double[] draws = draw(ok(50, 46, 62)).draws();

    // 2.5 % of the draws lie below the low end, 2.5 % above the high end.
    assertThat(share(draws, 1, HUNDRED.score(46))).isCloseTo(0.025, within(0.003));
    assertThat(share(draws, HUNDRED.score(62), 100)).isCloseTo(0.025, within(0.003));
    assertThat(share(draws, 1, 50.5)).isCloseTo(0.5, within(0.01));
  }

  @Test
  void anOpenSideIsTakenAsWideAsTheOther() {
    assertThat(deviation(draw(ok(50, 50 - 9.79982, NONE)).draws())).isCloseTo(4.95, within(0.05));
  }

  @Test
  void aValueWithoutAnIntervalIsCertain() {
    assertThat(draw(new Judged.Value(Status.OK, 50, NONE, NONE, NONE)).draws()).containsOnly(50.5);
    assertThat(draw(ok(50, 50, 50)).draws()).containsOnly(50.5);
  }

  @Test
  void aCensoredDurationLiesBetweenItsFollowUpAndTheWorst() {
    // Shorter is better, the panel from 0 to 100 days: 60 days score 1 + 99 * .4 = 40.6.
    Goalposts days = Goalposts.of(Direction.LOWER, 0, 100);
    ScoreDraws drawn =
        ScoreDraws.of(new Judged.Value(Status.CENSORED, NONE, 60, NONE, NONE), days, DRAWS, 1);

    assertThat(drawn.score()).isCloseTo((1 + 40.6) / 2, within(1e-12));
    assertThat(share(drawn.draws(), 1, 40.6)).isEqualTo(1);
    assertThat(Arrays.stream(drawn.draws()).max().orElseThrow()).isGreaterThan(40);
    assertThat(Arrays.stream(drawn.draws()).min().orElseThrow()).isLessThan(2);
  }

  @Test
  void aMissingValueLiesAnywhere() {
    for (Judged.Value missing :
        Arrays.asList(null, new Judged.Value(Status.INSUFFICIENT, NONE, NONE, NONE, NONE))) {
      ScoreDraws drawn = draw(missing);

      assertThat(drawn.score()).isEqualTo(50.5);
      assertThat(share(drawn.draws(), 1, 100)).isEqualTo(1);
      // Uniform on 99 points: standard deviation 99/sqrt(12).
      assertThat(deviation(drawn.draws())).isCloseTo(28.579, within(0.3));
    }
  }

  @Test
  void noDrawLeavesTheScale() {
    assertThat(share(draw(ok(95, 40, 150)).draws(), 1, 100)).isEqualTo(1);
  }

  private static ScoreDraws draw(Judged.Value value) {
    return ScoreDraws.of(value, HUNDRED, DRAWS, 20200123);
  }

  private static Judged.Value ok(double value, double low, double high) {
    return new Judged.Value(Status.OK, value, low, high, 0.95);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    return Math.sqrt(
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
  }

  private static double share(double[] values, double low, double high) {
    return Arrays.stream(values).filter(v -> v >= low && v <= high).count()
        / (double) values.length;
  }
}
