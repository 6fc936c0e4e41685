package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.cityeval.draft.guess.DistrictSeries.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothingGuessTest {
  /** Ten districts of 120 days. */
  private static DistrictSeries series(IntToDoubleFunction value) {
    List<List<Point>> districts = new ArrayList<>();
    for (int district = 0; district < 10; district++) {
      int from = 1_000 * district;
      districts.add(
          IntStream.range(0, 120)
              .mapToObj(day -> new Point(day, value.applyAsDouble(from + day)))
              .toList());
    }
    return new DistrictSeries(districts);
  }

  /** Chance, the same for the same day. */
  private static double noise(int day) {
    return new SplittableRandom(day).nextDouble(-1, 1);
  }

  /**
   * The steps of a mean over k days are (x today - x of k days before) / k: those k days apart have
   * a correlation of -1/2, all others none.
   */
  @ParameterizedTest
  @ValueSource(ints = {3, 7})
  void aMeanUndoesItsStepsAfterItsLength(int days) {
    SmoothingGuess guess =
        SmoothingGuess.guess(
            series(
                day ->
                    IntStream.range(0, days)
                        .mapToDouble(back -> noise(day - back))
                        .average()
                        .orElseThrow()));

    assertThat(guess.days()).isEqualTo(days);
    assertThat(guess.certain()).isTrue();
    assertThat(guess.why()).startsWith("steps undo those of " + days + " days before");
  }

  @Test
  void numbersThatJumpAreRaw() {
    SmoothingGuess guess = SmoothingGuess.guess(series(SmoothingGuessTest::noise));

    assertThat(guess.days()).isEqualTo(1);
    assertThat(guess.certain()).isTrue();
    assertThat(guess.showsWeek()).isFalse();
    assertThat(guess.why()).startsWith("it jumps from day to day");
  }

  @Test
  void numbersThatShowTheWeekAreRaw() {
    SmoothingGuess guess =
        SmoothingGuess.guess(series(day -> (day % 7 < 2 ? -3 : 1) + 0.3 * noise(day)));

    assertThat(guess.days()).isEqualTo(1);
    assertThat(guess.showsWeek()).isTrue();
    assertThat(guess.why()).startsWith("the week shows");
  }

  /** A slow wave: each step resembles the last, and no week shows. */
  @Test
  void numbersWithoutAJumpAreLikelyAMeanOfAnUnknownLength() {
    SmoothingGuess guess = SmoothingGuess.guess(series(day -> Math.sin(day / 9.0) + 0.5));

    assertThat(guess.days()).isEqualTo(7);
    assertThat(guess.certain()).isFalse();
    assertThat(guess.why()).contains("steps repeat each other");
  }

  /** The same wave in whole numbers: a count that grows is no mean. */
  @Test
  void wholeNumbersAreNoMeanOfAnUnknownLength() {
    assertThat(SmoothingGuess.guess(series(day -> Math.rint(500 * Math.sin(day / 9.0)))).days())
        .isEqualTo(1);
  }

  @Test
  void fewDaysTellNothing() {
    SmoothingGuess guess =
        SmoothingGuess.guess(
            new DistrictSeries(List.of(List.of(new Point(1, 2), new Point(2, 3)))));

    assertThat(guess)
        .isEqualTo(new SmoothingGuess(1, false, false, "too few days in a row to tell"));
  }

  @Test
  void aClearColumnSpeaksForItsNeighbour() {
    SmoothingGuess clear = new SmoothingGuess(7, true, false, "steps undo");

    assertThat(new SmoothingGuess(1, false, false, "few").like(clear, "spend_all"))
        .isEqualTo(
            new SmoothingGuess(7, true, false, "as spend_all of the same file, and no week shows"));
  }
}
