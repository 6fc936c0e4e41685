package org.cityeval.numeric.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.numeric.frontier.DeaData.units;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cityeval.numeric.frontier.ChangeSubsampling.Step;
import org.cityeval.numeric.statistics.Bounds;
import org.junit.jupiter.api.Test;

class ChangeSubsamplingTest {
  private static final EfficiencyMeasure STRONG =
      EfficiencyMeasure.directional(ReturnsToScale.CONSTANT, Disposability.STRONG);

  /** One input and one undesirable output throughout, so that only outputs differ. */
  private static Activities producing(double... outputs) {
    double[] ones = new double[outputs.length];
    Arrays.fill(ones, 1);
    return new Activities(units(ones), units(outputs), units(ones));
  }

  private static final Activities BEFORE = producing(1, 2, 3, 4, 5);
  private static final Activities AFTER = producing(2, 3, 4, 5, 6);

  @Test
  void isWorkedByHand() {
    // A mixture may be as large as its undesirable output, 1 - b, where the best yields Y:
    // (1 + b) y = (1 - b) Y, so 1 + b = 2 Y / (Y + y) and the index (Y + y') / (Y + y). Y is 6;
    // of the ten subsamples of three it is 6 in six, 5 in three and 4 in one. Rate 2/3.
    BootstrapChange[] changes =
        ChangeSubsampling.of(
            STRONG, List.of(new Step(all(5), BEFORE, AFTER, 3)), 5, 20_000, 0.95, 1);
    double shrinkage = Math.pow(3 / 5.0, 2 / 3.0);
    for (int i = 0; i < 3; i++) {
      double six = Math.log((6 + i + 2) / (6 + i + 1.0));
      double five = Math.log((5 + i + 2) / (5 + i + 1.0));
      double four = Math.log((4 + i + 2) / (4 + i + 1.0));
      double mean = (6 * six + 3 * five + four) / 10;
      assertThat(changes[i].change()).isCloseTo(Math.exp(six), within(1e-9));
      assertThat(changes[i].corrected())
          .isCloseTo(Math.exp(six - shrinkage * (mean - six)), within(1e-3));
      assertThat(changes[i].interval().low())
          .isCloseTo(Math.exp(six - shrinkage * (four - six)), within(1e-9));
      assertThat(changes[i].interval().high()).isCloseTo(Math.exp(six), within(1e-9));
      assertThat(changes[i].measured()).isEqualTo(20_000);
    }
  }

  @Test
  void hasNoWidthWhereAStepIsUndone() {
    // Each replicate spans both steps by the same units: back where it was.
    BootstrapChange[] changes =
        ChangeSubsampling.of(
            STRONG,
            List.of(new Step(all(5), BEFORE, AFTER, 3), new Step(all(5), AFTER, BEFORE, 3)),
            5,
            50,
            0.95,
            1);
    for (BootstrapChange change : changes) {
      assertThat(change.change()).isCloseTo(1, within(1e-12));
      assertThat(change.corrected()).isCloseTo(1, within(1e-12));
      assertThat(change.interval().low()).isCloseTo(1, within(1e-12));
      assertThat(change.interval().high()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void isTheGeometricMeanOfTheStepsAUnitTakes() {
    // Unit 5 takes none; unit 4 the first alone, of 5 to 6 in (6 + 6) / (6 + 5); the others then
    // one from 2, 3, 4, 5 to 1, 2, 3, 4 too, where the best yields 5.
    Step back = new Step(all(4), producing(2, 3, 4, 5), producing(1, 2, 3, 4), 2);
    BootstrapChange[] changes =
        ChangeSubsampling.of(
            STRONG, List.of(new Step(all(5), BEFORE, AFTER, 3), back), 6, 20, 0.95, 1);
    assertThat(changes[5]).isEqualTo(undefined());
    assertThat(changes[4].change()).isCloseTo(12 / 11.0, within(1e-9));
    assertThat(changes[0].change()).isCloseTo(Math.sqrt(8 / 7.0 * 6 / 7), within(1e-9));
    assertThat(changes[3].change()).isCloseTo(Math.sqrt(11 / 10.0 * 9 / 10), within(1e-9));
  }

  @Test
  void agreesWithTheIndexItIsOf() {
    SplittableRandom random = new SplittableRandom(1);
    Activities before = DeaData.random(20, 1, random);
    Activities after = DeaData.random(20, 1, random);
    EfficiencyMeasure weak =
        EfficiencyMeasure.directional(ReturnsToScale.VARIABLE, Disposability.WEAK);
    ProductivityChange[] expected = ProductivityChange.global(weak, List.of(before, after)).get(0);
    BootstrapChange[] changes =
        ChangeSubsampling.of(weak, List.of(new Step(all(20), before, after, 11)), 20, 100, 0.95, 1);
    assertThat(changes).anyMatch(change -> change.interval().isFinite());
    for (int i = 0; i < 20; i++) {
      assertThat(changes[i].change()).isCloseTo(expected[i].index(), within(1e-9));
    }
  }

  @Test
  void isUndefinedWhereASubsampleWouldBeAll() {
    BootstrapChange[] changes =
        ChangeSubsampling.of(STRONG, List.of(new Step(all(5), BEFORE, AFTER, 5)), 5, 20, 0.95, 1);
    assertThat(changes[0].change()).isCloseTo(8 / 7.0, within(1e-9));
    assertThat(changes[0].corrected()).isNaN();
    assertThat(changes[0].interval()).isEqualTo(Bounds.UNDEFINED);
    assertThat(changes[0].measured()).isZero();
  }

  @Test
  void isTheSameForTheSameSeed() {
    List<Step> step = List.of(new Step(all(5), BEFORE, AFTER, 3));
    BootstrapChange[] changes = ChangeSubsampling.of(STRONG, step, 5, 50, 0.9, 7);
    assertThat(ChangeSubsampling.of(STRONG, step, 5, 50, 0.9, 7)).isEqualTo(changes);
    assertThat(ChangeSubsampling.of(STRONG, step, 5, 50, 0.9, 8)).isNotEqualTo(changes);
  }

  @Test
  void refusesWhatTheMeasureDoesNotCover() {
    Step missing = new Step(all(2), producing(1, 2), producing(1, Double.NaN), 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChangeSubsampling.of(STRONG, List.of(missing), 2, 10, 0.95, 1));
  }

  private static int[] all(int units) {
    return IntStream.range(0, units).toArray();
  }

  private static BootstrapChange undefined() {
    return new BootstrapChange(Double.NaN, Double.NaN, Bounds.UNDEFINED, 0);
  }
}
