package org.cityeval.compare;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.WEIGHTING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.cityeval.comparison.ChoiceSensitivity;
import org.cityeval.comparison.Composites;
import org.cityeval.comparison.Panel;
import org.cityeval.comparison.Scorecard;
import org.cityeval.comparison.Weighting;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Seed;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.DrawnEstimate;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.spec.TableJson;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;

/** The rows of one level and period: goalposts, standings, scores, ranks, what they rest on. */
final class PanelRows {
  /** As many as are compared by default. */
  private static final int WEIGHTINGS_AT_ONCE = 2;

  /**
   * Of more members each weighting is scored by itself: that takes time, and half of the memory.
   */
  private static final int MEMBERS_AT_ONCE = 10_000;

  private static final String TOO_LITTLE = "more than half of the weight is missing";

  private final ComparisonScope scope;
  private final Of of;
  private final Panel panel;
  private final List<Member> members;

  /** Of weightings that are scored, but not ranked yet. */
  private final Map<Weighting, ChoiceSensitivity> sensitivities = new HashMap<>();

  /** What the panel is of, and the hash of all that went in. */
  record Of(Level level, String periodId, String inputHash) {}

  PanelRows(ComparisonScope scope, Of of, Panel panel, List<Member> members) {
    this.scope = scope;
    this.of = of;
    this.panel = panel;
    this.members = members;
  }

  /**
   * The rows of all tables, made as they are asked for. A group is ranked when its first row is
   * asked for.
   */
  Iterator<MadeRow> rows() {
    long seed = seed();
    Composites.Draws draws =
        new Composites.Draws(scope.draws().count(), scope.draws().level(), seed);
    Composites composites = new Composites(panel, scope.composite(), scope.weightings(), draws);
    ComparisonGroups compared = new ComparisonGroups(scope, of.level(), panel, members);
    List<ComparisonGroups.Group> groups = compared.all();
    List<List<Scorecard.Scores>> all = scores(composites);
    StandingRows standings = new StandingRows(scope, of, panel, composites.yardsticks(), draws);
    return InTurn.of(
        Stream.of(
            new GoalpostRows(scope, of, panel).rows(composites.yardsticks()),
            standings.rows(compared.apart()),
            InTurn.of(weightings().mapToObj(weighting -> scored(all, composites, weighting))),
            InTurn.of(
                weightings().mapToObj(weighting -> ranked(groups, all, composites, weighting)))));
  }

  /** Bytes of draws that are held at most, without scores and values. */
  long bytes() {
    ComparisonScope.Draws draws = scope.draws();
    long ofWeighting = (long) Double.BYTES * draws.count();
    // Beside the composites: an indicator's draws and their standard errors, or a weighting's.
    long standing = ofWeighting * (scope.weightings().size() + 2);
    long ranked = ofWeighting * (scope.weightings().size() + 1);
    long choices =
        (long) Float.BYTES
            * draws.acrossChoices()
            * ChoiceSensitivity.MOST_COMBINATIONS
            * (weightingsAtOnce() + 1);
    return panel.units().size() * Math.max(standing, ranked + choices);
  }

  private int weightingsAtOnce() {
    return panel.units().size() > MEMBERS_AT_ONCE ? 1 : WEIGHTINGS_AT_ONCE;
  }

  private long seed() {
    return Seed.of(scope.draws().seed(), of.level().id(), of.periodId());
  }

  private IntStream weightings() {
    return IntStream.range(0, scope.weightings().size());
  }

  private Iterator<MadeRow> scored(
      List<List<Scorecard.Scores>> all, Composites composites, int weighting) {
    boolean judges = !all.get(weighting).isEmpty();
    return IntStream.range(0, panel.units().size())
        .mapToObj(
            unit ->
                judges
                    ? score(all, composites, weighting, unit)
                    : notApplicable(composites, weighting, unit))
        .map(row -> new MadeRow(ScorecardTable.SPEC, row))
        .iterator();
  }

  /** Once a weighting's ranks are made, nothing asks for its draws. */
  private Iterator<MadeRow> ranked(
      List<ComparisonGroups.Group> groups,
      List<List<Scorecard.Scores>> all,
      Composites composites,
      int weighting) {
    RankRows ranks = new RankRows(scope, of, panel, members, scope.weightings().get(weighting));
    List<Scorecard.Scores> scores = all.get(weighting);
    DrawnEstimate[] draws = composites.handOver(weighting);
    if (scores.isEmpty()) {
      return ranks.notApplicable(groups);
    }
    if (sensitivities.isEmpty()) {
      sensitivities.putAll(sensitivities(all, weighting));
    }
    return ranks.rows(
        groups, scores, draws, sensitivities.remove(scope.weightings().get(weighting)));
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

  /**
   * Of the next weightings that judge anything; none if no other choices are tried. They share what
   * is drawn, and each holds a composite for every unit, draw and choice.
   */
  private Map<Weighting, ChoiceSensitivity> sensitivities(
      List<List<Scorecard.Scores>> all, int from) {
    int choices = scope.draws().acrossChoices();
    List<Weighting> judging =
        IntStream.range(from, all.size())
            .filter(weighting -> choices > 0 && !all.get(weighting).isEmpty())
            .limit(weightingsAtOnce())
            .mapToObj(scope.weightings()::get)
            .toList();
    List<ChoiceSensitivity> made =
        ChoiceSensitivity.of(panel, scope.composite(), judging, choices, seed());
    Map<Weighting, ChoiceSensitivity> byWeighting = new HashMap<>();
    for (int i = 0; i < made.size(); i++) {
      byWeighting.put(judging.get(i), made.get(i));
    }
    return byWeighting;
  }

  private Row score(
      List<List<Scorecard.Scores>> all, Composites composites, int weighting, int unit) {
    Scorecard.Scores scores = all.get(weighting).get(unit);
    TableRow row =
        keys(ScorecardTable.SPEC, unit, scope.weightings().get(weighting).name())
            .number(ScorecardTable.COMPOSITE, scores.composite())
            .interval(
                ScorecardTable.COMPOSITE_LOW,
                ScorecardTable.COMPOSITE_HIGH,
                ScorecardTable.COMPOSITE_WIDTH,
                scores.interval().low(),
                scores.interval().high())
            .number(ScorecardTable.COMPOSITE_LOWEST, scores.possible().low())
            .number(ScorecardTable.COMPOSITE_HIGHEST, scores.possible().high())
            .set(ScorecardTable.CI_LEVEL, scope.draws().level())
            .set(ScorecardTable.MEASURED_WEIGHT, scores.known().measured())
            .set(ScorecardTable.CENSORED_WEIGHT, scores.known().censored())
            .set(ScorecardTable.MISSING_WEIGHT, scores.known().missing())
            .set(ScorecardTable.STATUS, scores.known().isEnough() ? "ok" : "insufficient")
            .set(ScorecardTable.REASON, scores.known().isEnough() ? null : TOO_LITTLE)
            .set(ScorecardTable.SCORES, TableJson.write(scores.parts().scores()))
            .set(ScorecardTable.WEIGHTS, TableJson.write(scores.parts().weights()))
            .set(ScorecardTable.CONTRIBUTIONS, TableJson.write(scores.parts().contributions()))
            .set(ScorecardTable.NORMALISATION, scope.composite().normalisation().id())
            .set(ScorecardTable.OUTLIERS, scope.composite().treatsOutliers() ? "winsorise" : "none")
            .set(ScorecardTable.WEIGHT_METHOD, scope.composite().weights().id())
            .set(ScorecardTable.AGGREGATION, scope.composite().aggregation().id())
            .set(ScorecardTable.SEED, seed())
            .set(INPUT_HASH, hash("score", scope.weightings().get(weighting).name()));
    for (Dimension dimension : Dimension.values()) {
      row.set(ScorecardTable.scoreOf(dimension), scores.dimensions().get(dimension));
    }
    // Weightings stand in the order of Weighting.PUBLISHED.
    if (all.stream().noneMatch(List::isEmpty)) {
      double difference = all.get(1).get(unit).composite() - all.get(0).get(unit).composite();
      Bounds interval = composites.difference(difference, 1, 0, unit);
      row.number(ScorecardTable.COMPOSITE_DIFFERENCE, difference)
          .interval(
              ScorecardTable.COMPOSITE_DIFFERENCE_LOW,
              ScorecardTable.COMPOSITE_DIFFERENCE_HIGH,
              ScorecardTable.COMPOSITE_DIFFERENCE_WIDTH,
              interval.low(),
              interval.high());
    }
    return row.row();
  }

  /** A weighting that judges nothing here is said to, and has no composite. */
  private Row notApplicable(Composites composites, int weighting, int unit) {
    String name = scope.weightings().get(weighting).name();
    return keys(ScorecardTable.SPEC, unit, name)
        .set(ScorecardTable.STATUS, Status.NOT_APPLICABLE.id())
        .set(ScorecardTable.REASON, composites.inapplicable(weighting))
        .set(INPUT_HASH, hash("score", name))
        .row();
  }

  private TableRow keys(TableSpec table, int unit, String weighting) {
    return new TableRow(table)
        .set(EVALUATION_ID, scope.evaluationId())
        .set(AS_OF, scope.asOf())
        .set(CITY_ID, panel.units().get(unit).cityId())
        .set(DISTRICT_ID, panel.units().get(unit).unitId())
        .set(LEVEL, of.level().id())
        .set(PERIOD_ID, of.periodId())
        .set(WEIGHTING, weighting);
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
