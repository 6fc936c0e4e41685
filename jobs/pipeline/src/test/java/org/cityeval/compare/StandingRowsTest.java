package org.cityeval.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.cityeval.comparison.Composites;
import org.cityeval.comparison.Judged;
import org.cityeval.comparison.Panel;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Status;
import org.cityeval.table.gold.IndicatorStandingTable;
import org.junit.jupiter.api.Test;

class StandingRowsTest {
  private static List<Row> rows(Panel panel) {
    ComparisonScope scope = ThreeDistricts.scope(0);
    Composites.Draws draws = new Composites.Draws(100, 0.95, 7);
    Composites composites = new Composites(panel, scope.composite(), scope.weightings(), draws);
    ComparisonGroups.Group all =
        new ComparisonGroups.Group(
            "x",
            IntStream.range(0, panel.units().size()).toArray(),
            ComparisonGroups.Group.EVERYONE);
    return ThreeDistricts.of(
        IndicatorStandingTable.SPEC,
        new StandingRows(scope, ThreeDistricts.OF, panel, composites.yardsticks(), draws)
            .rows(List.of(all)));
  }

  private static List<String> cells(Panel panel, String... columns) {
    return ThreeDistricts.cells(rows(panel), IndicatorStandingTable.SPEC, columns);
  }

  /** Lower is better for E4 and V2, higher for P1; d has no value and no row. */
  @Test
  void eachIsClassedByTheMedianOfThoseWhoHaveAValue() {
    assertThat(
            cells(
                ThreeDistricts.PANEL,
                "indicator_id",
                "district_id",
                "scored_value",
                "group_median",
                "class",
                "compared",
                "censored"))
        .containsExactly(
            "E4 a 1.00 2.00 clearly_better 3 0",
            "E4 b 2.00 2.00 not_distinguishable 3 0",
            "E4 c 3.00 2.00 clearly_worse 3 0",
            "P1 a 0.50 0.70 clearly_worse 3 0",
            "P1 b 0.70 0.70 not_distinguishable 3 0",
            "P1 c 0.90 0.70 clearly_better 3 0",
            "V2 a 10.00 20.00 clearly_better 3 0",
            "V2 b 20.00 20.00 not_distinguishable 3 0",
            "V2 c 30.00 20.00 clearly_worse 3 0");
  }

  /** What was not over after 30 days has no value, counts among the compared, and is counted. */
  @Test
  void aCensoredDurationHasARowWithoutAValue() {
    Panel panel =
        new Panel(
            List.of(
                new Judged("a", "x", Map.of("E5", ThreeDistricts.exact(10))),
                new Judged("b", "x", Map.of("E5", ThreeDistricts.exact(20))),
                new Judged(
                    "c",
                    "x",
                    Map.of(
                        "E5",
                        new Judged.Value(Status.CENSORED, Double.NaN, 30, Double.NaN, 0.95)))),
            List.of(new Panel.Scored("E5", Dimension.EFFICIENCY, Direction.LOWER)));

    assertThat(
            cells(
                panel,
                "district_id",
                "scored_value",
                "scored_low",
                "scored_high",
                "compared",
                "censored"))
        .containsExactly(
            "a 10.00 10.00 10.00 3 1", "b 20.00 20.00 20.00 3 1", "c null 30.00 null 3 1");
  }
}
