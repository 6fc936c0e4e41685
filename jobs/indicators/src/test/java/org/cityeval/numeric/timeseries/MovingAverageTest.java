package org.cityeval.numeric.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MovingAverageTest {
  private static final double NAN = Double.NaN;

  @Test
  void averagesTheLastDaysOnly() {
    assertThat(MovingAverage.trailing(new double[] {3, 6, 9, 0, 30}, 3))
        .containsExactly(NAN, 4.5, 6, 5, 13);
  }

  @Test
  void needsHalfOfTheDaysRoundedUp() {
    // Of 7 days 4 are needed.
    assertThat(MovingAverage.trailing(new double[] {1, 2, 3, 6, NAN, NAN, NAN, NAN}, 7))
        .containsExactly(NAN, NAN, NAN, 3, 3, 3, 3, NAN);
  }

  @Test
  void keepsASeriesOverAWindowOfOneDay() {
    double[] daily = {1, NAN, 0};
    assertThat(MovingAverage.trailing(daily, 1)).isEqualTo(daily);
    assertThat(MovingAverage.trailing(new double[0], 7)).isEmpty();
  }

  @Test
  void removesAWeeklyPattern() {
    double[] daily = new double[28];
    Arrays.setAll(daily, day -> day % 7 == 0 ? 70 : 0);
    double[] smoothed = MovingAverage.trailing(daily, 7);
    assertThat(Arrays.copyOfRange(smoothed, 6, 28)).containsOnly(10);
  }

  @Test
  void refusesAnEmptyWindow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MovingAverage.trailing(new double[] {1}, 0));
  }
}
