package org.cityeval.compare;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.COMPARISON_GROUP;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.WEIGHTING;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.cityeval.comparison.ChoiceSensitivity;
import org.cityeval.comparison.ChoiceSensitivity.Robustness;
import org.cityeval.comparison.GroupRanks;
import org.cityeval.comparison.GroupRanks.Ranked;
import org.cityeval.comparison.Panel;
import org.cityeval.comparison.Scorecard;
import org.cityeval.comparison.Weighting;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.ranking.RankConfidence.StepRule;
import org.cityeval.numeric.statistics.DrawnEstimate;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.RankSensitivityTable;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;

/** Ranks of a panel's members in their groups, under one weighting. */
final class RankRows {
  private final ComparisonScope scope;
  private final PanelRows.Of of;
  private final Panel panel;
  private final List<Member> members;
  private final Weighting weighting;

  /** A group whose members were ranked; those that could not be are not among them. */
  private record RankedGroup(
      ComparisonGroups.Group group,
      int[] members,
      Ranked[] ranks,
      Robustness[] robustness,
      String hash) {

    /** The place of a unit among the members; below zero where it could not be ranked. */
    int place(int unit) {
      return Arrays.binarySearch(members, unit);
    }
  }

  RankRows(
      ComparisonScope scope,
      PanelRows.Of of,
      Panel panel,
      List<Member> members,
      Weighting weighting) {
    this.scope = scope;
    this.of = of;
    this.panel = panel;
    this.members = members;
    this.weighting = weighting;
  }

  /** A row for everyone in every group that says that the weighting judges nothing here. */
  Iterator<MadeRow> notApplicable(List<ComparisonGroups.Group> groups) {
    return InTurn.of(
        groups.stream()
            .map(group -> new RankedGroup(group, new int[0], new Ranked[0], null, hash(group)))
            .map(nobody -> ofMembers(nobody, unit -> Stream.of(notApplicable(nobody, unit)))));
  }

  private MadeRow notApplicable(RankedGroup nobody, int unit) {
    return new MadeRow(
        RankIntervalTable.SPEC,
        keys(RankIntervalTable.SPEC, nobody, unit)
            .set(RankIntervalTable.NAME, members.get(unit).name())
            .set(RankIntervalTable.COMPARED, 0)
            .set(RankIntervalTable.CLASS, Status.NOT_APPLICABLE.id())
            .row());
  }

  /**
   * The rows of every group. A group is ranked when its first row is asked for.
   *
   * @param scores of every unit of the panel
   * @param draws of every unit, what its composite could be
   * @param sensitivity under the weighting; null where no other choices are tried
   */
  Iterator<MadeRow> rows(
      List<ComparisonGroups.Group> groups,
      List<Scorecard.Scores> scores,
      DrawnEstimate[] draws,
      ChoiceSensitivity sensitivity) {
    return InTurn.of(
        groups.stream()
            .map(group -> ranked(group, scores, draws, sensitivity))
            .map(ranked -> ofMembers(ranked, unit -> rows(ranked, unit))));
  }

  private static Iterator<MadeRow> ofMembers(
      RankedGroup ranked, IntFunction<Stream<MadeRow>> rows) {
    return InTurn.of(
        Arrays.stream(ranked.group().members())
            .filter(ranked.group()::ranks)
            .mapToObj(unit -> rows.apply(unit).iterator()));
  }

  private Stream<MadeRow> rows(RankedGroup ranked, int unit) {
    MadeRow rank = new MadeRow(RankIntervalTable.SPEC, rank(ranked, unit));
    return ranked.robustness() == null || ranked.place(unit) < 0
        ? Stream.of(rank)
        : Stream.concat(Stream.of(rank), factors(ranked, unit));
  }

  private RankedGroup ranked(
      ComparisonGroups.Group group,
      List<Scorecard.Scores> scores,
      DrawnEstimate[] draws,
      ChoiceSensitivity sensitivity) {
    // Who is more guess than knowledge is neither ranked nor in the way of others.
    int[] members =
        Arrays.stream(group.members())
            .filter(unit -> scores.get(unit).known().isEnough())
            .toArray();
    double[] composites =
        Arrays.stream(members).mapToDouble(unit -> scores.get(unit).composite()).toArray();
    DrawnEstimate[] drawn =
        Arrays.stream(members).mapToObj(unit -> draws[unit]).toArray(DrawnEstimate[]::new);
    double level = scope.draws().level();
    boolean ranksAll = group.subject() == ComparisonGroups.Group.EVERYONE;
    Ranked[] ranks =
        ranksAll
            ? GroupRanks.of(composites, drawn, level)
            : rankedAlone(Arrays.binarySearch(members, group.subject()), composites, drawn, level);
    // Everyone's peers are a group of their own: choices are tried within the groups of many.
    Robustness[] robustness =
        sensitivity == null || !ranksAll ? null : sensitivity.of(members, level);
    return new RankedGroup(group, members, ranks, robustness, hash(group));
  }

  private String hash(ComparisonGroups.Group group) {
    String what = group.id() + Arrays.toString(group.members());
    return PanelRows.hash(scope, of, what, weighting.name());
  }

  private static Ranked[] rankedAlone(
      int member, double[] composites, DrawnEstimate[] draws, double level) {
    return member < 0
        ? new Ranked[composites.length]
        : GroupRanks.ofOne(member, composites, draws, level);
  }

  private Row rank(RankedGroup ranked, int unit) {
    int place = ranked.place(unit);
    int compared = ranked.members().length;
    TableRow row =
        keys(RankIntervalTable.SPEC, ranked, unit)
            .set(RankIntervalTable.NAME, members.get(unit).name())
            .set(RankIntervalTable.COMPARED, compared)
            .set(RankIntervalTable.CI_LEVEL, scope.draws().level())
            .set(RankIntervalTable.CI_METHOD, method(compared));
    if (place < 0) {
      return row.set(RankIntervalTable.CLASS, "not_ranked").row();
    }
    Ranked rank = ranked.ranks()[place];
    row.set(RankIntervalTable.RANK, rank.rank())
        .set(RankIntervalTable.RANK_LOW, rank.marginal().best())
        .set(RankIntervalTable.RANK_HIGH, rank.marginal().worst())
        .set(RankIntervalTable.RANK_WIDTH, rank.marginal().worst() - rank.marginal().best())
        .set(RankIntervalTable.RANK_LOW_SIMULTANEOUS, rank.simultaneous().best())
        .set(RankIntervalTable.RANK_HIGH_SIMULTANEOUS, rank.simultaneous().worst())
        .set(
            RankIntervalTable.RANK_WIDTH_SIMULTANEOUS,
            rank.simultaneous().worst() - rank.simultaneous().best())
        .set(RankIntervalTable.CLASS, rank.standing().id());
    if (ranked.robustness() != null) {
      int low = (int) ranked.robustness()[place].range().low();
      int high = (int) ranked.robustness()[place].range().high();
      row.set(RankIntervalTable.RANK_LOW_CHOICES, low)
          .set(RankIntervalTable.RANK_HIGH_CHOICES, high)
          .set(RankIntervalTable.RANK_WIDTH_CHOICES, high - low);
    }
    return row.row();
  }

  private static String method(int compared) {
    return "rank_confidence_set_" + StepRule.fitting(compared).name().toLowerCase(Locale.ROOT);
  }

  private Stream<MadeRow> factors(RankedGroup ranked, int unit) {
    Robustness robustness = ranked.robustness()[ranked.place(unit)];
    return IntStream.range(0, ChoiceSensitivity.FACTORS.size())
        .mapToObj(
            factor ->
                keys(RankSensitivityTable.SPEC, ranked, unit)
                    .set(RankSensitivityTable.FACTOR, ChoiceSensitivity.FACTORS.get(factor))
                    .number(RankSensitivityTable.FIRST_ORDER, robustness.firstOrder()[factor])
                    .number(RankSensitivityTable.TOTAL, robustness.total()[factor])
                    .set(RankSensitivityTable.DRAWS, scope.draws().acrossChoices())
                    .row())
        .map(row -> new MadeRow(RankSensitivityTable.SPEC, row));
  }

  private TableRow keys(TableSpec table, RankedGroup ranked, int unit) {
    return new TableRow(table)
        .set(EVALUATION_ID, scope.evaluationId())
        .set(AS_OF, scope.asOf())
        .set(CITY_ID, panel.units().get(unit).cityId())
        .set(COMPARISON_GROUP, ranked.group().id())
        .set(DISTRICT_ID, unitId(unit))
        .set(LEVEL, of.level().id())
        .set(PERIOD_ID, of.periodId())
        .set(WEIGHTING, weighting.name())
        .set(INPUT_HASH, ranked.hash());
  }

  private String unitId(int unit) {
    return panel.units().get(unit).unitId();
  }
}
