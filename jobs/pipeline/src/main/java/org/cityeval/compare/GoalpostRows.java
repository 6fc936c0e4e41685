package org.cityeval.compare;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.cityeval.comparison.Panel;
import org.cityeval.comparison.Yardstick;
import org.cityeval.indicator.Indicators;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.table.gold.GoalpostTable;
import org.cityeval.table.spec.TableJson;
import org.cityeval.table.spec.TableRow;

/** How values of a panel become scores. */
final class GoalpostRows {
  private final ComparisonScope scope;
  private final PanelRows.Of of;
  private final Panel panel;

  GoalpostRows(ComparisonScope scope, PanelRows.Of of, Panel panel) {
    this.scope = scope;
    this.of = of;
    this.panel = panel;
  }

  /** One row for each indicator that is scored. */
  Iterator<MadeRow> rows(List<Yardstick> yardsticks) {
    return IntStream.range(0, yardsticks.size())
        .mapToObj(i -> goalpost(panel.indicators().get(i), yardsticks.get(i)))
        .map(row -> new MadeRow(GoalpostTable.SPEC, row))
        .iterator();
  }

  private Row goalpost(Panel.Scored indicator, Yardstick yardstick) {
    Normalisation normalisation = yardstick.normalisation();
    return new TableRow(GoalpostTable.SPEC)
        .set(EVALUATION_ID, scope.evaluationId())
        .set(AS_OF, scope.asOf())
        .set(LEVEL, of.level().id())
        .set(PERIOD_ID, of.periodId())
        .set(INDICATOR_ID, indicator.id())
        .set(GoalpostTable.MEMBERS, yardstick.members())
        .set(GoalpostTable.BETTER, indicator.better().id())
        .set(
            GoalpostTable.PER_RESIDENT,
            Indicators.find(indicator.id()).orElseThrow().spec().unit().isTotal())
        .set(GoalpostTable.WINSORISED, yardstick.treatment().winsorised())
        .number(GoalpostTable.VALUE_LOW, yardstick.treatment().low())
        .number(GoalpostTable.VALUE_HIGH, yardstick.treatment().high())
        .set(
            GoalpostTable.TRANSFORM,
            yardstick.treatment().transform().name().toLowerCase(Locale.ROOT))
        .set(GoalpostTable.NORMALISATION, normalisation.method().id())
        .number(GoalpostTable.WORST, normalisation.worst())
        .number(GoalpostTable.BEST, normalisation.best())
        .set(GoalpostTable.KNOTS, TableJson.write(knots(normalisation)))
        .set(INPUT_HASH, PanelRows.hash(scope, of, "goalpost", indicator.id()))
        .row();
  }

  private static double[][] knots(Normalisation normalisation) {
    double[] at = normalisation.at();
    double[] scores = normalisation.scores();
    double[][] knots = new double[at.length][];
    Arrays.setAll(knots, knot -> new double[] {at[knot], scores[knot]});
    return knots;
  }
}
