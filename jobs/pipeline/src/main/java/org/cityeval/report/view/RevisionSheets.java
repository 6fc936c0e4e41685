package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.RevisionData;
import org.cityeval.report.data.RevisionData.RankChange;
import org.cityeval.report.data.RevisionData.ValueChange;
import org.cityeval.revision.Cause;
import org.cityeval.revision.ResultState;
import org.cityeval.revision.ResultState.Outcome;

/**
 * What changed since the vintage before, as the page reads it.
 *
 * @param before the day whose knowledge the earlier vintage rests on
 * @param unreadable why the two could not be compared; null where they were
 * @param inputs what they were made from that differs
 * @param indicators how many values of each indicator changed
 * @param values those that changed most
 * @param groups how many ranks of each group changed
 * @param ranks who is ranked or classed otherwise
 */
public record RevisionSheets(
    String before,
    String unreadable,
    Sheet inputs,
    Sheet indicators,
    Sheet values,
    Sheet groups,
    Sheet ranks) {
  /** Of each outcome. */
  static final int MOST_VALUES = 25;

  /** In each group, period and weighting. */
  static final int MOST_RANKS = 60;

  /** What the page shows of a revision; null of none. */
  static RevisionSheets of(RevisionData revision, ReportData data, Subjects subjects) {
    if (revision == null) {
      return null;
    }
    Set<String> groups = Set.copyOf(subjects.groups());
    List<RankChange> listed =
        revision.ranks().stream().filter(rank -> groups.contains(rank.group())).toList();
    Set<String> units =
        Stream.concat(
                data.scope().cities().stream().map(ReportData.City::id),
                data.scope().districts().stream().map(ReportData.District::id))
            .collect(Collectors.toSet());
    return new RevisionSheets(
        revision.before().toString(),
        revision.unreadable(),
        inputs(revision.inputs()),
        indicators(revision.values()),
        values(revision.values().stream().filter(value -> units.contains(value.unitId())).toList()),
        groups(listed),
        ranks(listed.stream().filter(rank -> units.contains(rank.unitId())).toList()));
  }

  private static Sheet inputs(List<RevisionData.Input> inputs) {
    return Sheet.of(
        RevisionRows.Input.class,
        inputs.stream()
            .map(
                input ->
                    new RevisionRows.Input(
                        word(input.cause()), input.what(), input.before(), input.now()))
            .toList());
  }

  private static String word(Cause cause) {
    return cause.name().toLowerCase(Locale.ROOT);
  }

  private static String words(List<Cause> causes) {
    return causes.stream().map(RevisionSheets::word).collect(Collectors.joining("+"));
  }

  private static Sheet indicators(List<ValueChange> values) {
    Map<String, List<ValueChange>> byIndicator = new TreeMap<>();
    values.forEach(
        value ->
            byIndicator
                .computeIfAbsent(value.indicatorId() + "|" + value.level(), k -> new ArrayList<>())
                .add(value));
    return Sheet.of(
        RevisionRows.Indicator.class,
        byIndicator.values().stream()
            .map(
                of ->
                    new RevisionRows.Indicator(
                        of.get(0).indicatorId(),
                        of.get(0).level(),
                        count(of, Outcome.EQUAL),
                        count(of, Outcome.INTERVAL),
                        count(of, Outcome.VALUE),
                        count(of, Outcome.WORD),
                        count(of, Outcome.ONLY_BEFORE),
                        count(of, Outcome.ONLY_NOW),
                        (int) of.stream().filter(ValueChange::isBeyond).count()))
            .toList());
  }

  private static int count(List<ValueChange> values, Outcome outcome) {
    return (int) values.stream().filter(value -> value.outcome() == outcome).count();
  }

  /** The values that changed most, then those that became another kind of result. */
  private static Sheet values(List<ValueChange> values) {
    List<RevisionRows.Value> rows = new ArrayList<>();
    for (Outcome outcome :
        List.of(Outcome.VALUE, Outcome.WORD, Outcome.ONLY_NOW, Outcome.ONLY_BEFORE)) {
      values.stream()
          .filter(value -> value.outcome() == outcome)
          .sorted(
              Comparator.comparing(
                  ValueChange::size, Comparator.nullsLast(Comparator.reverseOrder())))
          .limit(MOST_VALUES)
          .map(RevisionSheets::row)
          .forEach(rows::add);
    }
    return Sheet.of(RevisionRows.Value.class, rows);
  }

  private static RevisionRows.Value row(ValueChange value) {
    ResultState before = value.before();
    ResultState now = value.now();
    return new RevisionRows.Value(
        value.unitId(),
        value.periodId(),
        value.indicatorId(),
        value.outcome().name().toLowerCase(Locale.ROOT),
        before == null ? null : before.value(),
        before == null ? null : before.low(),
        before == null ? null : before.high(),
        before == null ? null : before.word(),
        now == null ? null : now.value(),
        now == null ? null : now.low(),
        now == null ? null : now.high(),
        now == null ? null : now.word(),
        value.size(),
        beyond(value),
        words(value.causes()));
  }

  /** Whether a changed value lies outside the other's interval; null where that is not known. */
  private static Boolean beyond(ValueChange value) {
    if (value.outcome() != Outcome.VALUE) {
      return null;
    }
    Boolean within = ResultState.within(value.before(), value.now());
    return within == null ? null : !within;
  }

  private static Sheet groups(List<RankChange> ranks) {
    List<RevisionRows.Group> rows = new ArrayList<>();
    grouped(ranks)
        .forEach(
            of -> {
              RankChange any = of.get(0);
              rows.add(
                  new RevisionRows.Group(
                      any.group(),
                      any.periodId(),
                      any.weighting(),
                      (int) of.stream().filter(r -> r.before() != null && r.now() != null).count(),
                      (int) of.stream().filter(RankChange::isMoved).count(),
                      (int) of.stream().filter(RevisionSheets::isBeyond).count(),
                      (int) of.stream().filter(r -> r.outcome() == Outcome.WORD).count(),
                      (int) of.stream().filter(RevisionSheets::differs).count(),
                      (int) of.stream().filter(r -> r.now() == null).count(),
                      (int) of.stream().filter(r -> r.before() == null).count()));
            });
    return Sheet.of(RevisionRows.Group.class, rows);
  }

  private static List<List<RankChange>> grouped(List<RankChange> ranks) {
    Map<String, List<RankChange>> grouped = new TreeMap<>();
    ranks.forEach(
        rank ->
            grouped
                .computeIfAbsent(
                    String.join("|", rank.group(), rank.periodId(), rank.weighting()),
                    k -> new ArrayList<>())
                .add(rank));
    return List.copyOf(grouped.values());
  }

  /** Whether the rank moved, or its class changed. */
  private static boolean differs(RankChange rank) {
    return rank.isMoved() || rank.outcome() == Outcome.WORD;
  }

  private static boolean isBeyond(RankChange rank) {
    return rank.isMoved() && Boolean.FALSE.equals(ResultState.within(rank.before(), rank.now()));
  }

  /** Changed classes first, then the farthest moves; into the ranks or out of them is farthest. */
  private static Sheet ranks(List<RankChange> ranks) {
    List<RevisionRows.Rank> rows = new ArrayList<>();
    for (List<RankChange> of : grouped(ranks)) {
      of.stream()
          .filter(RevisionSheets::differs)
          .sorted(
              Comparator.comparing((RankChange rank) -> rank.outcome() != Outcome.WORD)
                  .thenComparing(Comparator.comparingDouble(RevisionSheets::distance).reversed()))
          .limit(MOST_RANKS)
          .map(RevisionSheets::row)
          .forEach(rows::add);
    }
    return Sheet.of(RevisionRows.Rank.class, rows);
  }

  private static double distance(RankChange rank) {
    Double before = rank.before().value();
    Double now = rank.now().value();
    return !rank.isMoved()
        ? 0
        : (before == null || now == null) ? Double.MAX_VALUE : Math.abs(now - before);
  }

  private static RevisionRows.Rank row(RankChange rank) {
    return new RevisionRows.Rank(
        rank.group(),
        rank.unitId(),
        rank.periodId(),
        rank.weighting(),
        place(rank.before().value()),
        place(rank.before().low()),
        place(rank.before().high()),
        rank.before().word(),
        place(rank.now().value()),
        place(rank.now().low()),
        place(rank.now().high()),
        rank.now().word(),
        words(rank.causes()));
  }

  private static Integer place(Double rank) {
    return rank == null ? null : rank.intValue();
  }
}
