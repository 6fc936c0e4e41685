package org.cityeval.compare;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.COMPARISON_GROUP;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.cityeval.comparison.Composites;
import org.cityeval.comparison.IndicatorStandings;
import org.cityeval.comparison.Judged;
import org.cityeval.comparison.Panel;
import org.cityeval.comparison.Yardstick;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.ranking.Standing;
import org.cityeval.table.gold.IndicatorStandingTable;
import org.cityeval.table.spec.TableRow;

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

  /** The rows of every group; a member without a value has none. */
  Iterator<MadeRow> rows(List<ComparisonGroups.Group> groups) {
    return InTurn.of(
        groups.stream()
            .map(
                group ->
                    InTurn.of(
                        IntStream.range(0, panel.indicators().size())
                            .mapToObj(indicator -> rows(group, indicator)))));
  }

  private Iterator<MadeRow> rows(ComparisonGroups.Group group, int indicator) {
    String id = panel.indicators().get(indicator).id();
    String hash =
        PanelRows.hash(scope, of, "standing" + group.id() + Arrays.toString(group.members()), id);
    IndicatorStandings.Group all = standings.of(indicator, group.members());
    long censored =
        all.members().stream().filter(m -> m.value().status() == Status.CENSORED).count();
    return all.members().stream()
        .map(member -> row(group.id(), id, all, member, (int) censored, hash))
        .map(row -> new MadeRow(IndicatorStandingTable.SPEC, row))
        .iterator();
  }

  private Row row(
      String group,
      String indicator,
      IndicatorStandings.Group all,
      IndicatorStandings.Member member,
      int censored,
      String hash) {
    Judged judged = panel.units().get(member.unit());
    return new TableRow(IndicatorStandingTable.SPEC)
        .set(EVALUATION_ID, scope.evaluationId())
        .set(AS_OF, scope.asOf())
        .set(CITY_ID, judged.cityId())
        .set(COMPARISON_GROUP, group)
        .set(DISTRICT_ID, judged.unitId())
        .set(LEVEL, of.level().id())
        .set(PERIOD_ID, of.periodId())
        .set(INDICATOR_ID, indicator)
        .number(IndicatorStandingTable.SCORED_VALUE, member.value().value())
        .interval(
            IndicatorStandingTable.SCORED_LOW,
            IndicatorStandingTable.SCORED_HIGH,
            IndicatorStandingTable.SCORED_WIDTH,
            member.value().low(),
            member.value().high())
        .number(IndicatorStandingTable.GROUP_MEDIAN, all.median().value())
        .number(IndicatorStandingTable.GROUP_MEDIAN_LOW, all.median().exceeds())
        .set(IndicatorStandingTable.CLASS, member.standing().map(Standing::id).orElse(null))
        .set(IndicatorStandingTable.COMPARED, all.members().size())
        .set(IndicatorStandingTable.CENSORED, censored)
        .set(INPUT_HASH, hash)
        .row();
  }
}
