package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cityeval.report.data.ReportData;

/** Who stands where in each comparison group, by period and weighting, and how sure that is. */
public final class Rankings {
  public static final List<String> COLUMNS =
      List.of(
          "Name",
          "Rank (low–high)",
          "Low–high, all ranks at once",
          "Low–high, other choices of method",
          "Composite (interval)",
          "Class, against the group’s median",
          "What the weight rests on",
          "Public value less efficiency");

  /** Members of one ranking on the page. */
  private static final int MOST_SHOWN = 200;

  private final Subjects subjects;
  private final Map<String, List<Placed>> rankings = new TreeMap<>();

  /** A member's score, and its place in one group. */
  record Placed(ReportData.Score score, ReportData.Place place) {
    String unitId() {
      return score.unitId();
    }
  }

  public Rankings(ReportData data, Subjects subjects) {
    this.subjects = subjects;
    Map<String, ReportData.Score> scores = new TreeMap<>();
    for (ReportData.Score score : data.results().scores()) {
      scores.put(key(score.level(), score.unitId(), score.periodId(), score.weighting()), score);
    }
    Set<String> groups = Set.copyOf(subjects.groups());
    for (ReportData.Rank rank : data.results().ranks()) {
      ReportData.Score score =
          scores.get(key(rank.level(), rank.unitId(), rank.periodId(), rank.weighting()));
      if (score != null && groups.contains(rank.group())) {
        rankings
            .computeIfAbsent(
                key(rank.group(), rank.periodId(), rank.weighting()), k -> new ArrayList<>())
            .add(new Placed(score, rank.place()));
      }
    }
    rankings.replaceAll((key, members) -> ordered(members));
  }

  private static List<Placed> ordered(List<Placed> members) {
    return members.stream()
        .sorted(
            Comparator.comparing(
                    (Placed member) -> member.place().rank(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Placed::unitId))
        .toList();
  }

  /** How the page names one state of a figure. */
  public static String key(String... parts) {
    return String.join("|", parts);
  }

  /** The members of a group, the best first; nobody where the publication has no such ranking. */
  List<Placed> members(String group, String periodId, String weighting) {
    return rankings.getOrDefault(key(group, periodId, weighting), List.of());
  }

  /** Every state of the ranking figures. */
  public Map<String, PageModel.View<PageModel.RankingRow>> views() {
    Map<String, PageModel.View<PageModel.RankingRow>> views = new TreeMap<>();
    rankings.forEach(
        (key, members) -> views.put(key, view(key.substring(0, key.indexOf('|')), members)));
    return views;
  }

  private PageModel.View<PageModel.RankingRow> view(String group, List<Placed> members) {
    ReportData.Score any = members.get(0).score();
    Double median = median(members);
    return new PageModel.View<>(
        subjects.group(group)
            + ", "
            + subjects.periodTitle(any.cityId(), any.periodId())
            + ", weighed by "
            + Wording.weighting(any.weighting()),
        new RankFindings(subjects, group, members).finding() + leftOut(members.size()),
        shown(members).stream().map(member -> row(group, member, median)).toList(),
        median);
  }

  /**
   * The median composite of those who are ranked, which classes are about; null where nobody is.
   */
  static Double median(List<Placed> members) {
    return Wording.median(
        members.stream()
            .filter(member -> member.place().rank() != null)
            .map(member -> member.score().composite().score())
            .toList());
  }

  /** The best and the worst of very many: the page would be too heavy to open. */
  private static <T> List<T> shown(List<T> ordered) {
    if (ordered.size() <= MOST_SHOWN) {
      return ordered;
    }
    List<T> ends = new ArrayList<>(ordered.subList(0, MOST_SHOWN / 2));
    ends.addAll(ordered.subList(ordered.size() - MOST_SHOWN / 2, ordered.size()));
    return ends;
  }

  private static String leftOut(int members) {
    return members <= MOST_SHOWN
        ? ""
        : " Shown are the "
            + MOST_SHOWN / 2
            + " best and the "
            + MOST_SHOWN / 2
            + " worst of "
            + members
            + "; gold.rank_interval has all.";
  }

  private PageModel.RankingRow row(String group, Placed member, Double median) {
    ReportData.Place place = member.place();
    ReportData.Composite composite = member.score().composite();
    List<String> cells = new ArrayList<>();
    cells.add(Wording.rank(place));
    cells.add(
        place.simultaneousLow() == null
            ? "not ranked"
            : place.simultaneousLow() + "–" + place.simultaneousHigh());
    cells.add(
        place.choices() == null
            ? "not tried"
            : place.choices().low() + "–" + place.choices().high());
    cells.add(Wording.composite(composite));
    cells.add(
        Wording.standing(
            place.standing(),
            "the median" + (median == null ? "" : ", " + Wording.tenths(median))));
    cells.add(composite.weight() == null ? "nothing weighs" : Wording.weight(composite.weight()));
    cells.add(
        Wording.interval(
            composite.difference(),
            composite.differenceLow(),
            composite.differenceHigh(),
            composite.status()));
    return new PageModel.RankingRow(
        member.unitId(),
        subjects.nameIn(group, member.unitId()),
        cells,
        place.standing(),
        place.rank() == null ? composite.status() : Wording.rank(place),
        composite.score(),
        composite.low(),
        composite.high());
  }
}
