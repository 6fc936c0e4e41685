package org.cityeval.numeric.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OutlierTreatmentTest {
  @Test
  void oneExtremeValueIsSetToItsNeighbour() {
    double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 500};
    OutlierTreatment treatment = OutlierTreatment.fit(values);
    assertThat(treatment.winsorised()).isEqualTo(1);
    assertThat(treatment.apply(500)).isEqualTo(9);
    assertThat(treatment.apply(4)).isEqualTo(4);
  }

  @Test
  void extremesBelowAreRaised() {
    double[] values = {-500, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    assertThat(OutlierTreatment.fit(values).apply(-500)).isEqualTo(1);
  }

  @Test
  void whatFiveCannotMendTakesLogarithms() {
    // A power law: skewness stays beyond 2 however many of the largest are drawn in.
    double[] values = new double[60];
    Arrays.setAll(values, i -> Math.exp(i * i / 180.0));
    OutlierTreatment treatment = OutlierTreatment.fit(values);
    assertThat(treatment.transform()).isEqualTo(OutlierTreatment.Transform.LOG);
    assertThat(treatment.winsorised()).isZero();
    double range = values[59] - values[0];
    assertThat(treatment.apply(values[0])).isCloseTo(Math.log(0.01 * range), within(1e-9));
    assertThat(treatment.apply(values[59])).isCloseTo(Math.log(1.01 * range), within(1e-9));
    assertThat(treatment.apply(values[0] - 1)).isEqualTo(treatment.apply(values[0]));
  }

  @Test
  void aCalmOrShortOrConstantSeriesIsLeftAlone() {
    for (double[] values :
        new double[][] {{1, 2, 3, 4, 5}, {1, 1, 900}, {2, 2, 2, 2, 2}, {Double.NaN, 4}}) {
      assertThat(OutlierTreatment.fit(values)).isEqualTo(OutlierTreatment.none());
    }
  }

  @Test
  void neverFallsWhereTheValueRises() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 200; trial++) {
      double[] values =
          random.doubles(25).map(u -> Math.pow(u, -1 - 2 * random.nextDouble())).toArray();
      OutlierTreatment treatment = OutlierTreatment.fit(values);
      double last = Double.NEGATIVE_INFINITY;
      for (double value : Arrays.stream(values).sorted().toArray()) {
        assertThat(treatment.apply(value)).isGreaterThanOrEqualTo(last);
        last = treatment.apply(value);
      }
    }
  }
}
