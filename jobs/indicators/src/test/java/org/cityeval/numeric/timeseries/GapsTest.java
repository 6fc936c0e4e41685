package org.cityeval.numeric.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GapsTest {
  private static final double NAN = Double.NaN;

  @Test
  void bridgesAShortGapByAStraightLine() {
    assertThat(Gaps.interpolate(new double[] {2, NAN, NAN, 8}, 2)).containsExactly(2, 4, 6, 8);
  }

  @Test
  void leavesALongGapOpen() {
    double[] daily = {2, NAN, NAN, NAN, 10};
    assertThat(Gaps.interpolate(daily, 2)).isEqualTo(daily);
    assertThat(Gaps.interpolate(daily, 0)).isEqualTo(daily);
  }

  @Test
  void doesNotExtrapolate() {
    double[] daily = {NAN, 5, 6, NAN};
    assertThat(Gaps.interpolate(daily, 3)).isEqualTo(daily);
    assertThat(Gaps.interpolate(new double[] {NAN, NAN}, 3)).containsExactly(NAN, NAN);
  }

  @Test
  void doesNotTouchWhatItIsGiven() {
    double[] daily = {1, NAN, 3};
    assertThat(Gaps.interpolate(daily, 1)).containsExactly(1, 2, 3);
    assertThat(daily[1]).isNaN();
  }
}
