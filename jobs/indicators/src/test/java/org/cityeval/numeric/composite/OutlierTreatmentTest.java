package org.cityeval.numeric.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.cityeval.numeric.composite.OutlierTreatment.Transform;
import org.junit.jupiter.api.Test;

class OutlierTreatmentTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void treatsTheAsemIndicatorsAsCoinrDid() {
    Map<String, double[]> normalised = AsemData.columns("coinr_asem_normalised.csv");
    Map<String, double[]> untreated = AsemData.columns("coinr_asem_untreated.csv");
    assertThat(untreated).hasSize(45);
    untreated.forEach(
        (code, values) -> {
          OutlierTreatment treatment = OutlierTreatment.fit(values);
          double[] treated = Arrays.stream(values).map(treatment::apply).toArray();
          Normalisation scale =
              Normalisation.fit(
                  Normalisation.Method.MIN_MAX, treated, AsemData.higherIsBetter(code), Double.NaN);
          // From 1..100 to COINr's 0..100.
          double[] scores =
              Arrays.stream(treated).map(value -> (scale.score(value) - 1) / 99 * 100).toArray();
          assertThat(scores).as(code).containsExactly(normalised.get(code), within(1e-9));
        });
    // Recomputed with NumPy.
    assertThat(OutlierTreatment.fit(untreated.get("Services")).winsorised()).isEqualTo(4);
    assertThat(OutlierTreatment.fit(untreated.get("ForPort")).winsorised()).isEqualTo(3);
    assertThat(OutlierTreatment.fit(untreated.get("Forest")).winsorised()).isEqualTo(2);
    assertThat(OutlierTreatment.fit(untreated.get("FemLab")).low()).isFinite();
    assertThat(OutlierTreatment.fit(untreated.get("LPI"))).isEqualTo(OutlierTreatment.none());
  }

  @Test
  void movesTheExtremeToTheNextOnTheLongerSide() {
    double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, Double.NaN, 10, 30, 100};
    // COINr's example: without the 100, skewness is below 2.
    OutlierTreatment high = OutlierTreatment.fit(values);
    assertThat(high).isEqualTo(new OutlierTreatment(-INFINITY, 30, Transform.NONE, 1));
    assertThat(high.apply(100)).isEqualTo(30);
    assertThat(high.apply(5)).isEqualTo(5);
    assertThat(high.apply(Double.NaN)).isNaN();
    OutlierTreatment low =
        OutlierTreatment.fit(Arrays.stream(values).map(value -> -value).toArray());
    assertThat(low).isEqualTo(new OutlierTreatment(-30, INFINITY, Transform.NONE, 1));
  }

  @Test
  void takesTheLogarithmWhereFiveDoNotSuffice() {
    double[] values = IntStream.range(0, 100).mapToDouble(i -> Math.exp(i / 4.0)).toArray();
    OutlierTreatment treatment = OutlierTreatment.fit(values);
    double range = values[99] - 1;
    assertThat(treatment).isEqualTo(new OutlierTreatment(1, values[99], Transform.LOG, 0));
    assertThat(treatment.apply(1)).isCloseTo(Math.log(0.01 * range), within(1e-12));
    assertThat(treatment.apply(values[99])).isCloseTo(Math.log(1.01 * range), within(1e-12));
    assertThat(treatment.apply(-3)).isEqualTo(treatment.apply(1));
    assertThat(treatment.apply(1e300)).isEqualTo(treatment.apply(values[99]));
    assertThat(treatment.apply(Double.NaN)).isNaN();
  }

  @Test
  void goesOnBeyondItsEndsForDraws() {
    OutlierTreatment clamp = new OutlierTreatment(-INFINITY, 30, Transform.NONE, 1);
    assertThat(clamp.extended(45)).isEqualTo(45);
    OutlierTreatment logarithm = new OutlierTreatment(0, 100, Transform.LOG, 0);
    assertThat(logarithm.extended(40)).isEqualTo(logarithm.apply(40));
    assertThat(logarithm.extended(200)).isCloseTo(Math.log(201), within(1e-12));
    assertThat(logarithm.extended(0)).isCloseTo(0, within(1e-12));
    // d log(x + 1) / dx = 1 at 0
    assertThat(logarithm.extended(-2)).isCloseTo(-2, within(1e-12));
  }

  @Test
  void leavesTheSideOfATargetOpen() {
    double[] values = {0, 6, 9, 50};
    OutlierTreatment both = new OutlierTreatment(5, 10, Transform.NONE, 2);
    assertThat(both.towards(7, false, values))
        .isEqualTo(new OutlierTreatment(-INFINITY, 10, Transform.NONE, 1));
    assertThat(both.towards(7, true, values))
        .isEqualTo(new OutlierTreatment(5, INFINITY, Transform.NONE, 1));
    // Drawn in to 5, the 0 would meet a target of 3.
    assertThat(both.towards(3, true, values)).isEqualTo(OutlierTreatment.none());
    assertThat(both.towards(20, false, values)).isEqualTo(OutlierTreatment.none());
    OutlierTreatment logarithm = new OutlierTreatment(0, 100, Transform.LOG, 0);
    assertThat(logarithm.towards(50, true, values)).isEqualTo(logarithm);
    assertThat(logarithm.towards(-10, false, values))
        .isEqualTo(new OutlierTreatment(-10, 100, Transform.LOG, 0));
  }

  @Test
  void movesEqualValuesTogetherButNeverMoreThanFive() {
    double[] base = IntStream.rangeClosed(1, 60).mapToDouble(i -> i / 10.0).toArray();
    double[] five = with(base, 100, 100, 100, 100, 100);
    assertThat(OutlierTreatment.fit(five))
        .isEqualTo(new OutlierTreatment(-INFINITY, 6, Transform.NONE, 5));
    double[] six = with(five, 100);
    assertThat(OutlierTreatment.fit(six).transform()).isEqualTo(Transform.LOG);
  }

  @Test
  void doesNotWinsoriseUntilAllAreEqual() {
    OutlierTreatment treatment = OutlierTreatment.fit(new double[] {0, 0, 0, 0, 0, 0, 1});
    assertThat(treatment).isEqualTo(new OutlierTreatment(0, 1, Transform.LOG, 0));
    assertThat(treatment.apply(1)).isGreaterThan(treatment.apply(0));
  }

  @Test
  void leavesFewOrEqualValuesAsTheyAre() {
    for (double[] values :
        new double[][] {{}, {Double.NaN}, {1, 2, 1e9, Double.NaN}, {0.1, 0.1, 0.1, 0.1, 0.1}}) {
      assertThat(OutlierTreatment.fit(values)).isEqualTo(OutlierTreatment.none());
    }
    assertThat(OutlierTreatment.none().apply(-1e9)).isEqualTo(-1e9);
  }

  @Test
  void refusesBoundsThatSpanNothing() {
    assertThatThrownBy(() -> new OutlierTreatment(2, 1, Transform.NONE, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OutlierTreatment(1, 1, Transform.LOG, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OutlierTreatment(-INFINITY, 1, Transform.LOG, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverTurnsTheOrderAndFollowsTheScale() {
    SplittableRandom random = new SplittableRandom(11);
    int winsorised = 0;
    int transformed = 0;
    for (int run = 0; run < 300; run++) {
      double spread = 3 * random.nextDouble();
      int sign = random.nextBoolean() ? 1 : -1;
      double[] values = new double[4 + random.nextInt(80)];
      Arrays.setAll(values, i -> sign * Math.exp(spread * random.nextGaussian()));
      OutlierTreatment treatment = OutlierTreatment.fit(values);
      winsorised += treatment.winsorised() > 0 ? 1 : 0;
      transformed += treatment.transform() == Transform.LOG ? 1 : 0;
      assertThat(treatment.winsorised()).isBetween(0, 5);
      double[] draws = random.doubles(40, -700, 700).sorted().toArray();
      for (int i = 1; i < draws.length; i++) {
        assertThat(treatment.apply(draws[i]))
            .isFinite()
            .isGreaterThanOrEqualTo(treatment.apply(draws[i - 1]));
      }
      OutlierTreatment scaled =
          OutlierTreatment.fit(Arrays.stream(values).map(value -> 8 * value).toArray());
      assertThat(scaled)
          .isEqualTo(
              new OutlierTreatment(
                  8 * treatment.low(),
                  8 * treatment.high(),
                  treatment.transform(),
                  treatment.winsorised()));
    }
    assertThat(winsorised).isPositive();
    assertThat(transformed).isPositive();
  }

  private static double[] with(double[] values, double... more) {
    return DoubleStream.concat(Arrays.stream(values), Arrays.stream(more)).toArray();
  }
}
