package org.cityeval.numeric.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Expected values are of NumPy 2.4, by the matrices: (X'X)⁻¹X'RX(X'X)⁻¹ · e'e / tr(MR) with the
 * correlations R of the days, M = I - X(X'X)⁻¹X', and tr(MR)² / tr(MRMR) degrees of freedom.
 */
class SlopeErrorTest {
  private static final double[] RESIDUALS = {
    1.2, 0.8, -0.3, 0.1, -1.1, -0.9, -0.2, 0.4, 1.0, 0.7, -0.5, -1.3
  };
  private static final double[] SWINGING = {
    1.2, 0.8, 0.3, 0.1, -1.1, -0.9, 1.2, 0.4, -1.0, 0.7, -0.5, -1.3
  };
  private static final double[] WEIGHTS = {40, 37, 33, 30, 28, 25, 22, 20, 18, 17, 15, 14};

  @Test
  void isThatOfAFirstOrderAutoregression() {
    SlopeError held = SlopeError.of(RESIDUALS, WEIGHTS, 0.8);
    assertThat(held.persistence()).isEqualTo(0.8);
    assertThat(held.standardError()).isCloseTo(0.04064091296930963, within(1e-13));
    assertThat(held.degreesOfFreedom()).isCloseTo(5.081827930128088, within(1e-11));

    SlopeError found = SlopeError.of(SWINGING, WEIGHTS, 0.8);
    assertThat(found.persistence()).isCloseTo(0.6340997810092716, within(1e-13));
    assertThat(found.standardError()).isCloseTo(0.03361554253904225, within(1e-13));
    assertThat(found.degreesOfFreedom()).isCloseTo(6.217625912396818, within(1e-11));
  }

  @Test
  void passesOverDaysWithoutAPointWithoutClosingTheGap() {
    double[] gaps = RESIDUALS.clone();
    gaps[3] = Double.NaN;
    gaps[9] = Double.NaN;
    gaps[10] = Double.NaN;

    SlopeError error = SlopeError.of(gaps, WEIGHTS, 0.8);

    assertThat(error.standardError()).isCloseTo(0.045233703316666506, within(1e-13));
    assertThat(error.degreesOfFreedom()).isCloseTo(4.252116834230097, within(1e-11));
  }

  @Test
  void isThatOfIndependentDaysWhereNothingDepends() {
    // The residual variance over the weighted squares of the days, and two less than the days.
    SlopeError error = SlopeError.of(RESIDUALS, WEIGHTS, 0);

    assertThat(error.standardError()).isCloseTo(0.015337089924748729, within(1e-13));
    assertThat(error.degreesOfFreedom()).isCloseTo(10, within(1e-11));
  }

  @Test
  void isNothingForAPerfectLine() {
    assertThat(SlopeError.of(new double[12], WEIGHTS, 0.8).standardError()).isZero();
  }

  @Test
  void isUndefinedWithFewerThanThreePoints() {
    double[] two = {1, Double.NaN, -1};
    assertThat(SlopeError.of(two, new double[] {1, 1, 1}, 0.8).standardError()).isNaN();
  }
}
