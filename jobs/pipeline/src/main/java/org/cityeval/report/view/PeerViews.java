package org.cityeval.report.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityeval.comparison.GroupNames;
import org.cityeval.report.data.BesideData;
import org.cityeval.report.data.ReportData;

/** Who is nearest to whom, and how a member stands among its peers. */
public final class PeerViews {
  public static final List<String> COLUMNS =
      List.of(
          "Name",
          "Distance",
          "Most of it by",
          "Composite (interval)",
          "Rank among its peers (low–high)");

  /** What a peer's row says in place of a rank: only the chosen one is ranked among its peers. */
  public static final String PEER = "peer";

  private final Subjects subjects;
  private final List<String> periods;
  private final Map<String, List<BesideData.Peer>> peers;
  private final Map<String, ReportData.Place> places = new TreeMap<>();
  private final Map<String, ReportData.Composite> composites = new TreeMap<>();

  PeerViews(ReportData data, Subjects subjects, List<String> periods) {
    this.subjects = subjects;
    this.periods = periods;
    this.peers =
        data.results().beside().peers().stream()
            .sorted(Comparator.comparingInt(BesideData.Peer::number))
            .collect(
                Collectors.groupingBy(BesideData.Peer::unitId, TreeMap::new, Collectors.toList()));
    for (ReportData.Score score : data.results().scores()) {
      composites.put(
          Rankings.key(score.unitId(), score.periodId(), score.weighting()), score.composite());
    }
    for (ReportData.Rank rank : data.results().ranks()) {
      if (!Subjects.isListed(rank.group())) {
        places.put(
            Rankings.key(rank.group(), rank.unitId(), rank.periodId(), rank.weighting()),
            rank.place());
      }
    }
  }

  /** The peers of each unit, the nearest first. */
  Map<String, List<BesideModel.Nearest>> nearest() {
    Map<String, List<BesideModel.Nearest>> nearest = new TreeMap<>();
    peers.forEach(
        (unit, of) ->
            nearest.put(
                unit,
                of.stream()
                    .map(
                        peer ->
                            new BesideModel.Nearest(
                                peer.peerId(),
                                Wording.number(peer.distance()),
                                mostOf(peer.shares())))
                    .toList()));
    return nearest;
  }

  /** How each unit with a ranking stands, by unit, period and weighting. */
  Map<String, BesideModel.Standing> standings(Set<String> units) {
    Map<String, BesideModel.Standing> standings = new TreeMap<>();
    for (String unit : units) {
      for (String period : periods) {
        for (String weighting : subjects.weightings()) {
          standings.put(Rankings.key(unit, period, weighting), standing(unit, period, weighting));
        }
      }
    }
    return standings;
  }

  private BesideModel.Standing standing(String unit, String period, String weighting) {
    ReportData.Place place = places.get(Rankings.key(GroupNames.PEERS, unit, period, weighting));
    ReportData.Place similar =
        places.get(Rankings.key(GroupNames.SIMILAR, unit, period, weighting));
    boolean ranked = place != null && place.rank() != null;
    Double median = ranked ? median(unit, period, weighting) : null;
    return new BesideModel.Standing(
        subjects.nameAmongAll(unit)
            + " beside its peers, "
            + subjects.periodTitle(unit, period)
            + ", weighed by "
            + Wording.weighting(weighting),
        finding(unit, place, median),
        ranked ? Wording.rank(place) : "not ranked",
        ranked ? place.standing() : "not_ranked",
        similar == null || similar.rank() == null
            ? ""
            : "Among the "
                + similar.compared()
                + " of its group that could be ranked it comes "
                + Wording.rank(similar)
                + ": "
                + Wording.standing(similar.standing(), "their median")
                + ".",
        median);
  }

  /** The median composite of a unit and its peers, those who could be ranked. */
  private Double median(String unit, String period, String weighting) {
    return Wording.median(
        Stream.concat(
                Stream.of(unit),
                peers.getOrDefault(unit, List.of()).stream().map(BesideData.Peer::peerId))
            .map(id -> composites.get(Rankings.key(id, period, weighting)))
            .filter(composite -> composite != null && composite.status().equals("ok"))
            .map(ReportData.Composite::score)
            .toList());
  }

  private String finding(String unit, ReportData.Place place, Double median) {
    String name = subjects.name(unit);
    int count = peers.getOrDefault(unit, List.of()).size();
    if (count == 0) {
      return name + " has no peers: not everything they are found by is known of it.";
    }
    return place == null || place.rank() == null
        ? name + " could not be ranked among its " + Wording.count(count, "nearest peer") + "."
        : "Among itself and its "
            + Wording.count(count, "nearest peer")
            + " "
            + name
            + " comes "
            + Wording.rank(place)
            + " of "
            + place.compared()
            + ": "
            + Wording.standing(
                place.standing(),
                "their median" + (median == null ? "" : ", " + Wording.tenths(median)))
            + ".";
  }

  private static String mostOf(Map<String, Double> shares) {
    return shares.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(
            most -> most.getKey().replace('_', ' ') + " (" + Wording.percent(most.getValue()) + ")")
        .orElse("not stated");
  }
}
