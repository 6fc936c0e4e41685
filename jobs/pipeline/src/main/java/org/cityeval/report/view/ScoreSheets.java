package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cityeval.numeric.statistics.Quantiles;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.ScoreParts;

/** Ranks and composites as the page reads them, and what composites are made of. */
final class ScoreSheets {
  /** Members of one ranking on the page. */
  static final int MOST_SHOWN = 200;

  private final Map<String, List<ReportData.Rank>> rankings = new TreeMap<>();
  private final Map<String, ReportData.Score> scores = new TreeMap<>();
  private final List<PageRows.Rank> ranks = new ArrayList<>();
  private final Set<String> shown = new TreeSet<>();
  private final List<String> indicators;

  ScoreSheets(ReportData data, Subjects subjects) {
    for (ReportData.Score score : data.results().scores()) {
      scores.put(key(score.unitId(), score.periodId(), score.weighting()), score);
    }
    Set<String> groups = Set.copyOf(subjects.groups());
    Set<String> embedded = data.embedded();
    for (ReportData.Rank rank : data.results().ranks()) {
      if (groups.contains(rank.group())
          && scores.containsKey(key(rank.unitId(), rank.periodId(), rank.weighting()))) {
        rankings
            .computeIfAbsent(
                key(rank.group(), rank.periodId(), rank.weighting()), k -> new ArrayList<>())
            .add(rank);
      }
    }
    rankings.replaceAll((key, members) -> ordered(members));
    rankings.values().forEach(members -> ends(members).forEach(this::show));
    data.results().ranks().stream()
        .filter(rank -> !Subjects.isListed(rank.group()) && embedded.contains(rank.unitId()))
        .forEach(this::show);
    shown.addAll(embedded);
    data.results().beside().peers().stream()
        .filter(peer -> embedded.contains(peer.unitId()))
        .forEach(peer -> shown.add(peer.peerId()));
    Set<String> scored = new TreeSet<>();
    data.results().scores().forEach(score -> scored.addAll(score.parts().scores().keySet()));
    this.indicators = List.copyOf(scored);
  }

  private static String key(String... parts) {
    return String.join("|", parts);
  }

  private static List<ReportData.Rank> ordered(List<ReportData.Rank> members) {
    return members.stream()
        .sorted(
            Comparator.comparing(
                    (ReportData.Rank member) -> member.place().rank(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(ReportData.Rank::unitId))
        .toList();
  }

  /** The best and the worst of very many: the page would be too heavy to open. */
  private static List<ReportData.Rank> ends(List<ReportData.Rank> ordered) {
    if (ordered.size() <= MOST_SHOWN) {
      return ordered;
    }
    List<ReportData.Rank> ends = new ArrayList<>(ordered.subList(0, MOST_SHOWN / 2));
    ends.addAll(ordered.subList(ordered.size() - MOST_SHOWN / 2, ordered.size()));
    return ends;
  }

  private void show(ReportData.Rank rank) {
    ReportData.Place place = rank.place();
    ReportData.Choices choices = place.choices();
    shown.add(rank.unitId());
    ranks.add(
        new PageRows.Rank(
            rank.group(),
            rank.unitId(),
            rank.periodId(),
            rank.weighting(),
            place.rank(),
            place.low(),
            place.high(),
            place.simultaneousLow(),
            place.simultaneousHigh(),
            choices == null ? null : choices.low(),
            choices == null ? null : choices.high(),
            place.standing(),
            place.compared()));
  }

  Sheet ranks() {
    return Sheet.of(PageRows.Rank.class, ranks);
  }

  Sheet groups() {
    List<PageRows.Group> groups = new ArrayList<>();
    rankings
        .values()
        .forEach(
            members -> {
              ReportData.Rank any = members.get(0);
              List<Double> ranked =
                  members.stream()
                      .filter(member -> member.place().rank() != null)
                      .map(member -> score(member).composite().score())
                      .toList();
              groups.add(
                  new PageRows.Group(
                      any.group(),
                      any.periodId(),
                      any.weighting(),
                      members.size(),
                      ranked.size(),
                      median(ranked)));
            });
    return Sheet.of(PageRows.Group.class, groups);
  }

  private ReportData.Score score(ReportData.Rank rank) {
    return scores.get(key(rank.unitId(), rank.periodId(), rank.weighting()));
  }

  Sheet composites() {
    List<PageRows.Composite> rows = new ArrayList<>();
    for (ReportData.Score score : scores.values()) {
      if (shown.contains(score.unitId())) {
        ReportData.Composite composite = score.composite();
        ReportData.Weight weight = composite.weight();
        rows.add(
            new PageRows.Composite(
                score.unitId(),
                score.periodId(),
                score.weighting(),
                composite.score(),
                composite.low(),
                composite.high(),
                composite.difference(),
                composite.differenceLow(),
                composite.differenceHigh(),
                weight == null ? null : weight.measured(),
                weight == null ? null : weight.censored(),
                weight == null ? null : weight.missing(),
                composite.status()));
      }
    }
    return Sheet.of(PageRows.Composite.class, rows);
  }

  /** A score of every indicator; they are the same under every weighting. */
  Sheet parts() {
    Map<String, List<Object>> rows = new TreeMap<>();
    for (ReportData.Score score : scores.values()) {
      if (shown.contains(score.unitId())) {
        rows.putIfAbsent(
            key(score.unitId(), score.periodId()),
            row(
                List.of(score.unitId(), score.periodId()),
                indicator -> score.parts().scores().get(indicator)));
      }
    }
    return sheet(List.of("unit", "period"), rows);
  }

  /** Weights of the indicators; where all of a level share them, without a unit. */
  Sheet weights() {
    Map<String, Set<Map<String, Double>>> found = new TreeMap<>();
    scores
        .values()
        .forEach(
            score ->
                found
                    .computeIfAbsent(levelKey(score), k -> new LinkedHashSet<>())
                    .add(score.parts().weights()));
    Map<String, List<Object>> rows = new TreeMap<>();
    for (ReportData.Score score : scores.values()) {
      boolean isShared = found.get(levelKey(score)).size() == 1;
      String unit = isShared ? "" : score.unitId();
      if (isShared || shown.contains(unit)) {
        ScoreParts parts = score.parts();
        rows.putIfAbsent(
            key(levelKey(score), unit),
            row(
                List.of(
                    score.level(),
                    score.periodId(),
                    score.weighting(),
                    unit,
                    parts.aggregation() == null ? "arithmetic" : parts.aggregation()),
                indicator -> parts.weights().get(indicator)));
      }
    }
    return sheet(List.of("level", "period", "weighting", "unit", "aggregation"), rows);
  }

  private static String levelKey(ReportData.Score score) {
    return key(score.level(), score.periodId(), score.weighting());
  }

  /** The median score of each indicator among the members of a group. */
  Sheet middles() {
    Map<String, List<Object>> rows = new TreeMap<>();
    rankings
        .values()
        .forEach(
            members -> {
              ReportData.Rank any = members.get(0);
              rows.putIfAbsent(
                  key(any.group(), any.periodId()),
                  row(
                      List.of(any.group(), any.periodId()),
                      indicator ->
                          median(
                              members.stream()
                                  .map(m -> score(m).parts().scores().get(indicator))
                                  .filter(Objects::nonNull)
                                  .toList())));
            });
    return sheet(List.of("group", "period"), rows);
  }

  private interface OfIndicator {
    Double number(String indicator);
  }

  private List<Object> row(List<String> head, OfIndicator of) {
    List<Object> row = new ArrayList<>(head);
    indicators.forEach(indicator -> row.add(of.number(indicator)));
    return row;
  }

  private Sheet sheet(List<String> head, Map<String, List<Object>> rows) {
    List<String> columns = new ArrayList<>(head);
    columns.addAll(indicators);
    return Sheet.of(columns, rows.values());
  }

  /** Null of none. */
  static Double median(List<Double> values) {
    return values.isEmpty()
        ? null
        : (Double) Quantiles.median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
