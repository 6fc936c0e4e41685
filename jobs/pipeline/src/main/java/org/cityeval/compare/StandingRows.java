package org.cityeval.compare;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.cityeval.comparison.Composites;
import org.cityeval.comparison.IndicatorStandings;
import org.cityeval.comparison.Judged;
import org.cityeval.comparison.Panel;
import org.cityeval.comparison.Yardstick;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.ranking.Standing;
import org.cityeval.table.IndicatorTables;
import org.cityeval.table.TableRow;

/** How members stand by single indicators in the one group that everybody is in. */
final class StandingRows {
  private final ComparisonScope scope;
  private final PanelRows.Of of;
  private final Panel panel;
  private final IndicatorStandings standings;

  StandingRows(
      ComparisonScope scope,
      PanelRows.Of of,
      Panel panel,
      List<Yardstick> yardsticks,
      Composites.Draws draws) {
    this.scope = scope;
    this.of = of;
    this.panel = panel;
    this.standings = new IndicatorStandings(panel, yardsticks, draws);
  }

  /** Adds the rows of every group; a member without a value has none. */
  void add(List<ComparisonGroups.Group> groups, List<Row> rows) {
    for (ComparisonGroups.Group group : groups) {
      for (int i = 0; i < panel.indicators().size(); i++) {
        add(group, i, rows);
      }
    }
  }

  private void add(ComparisonGroups.Group group, int indicator, List<Row> rows) {
    String id = panel.indicators().get(indicator).id();
    String hash =
        PanelRows.hash(scope, of, "standing" + group.id() + Arrays.toString(group.members()), id);
    IndicatorStandings.Group all = standings.of(indicator, group.members());
    long censored =
        all.members().stream().filter(m -> m.value().status() == Status.CENSORED).count();
    for (IndicatorStandings.Member member : all.members()) {
      Judged judged = panel.units().get(member.unit());
      rows.add(
          new TableRow(IndicatorTables.INDICATOR_STANDING)
              .set("evaluation_id", scope.evaluationId())
              .set("as_of", scope.asOf())
              .set("city_id", judged.cityId())
              .set("comparison_group", group.id())
              .set("district_id", judged.unitId())
              .set("level", of.level().id())
              .set("period_id", of.periodId())
              .set("indicator_id", id)
              .number("scored_value", member.value().value())
              .number("scored_low", member.value().low())
              .number("scored_high", member.value().high())
              .number("group_median", all.median().value())
              .number("group_median_low", all.median().exceeds())
              .set("class", member.standing().map(Standing::id).orElse(null))
              .set("compared", all.members().size())
              .set("censored", (int) censored)
              .set("input_hash", hash)
              .row());
    }
  }
}
