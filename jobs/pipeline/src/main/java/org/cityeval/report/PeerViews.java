package org.cityeval.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cityeval.comparison.GroupNames;

/** Each member beside its nearest peers, over the whole span. */
final class PeerViews {
  private static final String SPAN = "span";
  private static final int HEADLINES = 4;

  private final Subjects subjects;
  private final Map<String, List<ReportData.Peer>> peers;
  private final Map<String, ReportData.Score> scores = new TreeMap<>();
  private final Map<String, ReportData.Rank> ranks = new TreeMap<>();
  private final Map<String, ReportData.Estimate> values = new TreeMap<>();
  private final List<ReportData.Indicator> headlines;

  PeerViews(ReportData data, Subjects subjects, Set<String> units) {
    this.subjects = subjects;
    this.peers =
        data.results().peers().stream()
            .filter(peer -> units.contains(peer.unitId()))
            .sorted(Comparator.comparingInt(ReportData.Peer::number))
            .collect(
                Collectors.groupingBy(
                    peer -> Rankings.key(peer.level(), peer.unitId()),
                    TreeMap::new,
                    Collectors.toList()));
    for (ReportData.Score score : data.results().scores()) {
      if (score.periodId().equals(SPAN)) {
        scores.put(Rankings.key(score.level(), score.unitId(), score.weighting()), score);
      }
    }
    for (ReportData.Rank rank : data.results().ranks()) {
      if (rank.periodId().equals(SPAN) && rank.group().equals(GroupNames.PEERS)) {
        ranks.put(Rankings.key(rank.level(), rank.unitId(), rank.weighting()), rank);
      }
    }
    Map<String, Integer> measured = new LinkedHashMap<>();
    for (ReportData.Value value : data.results().values()) {
      if (value.periodId().equals(SPAN)) {
        values.put(
            Rankings.key(value.level(), value.unitId(), value.indicatorId()), value.estimate());
        if (value.estimate().status().equals("ok") && value.level().equals("district")) {
          measured.merge(value.indicatorId(), 1, Integer::sum);
        }
      }
    }
    this.headlines =
        data.scope().indicators().stream()
            .filter(indicator -> !indicator.better().equals("context"))
            .filter(indicator -> measured.containsKey(indicator.id()))
            .sorted(
                Comparator.comparingInt((ReportData.Indicator i) -> -measured.get(i.id()))
                    .thenComparing(ReportData.Indicator::id))
            .limit(HEADLINES)
            .toList();
  }

  /** The columns of the table: the last are the indicators that most districts have. */
  List<String> columns() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "Name",
                "Distance",
                "Most of it by",
                "Composite (interval)",
                "Class among its peers"));
    headlines.forEach(indicator -> columns.add(indicator.id() + " " + indicator.title()));
    return columns;
  }

  /** Every state of the figure, by unit and weighting. */
  Map<String, PageModel.View<PageModel.RankingRow>> views() {
    Map<String, PageModel.View<PageModel.RankingRow>> views = new TreeMap<>();
    for (List<ReportData.Peer> of : peers.values()) {
      for (String weighting : subjects.weightings()) {
        ReportData.Peer any = of.get(0);
        views.put(Rankings.key(any.unitId(), weighting), view(of, weighting));
      }
    }
    return views;
  }

  private PageModel.View<PageModel.RankingRow> view(List<ReportData.Peer> of, String weighting) {
    ReportData.Peer any = of.get(0);
    List<PageModel.RankingRow> rows = new ArrayList<>();
    rows.add(row(any.level(), any.unitId(), weighting, "itself", "", rank(any, weighting)));
    for (ReportData.Peer peer : of) {
      rows.add(
          row(
              peer.level(),
              peer.peerId(),
              weighting,
              Wording.number(peer.distance()),
              mostOf(peer.shares()),
              null));
    }
    return new PageModel.View<>(
        subjects.name(any.unitId())
            + " beside its peers, weighed by "
            + Wording.weighting(weighting),
        finding(any, of.size(), weighting),
        rows);
  }

  private ReportData.Place rank(ReportData.Peer of, String weighting) {
    ReportData.Rank rank = ranks.get(Rankings.key(of.level(), of.unitId(), weighting));
    return rank == null ? null : rank.place();
  }

  private String finding(ReportData.Peer any, int peers, String weighting) {
    ReportData.Place place = rank(any, weighting);
    String name = subjects.name(any.unitId());
    return (place == null || place.rank() == null
            ? name + " could not be ranked among its peers."
            : "Among itself and its "
                + peers
                + " nearest peers "
                + name
                + " comes "
                + Wording.rank(place)
                + " of "
                + place.compared()
                + ": "
                + Wording.standing(place.standing())
                + ".")
        + " Peers are alike in the declared variables only, and are no control group.";
  }

  private PageModel.RankingRow row(
      String level,
      String unit,
      String weighting,
      String distance,
      String by,
      ReportData.Place place) {
    ReportData.Score score = scores.get(Rankings.key(level, unit, weighting));
    ReportData.Composite composite = score == null ? null : score.composite();
    List<String> cells = new ArrayList<>();
    cells.add(distance);
    cells.add(by.isEmpty() ? "–" : by);
    cells.add(composite == null ? "not scored" : interval(composite));
    cells.add(place == null ? "–" : Wording.standing(place.standing()));
    for (ReportData.Indicator indicator : headlines) {
      ReportData.Estimate estimate = values.get(Rankings.key(level, unit, indicator.id()));
      cells.add(estimate == null ? "not computed" : Wording.estimate(estimate, indicator.unit()));
    }
    return new PageModel.RankingRow(
        unit,
        subjects.name(unit),
        cells,
        place == null ? "context" : place.standing(),
        distance,
        composite == null ? null : composite.score(),
        composite == null ? null : composite.low(),
        composite == null ? null : composite.high());
  }

  private static String interval(ReportData.Composite composite) {
    return composite.low() == null || composite.high() == null
        ? Wording.tenths(composite.score())
        : Wording.tenths(composite.score())
            + " ("
            + Wording.tenths(composite.low())
            + " to "
            + Wording.tenths(composite.high())
            + ")";
  }

  private static String mostOf(Map<String, Double> shares) {
    return shares.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(
            most -> most.getKey().replace('_', ' ') + " (" + Wording.percent(most.getValue()) + ")")
        .orElse("");
  }
}
