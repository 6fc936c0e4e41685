package org.cityeval.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.numeric.composite.OutlierTreatment.Transform;
import org.junit.jupiter.api.Test;

class PanelTest {
  private static final List<Panel.Scored> DAYS =
      List.of(new Panel.Scored("E5", Dimension.EFFICIENCY, Direction.LOWER));

  private static CompositeMethod towards(double target) {
    return new CompositeMethod(
        true,
        Normalisation.Method.DISTANCE_TO_TARGET,
        WeightMethod.GIVEN,
        Aggregation.ARITHMETIC,
        Map.of("E5", target));
  }

  private static Yardstick days(CompositeMethod method, double... days) {
    List<Judged> units = new ArrayList<>();
    for (int unit = 0; unit < days.length; unit++) {
      units.add(new Judged("u" + unit, "x", Map.of("E5", Panels.certain(days[unit]))));
    }
    return new Panel(units, DAYS).yardsticks(method).get(0);
  }

  @Test
  void anOutlierOnTheGoodSideDoesNotMoveATarget() {
    // 0 would be drawn in to 30, beyond which 20 could not be told apart from it.
    double[] days = {0, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40};
    Yardstick untargeted =
        days(
            new CompositeMethod(
                true,
                Normalisation.Method.MIN_MAX,
                WeightMethod.GIVEN,
                Aggregation.ARITHMETIC,
                Map.of()),
            days);
    assertThat(untargeted.treatment().low()).isEqualTo(30);
    Yardstick yardstick = days(towards(20), days);

    assertThat(yardstick.normalisation().best()).isEqualTo(20);
    assertThat(yardstick.treatment().winsorised()).isZero();
    assertThat(yardstick.score(0)).isEqualTo(100);
    assertThat(yardstick.score(30)).isCloseTo(50.5, within(1e-9));
    assertThat(yardstick.score(40)).isEqualTo(1);
  }

  @Test
  void anOutlierIsNotDrawnInToATargetItMisses() {
    double[] days = {100, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40};
    Yardstick yardstick = days(towards(60), days);

    assertThat(yardstick.score(100)).isEqualTo(1);
    assertThat(yardstick.score(80)).isCloseTo(50.5, within(1e-9));
    assertThat(yardstick.score(40)).isEqualTo(100);
  }

  @Test
  void aLogarithmSpansATargetThatNobodyReached() {
    double[] days = new double[62];
    for (int i = 0; i < 55; i++) {
      days[i] = 50 + i % 11;
    }
    for (int i = 0; i < 7; i++) {
      days[55 + i] = 300 + 20 * i;
    }
    Yardstick yardstick = days(towards(0), days);

    assertThat(yardstick.treatment().transform()).isEqualTo(Transform.LOG);
    assertThat(yardstick.score(0)).isEqualTo(100);
    // log(x + 4.2): 1.4351 at 0, 3.9927 at 50, 6.0502 at 420.
    assertThat(yardstick.score(50)).isCloseTo(1 + 99 * (6.0502 - 3.9927) / 4.6151, within(0.01));
    assertThat(yardstick.score(420)).isEqualTo(1);
  }
}
