package org.cityeval.indicator.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cityeval.indicator.PooledIndicator.Member;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.junit.jupiter.api.Test;

class MeanLevelsTest {
  private static final double NAN = Double.NaN;

  private static final MeanLevels LEVELS =
      MeanLevels.of(List.of(member("a", 10, 102, 0.5, 0.7), member("b", 20, 100, 1, NAN, 0.4)));

  @Test
  void laysDistrictsOutOverTheDaysThatAnyOfThemHas() {
    assertThat(LEVELS.days()).isEqualTo(4);
    assertThat(LEVELS.districtIds()).containsExactly("a", "b");
    assertThat(LEVELS.population()).containsExactly(10, 20);
    assertThat(LEVELS.daily()[0]).containsExactly(NAN, NAN, 0.5, 0.7);
    assertThat(LEVELS.daily()[1]).containsExactly(1, NAN, 0.4, NAN);
  }

  @Test
  void theLevelIsTheMeanOfTheDaysAsOftenAsTheyCount() {
    assertThat(LEVELS.levels(new double[] {1, 1, 1, 1})).containsExactly(0.6, 0.7);
    // Day 2 three times and day 3 once: (3 · .5 + .7) / 4; b is observed on day 2 only.
    assertThat(LEVELS.levels(new double[] {0, 5, 3, 1}))
        .containsExactly(new double[] {2.2 / 4, 0.4}, within(1e-12));
    assertThat(LEVELS.levels(new double[] {0, 4, 0, 0})).containsExactly(NAN, NAN);
  }

  private static Member member(String id, double population, long firstDay, double... level) {
    double[] values = new double[1 + level.length];
    values[0] = firstDay;
    System.arraycopy(level, 0, values, 1, level.length);
    return new Member(id, population, List.of(), new Trace(Status.OK, "", 2, 1, values));
  }
}
