package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected limits were added up term by term in 40 digits, with Python's decimal and fractions. */
class ControlLimitsTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  /** Published tables: P(X <= 3) .0103, P(X <= 4) .0293; so 4 less (.0293 - .025) / .0190. */
  @Test
  void aPoissonLimitLiesBetweenTheNumbersOfTheTable() {
    Bounds limits = ControlLimits.poisson(10, 0.95);

    assertThat(limits.low()).isCloseTo(4 - (0.0293 - 0.025) / 0.0190, within(0.005));
    assertThat(limits.low()).isCloseTo(3.775187947688403, CLOSE);
    assertThat(limits.high()).isCloseTo(16.159950673344785, CLOSE);
    assertThat(ControlLimits.poisson(10, 0.998))
        .satisfies(
            outer -> {
              assertThat(outer.low()).isCloseTo(1.2205293158961343, CLOSE);
              assertThat(outer.high()).isCloseTo(20.66200083599504, CLOSE);
            });
  }

  @Test
  void nothingLiesBelowNought() {
    assertThat(ControlLimits.poisson(2, 0.998).low()).isZero();
    assertThat(ControlLimits.poisson(0, 0.95)).isEqualTo(new Bounds(0, 0));
  }

  @Test
  void aBinomialLimitIsAShare() {
    Bounds limits = ControlLimits.binomial(20, 0.5, 0.95);

    assertThat(limits.low()).isCloseTo(0.25582352941176467, CLOSE);
    assertThat(limits.high()).isCloseTo(0.6941764705882353, CLOSE);
    assertThat(ControlLimits.binomial(50, 0.1, 0.998).high()).isCloseTo(0.24012841875238947, CLOSE);
    assertThat(ControlLimits.binomial(7, 1, 0.95)).isEqualTo(new Bounds(1, 1));
  }

  /** Far from nought the limits are those of a normal count: 1.96 and 3.09 roots about the mean. */
  @Test
  void ofManyTheLimitsAreNormal() {
    Bounds limits = ControlLimits.poisson(1e6, 0.95);

    assertThat(limits.low()).isCloseTo(1e6 - 1.959964 * 1e3, within(1.0));
    assertThat(limits.high()).isCloseTo(1e6 + 1.959964 * 1e3, within(1.0));
  }

  @Test
  void refusesWhatHasNoMeaning() {
    assertThatThrownBy(() -> ControlLimits.poisson(-1, 0.95)).hasMessageContaining("expected");
    assertThatThrownBy(() -> ControlLimits.binomial(0, 0.5, 0.95)).hasMessageContaining("trials");
    assertThatThrownBy(() -> ControlLimits.poisson(1, 1)).hasMessageContaining("level");
  }

  /**
   * Of ten scores one at either end is drawn in: 9 becomes 2 and -9 becomes -2, so (10 * 4) / 10.
   */
  @Test
  void dispersionDrawsInTheOuterTenth() {
    assertThat(ControlLimits.dispersion(new double[] {9, 2, 2, 2, 2, -2, -2, -2, -2, -9}))
        .isCloseTo(4, CLOSE);
    assertThat(ControlLimits.dispersion(new double[] {1, -1})).isCloseTo(1, CLOSE);
    assertThat(ControlLimits.dispersion(new double[0])).isNaN();
  }
}
