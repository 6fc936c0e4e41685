package org.cityeval.numeric.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OppositeStepsTest {
  /** JHU CSSE, Gwinnett County, from 2020-05-14: 17 and 18 May together are usual, not each. */
  @Test
  void aReportTooLowIsAFallAndARise() {
    assertThat(partners(44, 43, 46, -3, 86, 44, 45)).containsExactly(-1, -1, -1, 4, 3, -1, -1);
  }

  @Test
  void aReportTooHighIsARiseAndAFall() {
    assertThat(partners(20, 22, 3526, -3486, 19)).containsExactly(-1, -1, 3, 2, -1);
    assertThat(partners(0, 0, 1, -1, 0)).containsExactly(-1, -1, 3, 2, -1);
  }

  @Test
  void aRevisionForGoodHasNoPartner() {
    // The day before the fall is usual by itself.
    assertThat(partners(20, 22, 21, -15, 19)).containsOnly(-1);
    // Hudson County, 2020-05-11: 288 and -124 do not come to 2 x 150.
    assertThat(partners(150, 149, 288, -124, 148)).containsOnly(-1);
    assertThat(partners(20, 22, 21, -900, 19)).containsOnly(-1);
  }

  @Test
  void severalReportsInARowCanBeWrongByTheSame() {
    assertThat(partners(5, 6, 4005, 5, 6, -3994, 5)).containsExactly(-1, -1, 5, -1, -1, 2, -1);
    // A rise of a few and a later fall of a few are no pair.
    assertThat(partners(5, 6, 12, 5, 6, -2, 5)).containsOnly(-1);
  }

  @Test
  void aStepOverSeveralDaysIsComparedPerDay() {
    assertThat(
            OppositeSteps.partners(new double[] {10, 10, 620, -580, 10}, new int[] {1, 1, 2, 1, 1}))
        .containsExactly(-1, -1, 3, 2, -1);
  }

  @Test
  void growthHasNoFalls() {
    double[] steps = new double[40];
    Arrays.setAll(steps, day -> Math.rint(Math.exp(day / 4.0)));
    assertThat(partners(steps)).containsOnly(-1);
  }

  @Test
  void whatIsNoStepIsRefused() {
    assertThatThrownBy(() -> partners(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("steps");
    assertThatThrownBy(() -> OppositeSteps.partners(new double[] {1}, new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("days");
  }

  private static int[] partners(double... steps) {
    int[] days = new int[steps.length];
    Arrays.fill(days, 1);
    return OppositeSteps.partners(steps, days);
  }
}
