package org.cityeval.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.cityeval.comparison.Goalposts;
import org.cityeval.comparison.Judged;
import org.cityeval.comparison.RankIntervals;
import org.cityeval.comparison.RankIntervals.RankInterval;
import org.cityeval.comparison.Scorecard;
import org.cityeval.comparison.Scorecard.Scores;
import org.cityeval.comparison.Weighting;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.Seed;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.table.DistrictDayCodec;
import org.cityeval.table.TableJson;

/** The rows of one comparison group and period. */
final class GroupRows {
  /** Below this share of measured weight a composite is more guess than measurement. */
  private static final double LEAST_MEASURED_WEIGHT = 0.5;

  private static final List<String> COLUMNS = Arrays.asList(GroupComparison.schema().fieldNames());

  private final ComparisonScope scope;
  private final Group group;
  private final Map<String, Goalposts> goalposts;

  /** Which group, over which period, and whose units are in which city. */
  record Group(
      String comparisonGroup,
      Level level,
      String periodId,
      Map<String, String> cityOf,
      String inputHash) {}

  GroupRows(ComparisonScope scope, Group group, Map<String, Goalposts> goalposts) {
    this.scope = scope;
    this.group = group;
    this.goalposts = goalposts;
  }

  List<Row> of(List<Judged> units) {
    Map<String, Dimension> dimensions = new TreeMap<>();
    Indicators.ALL.forEach(
        indicator -> dimensions.put(indicator.spec().id(), indicator.spec().dimension()));
    long seed =
        Seed.of(scope.seed(), group.comparisonGroup(), group.level().id(), group.periodId());
    Scorecard.Draws draws = new Scorecard.Draws(scope.draws(), scope.level(), seed);
    Map<String, List<Scores>> byWeighting = new LinkedHashMap<>();
    for (Weighting weighting : scope.weightings()) {
      byWeighting.put(
          weighting.name(), Scorecard.of(units, goalposts, dimensions, weighting, draws));
    }
    List<Row> rows = new ArrayList<>();
    for (Weighting weighting : scope.weightings()) {
      List<Scores> scores = byWeighting.get(weighting.name());
      for (int unit = 0; unit < scores.size(); unit++) {
        rows.add(
            score(
                weighting,
                scores.get(unit),
                find(byWeighting.get(ComparisonScope.EFFICIENCY), unit),
                find(byWeighting.get(ComparisonScope.PUBLIC_VALUE), unit),
                seed));
      }
      rows.addAll(ranks(weighting, scores));
    }
    return rows;
  }

  private static Scores find(List<Scores> scores, int unit) {
    return scores == null || scores.size() <= unit ? null : scores.get(unit);
  }

  private Row score(
      Weighting weighting, Scores scores, Scores efficiency, Scores publicValue, long seed) {
    Object[] row = keys(scores.unitId(), weighting);
    put(row, GroupComparison.IS_SCORE, true);
    put(row, "efficiency_score", scores.dimensions().get(Dimension.EFFICIENCY));
    put(row, "precision_score", scores.dimensions().get(Dimension.PRECISION));
    put(row, "public_value_score", scores.dimensions().get(Dimension.PUBLIC_VALUE));
    put(row, "composite", scores.composite());
    put(row, "composite_low", DistrictDayCodec.cell(scores.interval().low()));
    put(row, "composite_high", DistrictDayCodec.cell(scores.interval().high()));
    if (efficiency != null && publicValue != null) {
      Bounds difference = Scorecard.difference(publicValue, efficiency, scope.level());
      put(row, "composite_difference", publicValue.composite() - efficiency.composite());
      put(row, "composite_difference_low", DistrictDayCodec.cell(difference.low()));
      put(row, "composite_difference_high", DistrictDayCodec.cell(difference.high()));
    }
    put(row, "measured_weight", scores.measuredWeight());
    put(row, "status", scores.measuredWeight() >= LEAST_MEASURED_WEIGHT ? "ok" : "insufficient");
    put(row, "contributions", TableJson.write(scores.contributions()));
    put(row, "goalposts", TableJson.write(goalposts));
    put(row, "seed", seed);
    return RowFactory.create(row);
  }

  private List<Row> ranks(Weighting weighting, List<Scores> scores) {
    // Who is more guess than measurement is neither ranked nor in the way of others.
    List<Scores> ranked =
        scores.stream().filter(score -> score.measuredWeight() >= LEAST_MEASURED_WEIGHT).toList();
    RankInterval[] intervals =
        RankIntervals.of(
            ranked.stream().mapToDouble(Scores::composite).toArray(),
            ranked.stream().map(Scores::draws).toArray(double[][]::new),
            scope.level());
    List<Row> rows = new ArrayList<>();
    for (Scores score : scores) {
      int index = ranked.indexOf(score);
      Object[] row = keys(score.unitId(), weighting);
      put(row, GroupComparison.IS_SCORE, false);
      put(row, "name", scope.names().getOrDefault(score.unitId(), score.unitId()));
      put(row, "compared", ranked.size());
      if (index >= 0) {
        RankInterval interval = intervals[index];
        put(row, "rank", interval.rank());
        put(row, "rank_low", interval.low());
        put(row, "rank_high", interval.high());
        put(row, "rank_low_simultaneous", interval.simultaneousLow());
        put(row, "rank_high_simultaneous", interval.simultaneousHigh());
        put(row, "class", classOf(interval, ranked.size()));
      } else {
        put(row, "class", "not_ranked");
      }
      put(row, "ci_method", "monte_carlo_percentile");
      rows.add(RowFactory.create(row));
    }
    return rows;
  }

  /** Clearly better or worse only if the whole interval lies in its half of the group. */
  private static String classOf(RankInterval interval, int compared) {
    double middle = (compared + 1) / 2.0;
    if (interval.high() < middle) {
      return "clearly_better";
    }
    return interval.low() > middle ? "clearly_worse" : "not_distinguishable";
  }

  private Object[] keys(String unitId, Weighting weighting) {
    Object[] row = new Object[COLUMNS.size()];
    put(row, "evaluation_id", scope.evaluationId());
    put(row, "as_of", scope.asOf());
    put(row, "city_id", group.cityOf().get(unitId));
    put(row, "district_id", unitId);
    put(row, "level", group.level().id());
    put(row, "comparison_group", group.comparisonGroup());
    put(row, "period_id", group.periodId());
    put(row, "weighting", weighting.name());
    put(row, "ci_level", scope.level());
    put(
        row,
        "input_hash",
        new Fingerprint()
            .add(group.inputHash())
            .add(unitId)
            .add(weighting.name() + weighting.weights())
            .add(scope.draws(), scope.level())
            .add(Long.toString(scope.seed()))
            .hex());
    return row;
  }

  private static void put(Object[] row, String column, Object value) {
    row[COLUMNS.indexOf(column)] = value;
  }
}
