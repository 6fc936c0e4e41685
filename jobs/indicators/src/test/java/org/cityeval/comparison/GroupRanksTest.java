package org.cityeval.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cityeval.numeric.ranking.RankRange;
import org.cityeval.numeric.ranking.Standing;
import org.cityeval.numeric.statistics.DrawnEstimate;
import org.junit.jupiter.api.Test;

class GroupRanksTest {
  /** The same three scores in turn: in exact numbers all composites are equal. */
  @Test
  void roundingDecidesNothing() {
    Panel panel =
        new Panel(
            List.of(
                new Judged("a", "x", exact(200, 43, 1)),
                new Judged("b", "x", exact(100, 79, 0.5)),
                new Judged("c", "x", exact(150, 7, 0))),
            Panels.SCORED);
    Weighting thirds = new Weighting("thirds", Map.of("E4", 1.0, "E5", 1.0, "P1", 1.0));
    Composites composites =
        new Composites(panel, Panels.MIN_MAX, List.of(thirds), new Composites.Draws(50, 0.95, 3));
    double[] scores = new double[3];
    DrawnEstimate[] draws = new DrawnEstimate[3];
    for (int unit = 0; unit < 3; unit++) {
      draws[unit] = composites.drawn(0, unit);
      scores[unit] = composites.scorecard(0).of(unit, draws[unit], 0.95).composite();
    }
    assertThat(scores[0] == scores[1] && scores[1] == scores[2]).as("equal already").isFalse();

    for (GroupRanks.Ranked ranked : GroupRanks.of(scores, draws, 0.95)) {
      assertThat(ranked)
          .isEqualTo(
              new GroupRanks.Ranked(
                  1, new RankRange(1, 3), new RankRange(1, 3), Standing.NOT_DISTINGUISHABLE));
    }
  }

  private static Map<String, Judged.Value> exact(double e4, double e5, double p1) {
    return Map.of("E4", Panels.certain(e4), "E5", Panels.certain(e5), "P1", Panels.certain(p1));
  }
}
