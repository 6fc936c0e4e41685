package org.cityeval.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalpostsTest {
  @ParameterizedTest
  // 1 + 99 * (v - 20)/(60 - 20), held within 1 and 100.
  @CsvSource({"20, 1", "60, 100", "40, 50.5", "30, 25.75", "0, 1", "99, 100"})
  void scoresRunFromTheWorstToTheBestWhereHigherIsBetter(double value, double score) {
    assertThat(Goalposts.of(Direction.HIGHER, 20, 60).score(value)).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({"20, 100", "60, 1", "40, 50.5", "30, 75.25", "0, 100", "99, 1"})
  void scoresRunTheOtherWayWhereLowerIsBetter(double value, double score) {
    assertThat(Goalposts.of(Direction.LOWER, 20, 60).score(value)).isEqualTo(score);
  }

  @Test
  void aPanelThatIsAllEqualScoresTheMiddle() {
    assertThat(Goalposts.of(Direction.LOWER, 7, 7).score(7)).isEqualTo(50.5);
  }

  @Test
  void aCensoredDurationSetsTheGoalpostsByItsFollowUpAndAMissingValueNotAtAll() {
    assertThat(Goalposts.mark(new Judged.Value(Status.OK, 3, 1, 5, 0.95))).isEqualTo(3);
    assertThat(
            Goalposts.mark(
                new Judged.Value(Status.CENSORED, Double.NaN, 79, Double.NaN, Double.NaN)))
        .isEqualTo(79);
    assertThat(
            Goalposts.mark(
                new Judged.Value(
                    Status.INSUFFICIENT, Double.NaN, Double.NaN, Double.NaN, Double.NaN)))
        .isNaN();
  }
}
