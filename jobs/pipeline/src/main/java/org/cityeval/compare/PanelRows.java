package org.cityeval.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.cityeval.comparison.Composites;
import org.cityeval.comparison.Panel;
import org.cityeval.comparison.Scorecard;
import org.cityeval.comparison.Weighting;
import org.cityeval.comparison.Yardstick;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.Seed;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.DrawnEstimate;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.table.ComparisonTables;
import org.cityeval.table.IndicatorTables;
import org.cityeval.table.TableJson;
import org.cityeval.table.TableRow;
import org.cityeval.table.TableSpec;

/** The rows of one level and period: goalposts, standings, scores, ranks, what they rest on. */
final class PanelRows {
  private static final String TOO_LITTLE = "more than half of the weight is missing";

  private final ComparisonScope scope;
  private final Of of;
  private final Panel panel;
  private final List<Member> members;

  /** What the panel is of, and the hash of all that went in. */
  record Of(Level level, String periodId, String inputHash) {}

  PanelRows(ComparisonScope scope, Of of, Panel panel, List<Member> members) {
    this.scope = scope;
    this.of = of;
    this.panel = panel;
    this.members = members;
  }

  /** The rows of each table, in the order asked for. */
  Object[] byTable(List<TableSpec> tables) {
    long seed = Seed.of(scope.draws().seed(), of.level().id(), of.periodId());
    Composites.Draws draws =
        new Composites.Draws(scope.draws().count(), scope.draws().level(), seed);
    Composites composites = new Composites(panel, scope.composite(), scope.weightings(), draws);
    Map<TableSpec, List<Row>> rows = new LinkedHashMap<>();
    tables.forEach(table -> rows.put(table, new ArrayList<>()));
    goalposts(composites.yardsticks(), rows.get(IndicatorTables.GOALPOST));
    ComparisonGroups compared = new ComparisonGroups(scope, of.level(), panel, members);
    new StandingRows(scope, of, panel, composites.yardsticks(), draws)
        .add(compared.apart(), rows.get(IndicatorTables.INDICATOR_STANDING));
    List<ComparisonGroups.Group> groups = compared.all();
    List<List<Scorecard.Scores>> all = scores(composites);
    for (int weighting = 0; weighting < all.size(); weighting++) {
      List<Scorecard.Scores> scores = all.get(weighting);
      RankRows ranks =
          new RankRows(scope, of, panel, members, scope.weightings().get(weighting), seed);
      for (int unit = 0; unit < panel.units().size(); unit++) {
        rows.get(ComparisonTables.SCORECARD)
            .add(
                scores.isEmpty()
                    ? notApplicable(composites, weighting, unit)
                    : score(all, composites, weighting, unit, seed));
      }
      if (scores.isEmpty()) {
        ranks.addNotApplicable(groups, rows.get(ComparisonTables.RANK_INTERVAL));
      } else {
        ranks.add(
            groups,
            scores,
            unitDraws(composites, weighting),
            rows.get(ComparisonTables.RANK_INTERVAL),
            rows.get(ComparisonTables.RANK_SENSITIVITY));
      }
    }
    // Spark takes an array of rows for an array column, but no list.
    return rows.values().stream().map(of -> of.toArray(Row[]::new)).toArray();
  }

  private DrawnEstimate[] unitDraws(Composites composites, int weighting) {
    DrawnEstimate[] draws = new DrawnEstimate[panel.units().size()];
    Arrays.setAll(draws, unit -> composites.drawn(weighting, unit));
    return draws;
  }

  private List<List<Scorecard.Scores>> scores(Composites composites) {
    List<List<Scorecard.Scores>> all = new ArrayList<>();
    for (int weighting = 0; weighting < scope.weightings().size(); weighting++) {
      List<Scorecard.Scores> scores = new ArrayList<>();
      if (composites.inapplicable(weighting).isEmpty()) {
        Scorecard scorecard = composites.scorecard(weighting);
        for (int unit = 0; unit < panel.units().size(); unit++) {
          scores.add(scorecard.of(unit, composites.drawn(weighting, unit), scope.draws().level()));
        }
      }
      all.add(scores);
    }
    return all;
  }

  private void goalposts(List<Yardstick> yardsticks, List<Row> rows) {
    for (int i = 0; i < yardsticks.size(); i++) {
      Panel.Scored indicator = panel.indicators().get(i);
      Yardstick yardstick = yardsticks.get(i);
      Normalisation normalisation = yardstick.normalisation();
      rows.add(
          new TableRow(IndicatorTables.GOALPOST)
              .set("evaluation_id", scope.evaluationId())
              .set("as_of", scope.asOf())
              .set("level", of.level().id())
              .set("period_id", of.periodId())
              .set("indicator_id", indicator.id())
              .set("members", yardstick.members())
              .set("better", indicator.better().id())
              .set(
                  "per_resident",
                  Indicators.find(indicator.id()).orElseThrow().spec().unit().isTotal())
              .set("winsorised", yardstick.treatment().winsorised())
              .number("value_low", yardstick.treatment().low())
              .number("value_high", yardstick.treatment().high())
              .set("transform", yardstick.treatment().transform().name().toLowerCase(Locale.ROOT))
              .set("normalisation", normalisation.method().id())
              .number("worst", normalisation.worst())
              .number("best", normalisation.best())
              .set("knots", TableJson.write(knots(normalisation)))
              .set("input_hash", hash("goalpost", indicator.id()))
              .row());
    }
  }

  private static double[][] knots(Normalisation normalisation) {
    double[] at = normalisation.at();
    double[] scores = normalisation.scores();
    double[][] knots = new double[at.length][];
    Arrays.setAll(knots, knot -> new double[] {at[knot], scores[knot]});
    return knots;
  }

  private Row score(
      List<List<Scorecard.Scores>> all, Composites composites, int weighting, int unit, long seed) {
    Scorecard.Scores scores = all.get(weighting).get(unit);
    TableRow row =
        keys(ComparisonTables.SCORECARD, unit, scope.weightings().get(weighting).name())
            .number("composite", scores.composite())
            .number("composite_low", scores.interval().low())
            .number("composite_high", scores.interval().high())
            .number("composite_lowest", scores.possible().low())
            .number("composite_highest", scores.possible().high())
            .set("ci_level", scope.draws().level())
            .set("measured_weight", scores.known().measured())
            .set("censored_weight", scores.known().censored())
            .set("missing_weight", scores.known().missing())
            .set("status", scores.known().isEnough() ? "ok" : "insufficient")
            .set("reason", scores.known().isEnough() ? null : TOO_LITTLE)
            .set("scores", TableJson.write(scores.parts().scores()))
            .set("weights", TableJson.write(scores.parts().weights()))
            .set("contributions", TableJson.write(scores.parts().contributions()))
            .set("normalisation", scope.composite().normalisation().id())
            .set("outliers", scope.composite().treatsOutliers() ? "winsorise" : "none")
            .set("weight_method", scope.composite().weights().id())
            .set("aggregation", scope.composite().aggregation().id())
            .set("seed", seed)
            .set("input_hash", hash("score", scope.weightings().get(weighting).name()));
    for (Dimension dimension : Dimension.values()) {
      row.set(ComparisonTables.scoreColumn(dimension), scores.dimensions().get(dimension));
    }
    // Weightings stand in the order of Weighting.PUBLISHED.
    if (all.stream().noneMatch(List::isEmpty)) {
      double difference = all.get(1).get(unit).composite() - all.get(0).get(unit).composite();
      Bounds interval = composites.difference(difference, 1, 0, unit);
      row.number("composite_difference", difference)
          .number("composite_difference_low", interval.low())
          .number("composite_difference_high", interval.high());
    }
    return row.row();
  }

  /** A weighting that judges nothing here is said to, and has no composite. */
  private Row notApplicable(Composites composites, int weighting, int unit) {
    String name = scope.weightings().get(weighting).name();
    return keys(ComparisonTables.SCORECARD, unit, name)
        .set("status", Status.NOT_APPLICABLE.id())
        .set("reason", composites.inapplicable(weighting))
        .set("input_hash", hash("score", name))
        .row();
  }

  private TableRow keys(TableSpec table, int unit, String weighting) {
    return new TableRow(table)
        .set("evaluation_id", scope.evaluationId())
        .set("as_of", scope.asOf())
        .set("city_id", panel.units().get(unit).cityId())
        .set("district_id", panel.units().get(unit).unitId())
        .set("level", of.level().id())
        .set("period_id", of.periodId())
        .set("weighting", weighting);
  }

  private String hash(String what, String whose) {
    return hash(scope, of, what, whose);
  }

  /** Of all that the rows of a panel depend on. */
  static String hash(ComparisonScope scope, Of of, String what, String whose) {
    Fingerprint fingerprint =
        new Fingerprint()
            .add(of.inputHash())
            .add(what)
            .add(whose)
            .add(scope.composite().toString());
    for (Weighting weighting : scope.weightings()) {
      fingerprint.add(weighting.name() + weighting.declared());
    }
    return fingerprint
        .add(scope.draws().count(), scope.draws().acrossChoices(), scope.draws().level())
        .add(Long.toString(scope.draws().seed()))
        .hex();
  }
}
