package org.cityeval.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.comparison.Panels.certain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cityeval.indicator.Status;
import org.junit.jupiter.api.Test;

class ChoiceSensitivityTest {
  private static final int MEASUREMENT = ChoiceSensitivity.FACTORS.indexOf("measurement");
  private static final int AGGREGATION = ChoiceSensitivity.FACTORS.indexOf("aggregation");
  private static final int WEIGHTS = ChoiceSensitivity.FACTORS.indexOf("weights");
  private static final Weighting WEIGHTING =
      new Weighting("w", Map.of("efficiency", 1.0, "precision", 1.0));

  private static ChoiceSensitivity.Robustness[] robustness(List<Judged> units) {
    Panel panel = new Panel(units, Panels.SCORED);
    int[] everyone = new int[units.size()];
    Arrays.setAll(everyone, unit -> unit);
    return ChoiceSensitivity.of(panel, Panels.MIN_MAX, List.of(WEIGHTING), 40, 3)
        .get(0)
        .of(everyone, 0.95);
  }

  private static Judged unit(String id, double e4, double p1) {
    return new Judged(id, "x", Map.of("E4", certain(e4), "P1", certain(p1)));
  }

  @Test
  void whoIsBestInEverythingIsFirstByAnyChoice() {
    ChoiceSensitivity.Robustness[] robustness =
        robustness(List.of(unit("a", 100, 1), unit("b", 150, 0.4), unit("c", 200, 0.1)));

    assertThat(robustness[0].range().low()).isEqualTo(1);
    assertThat(robustness[0].range().high()).isEqualTo(1);
    assertThat(robustness[0].total()).containsOnly(0);
  }

  @Test
  void oneMemberIsFirstAmongItselfAndTwoHaveTooLittleToCorrelate() {
    assertThat(robustness(List.of(unit("a", 100, 1)))[0].range().high()).isEqualTo(1);
    assertThat(robustness(List.of(unit("a", 100, 1), unit("b", 150, 0.4)))[1].range().low())
        .isEqualTo(2);
  }

  @Test
  void onlyAChoiceCanMoveWhatIsMeasuredExactly() {
    // All-round c against lopsided a: the geometric mean prefers c, the arithmetic one a.
    ChoiceSensitivity.Robustness[] robustness =
        robustness(
            List.of(
                unit("a", 100, 0.05), unit("b", 200, 1), unit("c", 152, 0.45), unit("d", 190, 0)));

    assertThat(robustness[0].total()[MEASUREMENT]).isZero();
    assertThat(robustness[0].total()[AGGREGATION]).isGreaterThan(0.3);
    // Each dimension has one indicator, whose weight is given, equal and that of a component.
    assertThat(robustness[0].total()[WEIGHTS]).isZero();
    assertThat(robustness[0].range().high()).isGreaterThan(robustness[0].range().low());
  }

  @Test
  void weightingsScoredTogetherAreThoseScoredAlone() {
    Panel panel = new Panel(new ArrayList<>(Panels.random(5, 70)), Panels.SCORED);
    int[] everyone = IntStream.range(0, 70).toArray();
    Weighting other = new Weighting("other", Map.of("efficiency", 5.0, "precision", 1.0));
    List<ChoiceSensitivity> together =
        ChoiceSensitivity.of(panel, Panels.MIN_MAX, List.of(WEIGHTING, other), 20, 3);
    for (int i = 0; i < 2; i++) {
      List<Weighting> one = List.of(i == 0 ? WEIGHTING : other);
      assertThat(together.get(i).of(everyone, 0.95))
          .usingRecursiveComparison()
          .isEqualTo(
              ChoiceSensitivity.of(panel, Panels.MIN_MAX, one, 20, 3).get(0).of(everyone, 0.95));
    }
  }

  @Test
  void firstOrderSharesAddUpToOneAtMostAndNeverExceedTheTotal() {
    for (long seed = 0; seed < 20; seed++) {
      for (ChoiceSensitivity.Robustness of : robustness(new ArrayList<>(Panels.random(seed, 9)))) {
        assertThat(Arrays.stream(of.firstOrder()).sum()).isLessThanOrEqualTo(1 + 1e-9);
        for (int factor = 0; factor < of.total().length; factor++) {
          assertThat(of.firstOrder()[factor]).isLessThanOrEqualTo(of.total()[factor] + 1e-9);
        }
      }
    }
  }

  /** A t of a hundredth of a degree of freedom often lies beyond all numbers. */
  @Test
  void whatHasNoWeightMayBeDrawnBeyondAllNumbers() {
    List<Judged> units = new ArrayList<>();
    for (int unit = 0; unit < 5; unit++) {
      Judged.Value wild =
          new Judged.Value(Status.OK, 100 + unit, Double.NaN, Double.NaN, Double.NaN, 0.01);
      units.add(new Judged("u" + unit, "x", Map.of("E4", wild, "P1", certain(1 - unit / 10.0))));
    }
    Weighting precision = new Weighting("p", Map.of("efficiency", 0.0, "precision", 1.0));

    ChoiceSensitivity.Robustness[] robustness =
        ChoiceSensitivity.of(
                new Panel(units, Panels.SCORED), Panels.MIN_MAX, List.of(precision), 400, 3)
            .get(0)
            .of(new int[] {0, 1, 2, 3, 4}, 0.95);

    assertThat(robustness)
        .extracting(of -> of.range().high())
        .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
  }
}
