package org.cityeval.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.numeric.composite.OutlierTreatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceTest {
  /** Lower is better: 0 days score 100, 99 days score 1, so a day costs a point. */
  private static final Yardstick DAYS =
      new Yardstick(
          OutlierTreatment.none(),
          Normalisation.fit(Normalisation.Method.MIN_MAX, new double[] {0, 99}, false, Double.NaN),
          2);

  private static final int DRAWS = 20_000;

  private static double[] drawn(Evidence evidence) {
    SplittableRandom random = new SplittableRandom(1);
    double[] draws = DoubleStream.generate(() -> evidence.draw(random)).limit(DRAWS).toArray();
    return Arrays.stream(evidence.scores(DAYS, draws)).sorted().toArray();
  }

  @Test
  void drawsOfAMeasuredValueFitItsInterval() {
    // 30 days, 95 % interval 20 to 60: 2.5 % lie beyond each end.
    double[] scores = drawn(Evidence.of(new Judged.Value(Status.OK, 30, 20, 60, 0.95)));

    assertThat(scores[DRAWS * 25 / 1000]).isCloseTo(40, within(1.5));
    assertThat(scores[DRAWS * 975 / 1000]).isCloseTo(80, within(0.5));
    assertThat(scores[DRAWS / 2]).isCloseTo(70, within(0.5));
  }

  @Test
  void drawsKeepTheDegreesOfFreedom() {
    // Student's t of 3: 3.182 standard errors at 95 %, 1.638 at 80 %, 5.841 at 99 % (Student 1908).
    double[] scores = drawn(Evidence.of(new Judged.Value(Status.OK, 50, 40, 60, 0.95, 3)));

    assertThat(scores[DRAWS * 25 / 1000]).isCloseTo(40, within(0.5));
    assertThat(scores[DRAWS * 975 / 1000]).isCloseTo(60, within(0.5));
    assertThat(scores[DRAWS / 10]).isCloseTo(50 - 10 * 1.638 / 3.182, within(0.2));
    assertThat(scores[DRAWS * 995 / 1000]).isCloseTo(50 + 10 * 5.841 / 3.182, within(1.5));
  }

  @Test
  void anOpenSideIsAsWideAsTheOther() {
    double[] scores = drawn(Evidence.of(new Judged.Value(Status.OK, 50, 40, Double.NaN, 0.95)));

    assertThat(scores[DRAWS * 25 / 1000]).isCloseTo(40, within(0.5));
    assertThat(scores[DRAWS * 975 / 1000]).isCloseTo(60, within(0.5));
  }

  @Test
  void withoutAnIntervalAValueIsExact() {
    Evidence exact = Evidence.of(Panels.certain(30));

    assertThat(drawn(exact)).containsOnly(70);
    assertThat(exact.lowest(DAYS)).isEqualTo(70);
    assertThat(exact.highest(DAYS)).isEqualTo(70);
  }

  @Test
  void aValueThatIsDrawnInKeepsItsError() {
    // 130 days are drawn in to 99, 1 point, and are off by 10 days as before.
    Yardstick clamped =
        new Yardstick(
            new OutlierTreatment(Double.NEGATIVE_INFINITY, 99, OutlierTreatment.Transform.NONE, 1),
            DAYS.normalisation(),
            2);

    assertThat(clamped.score(130)).isEqualTo(1);
    assertThat(clamped.drawn(130, new double[] {10})[0]).isCloseTo(-9, within(1e-12));
    assertThat(clamped.drawn(130, new double[] {-10})[0]).isCloseTo(11, within(1e-12));
    assertThat(clamped.drawn(95, new double[] {10})[0]).isCloseTo(-5, within(1e-12));
    assertThat(clamped.drawn(130, new double[] {0})[0]).isEqualTo(clamped.score(130));
  }

  @Test
  void aCensoredDurationLiesBetweenItsFollowUpAndTheWorst() {
    Evidence censored = Evidence.of(Panels.beyond(60));
    double[] scores = drawn(censored);

    assertThat(censored.isKnown()).isTrue();
    assertThat(censored.highest(DAYS)).isEqualTo(40);
    assertThat(censored.lowest(DAYS)).isEqualTo(1);
    assertThat(censored.score(DAYS)).isEqualTo(20.5);
    assertThat(scores[0]).isGreaterThanOrEqualTo(1).isLessThan(1.1);
    assertThat(scores[DRAWS - 1]).isLessThanOrEqualTo(40).isGreaterThan(39.9);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"OK", "CENSORED"},
      mode = EnumSource.Mode.EXCLUDE)
  void whatIsNotKnownMayBeAnything(Status status) {
    Evidence unknown = Evidence.of(Panels.none(status));

    assertThat(unknown.isKnown()).isFalse();
    assertThat(unknown.score(DAYS)).isEqualTo(50.5);
    assertThat(unknown.lowest(DAYS)).isEqualTo(1);
    assertThat(unknown.highest(DAYS)).isEqualTo(100);
    assertThat(Evidence.of(null)).isEqualTo(unknown);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"OK", "CENSORED"})
  void aNumberThatCannotBeMadeIsNotKnown(Status status) {
    // What a total for each resident comes to where nobody lives.
    for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      Judged.Value value = new Judged.Value(status, none, none, none, 0.95);

      assertThat(Evidence.of(value).isKnown()).isFalse();
    }
  }
}
