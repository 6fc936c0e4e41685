package org.cityeval.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Who stands where in each comparison group, by period and weighting, and how sure that is. */
final class Rankings {
  static final List<String> COLUMNS =
      List.of(
          "Name",
          "Rank (low–high)",
          "Low–high, all ranks at once",
          "Low–high, other choices of method",
          "Composite (interval)",
          "Class",
          "Weight measured",
          "Public value less efficiency");

  /** Members of one ranking on the page. */
  private static final int MOST_SHOWN = 200;

  private final Subjects subjects;
  private final Map<String, Map<String, ReportData.Score>> scores = new LinkedHashMap<>();
  private final Map<String, ReportData.Rank> ranks = new TreeMap<>();

  Rankings(ReportData data, Subjects subjects) {
    this.subjects = subjects;
    Map<String, ReportData.Score> ofUnit = new TreeMap<>();
    for (ReportData.Score score : data.results().scores()) {
      ofUnit.put(key(score.level(), score.unitId(), score.periodId(), score.weighting()), score);
    }
    for (ReportData.Rank rank : data.results().ranks()) {
      ReportData.Score score =
          ofUnit.get(key(rank.level(), rank.unitId(), rank.periodId(), rank.weighting()));
      if (score == null || !Subjects.isListed(rank.group())) {
        continue;
      }
      scores
          .computeIfAbsent(
              key(rank.group(), rank.periodId(), rank.weighting()), k -> new TreeMap<>())
          .put(rank.unitId(), score.in(rank.group()));
      ranks.put(key(rank.group(), rank.periodId(), rank.weighting(), rank.unitId()), rank);
    }
  }

  /** How the page names one state of a figure. */
  static String key(String... parts) {
    return String.join("|", parts);
  }

  /** Every state of the ranking figures. */
  Map<String, PageModel.View<PageModel.RankingRow>> views() {
    Map<String, PageModel.View<PageModel.RankingRow>> views = new TreeMap<>();
    List<String> groups = subjects.groups();
    for (Map<String, ReportData.Score> members : scores.values()) {
      ReportData.Score any = members.values().iterator().next();
      if (groups.contains(any.group())) {
        views.put(key(any.group(), any.periodId(), any.weighting()), view(any, members));
      }
    }
    return views;
  }

  private PageModel.View<PageModel.RankingRow> view(
      ReportData.Score any, Map<String, ReportData.Score> members) {
    List<ReportData.Score> ordered =
        members.values().stream()
            .sorted(
                Comparator.comparing(
                        (ReportData.Score score) -> place(score).rank(),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(ReportData.Score::unitId))
            .toList();
    return new PageModel.View<>(
        subjects.group(any.group())
            + ", "
            + subjects.periodTitle(any.cityId(), any.periodId())
            + ", weighed by "
            + Wording.weighting(any.weighting()),
        finding(ordered) + leftOut(ordered.size()),
        shown(ordered).stream().map(this::row).toList());
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

  private ReportData.Place place(ReportData.Score score) {
    ReportData.Rank rank =
        ranks.get(key(score.group(), score.periodId(), score.weighting(), score.unitId()));
    return rank == null
        ? new ReportData.Place(null, null, null, null, null, "", null, null)
        : rank.place();
  }

  private PageModel.RankingRow row(ReportData.Score score) {
    ReportData.Place place = place(score);
    ReportData.Composite composite = score.composite();
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
    cells.add(composite(composite));
    cells.add(Wording.standing(place.standing()));
    cells.add(
        composite.measuredWeight() == null
            ? composite.status()
            : Wording.percent(composite.measuredWeight()));
    cells.add(
        interval(
            composite.difference(),
            composite.differenceLow(),
            composite.differenceHigh(),
            composite.status()));
    return new PageModel.RankingRow(
        score.unitId(),
        subjects.name(score.unitId()),
        cells,
        place.standing(),
        place.rank() == null ? composite.status() : Wording.rank(place),
        composite.score(),
        composite.low(),
        composite.high());
  }

  private static String composite(ReportData.Composite composite) {
    String text =
        interval(composite.score(), composite.low(), composite.high(), composite.status());
    return composite.status().equals("ok") || composite.score() == null
        ? text
        : text + ", " + composite.status();
  }

  private static String interval(Double value, Double low, Double high, String status) {
    if (value == null) {
      return status;
    }
    return low == null || high == null
        ? Wording.tenths(value)
        : Wording.tenths(value) + " (" + Wording.tenths(low) + " to " + Wording.tenths(high) + ")";
  }

  /** One or two sentences: who stands out, who does not, who could not be ranked. */
  private String finding(List<ReportData.Score> members) {
    List<String> better = names(members, s -> place(s).standing().equals("clearly_better"));
    List<String> worse = names(members, s -> place(s).standing().equals("clearly_worse"));
    List<String> between = names(members, s -> place(s).standing().equals("not_distinguishable"));
    List<String> unranked = names(members, s -> place(s).rank() == null);
    List<String> parts = new ArrayList<>();
    if (!better.isEmpty()) {
      parts.add("clearly better than the middle of the group: " + Wording.list(better));
    }
    if (!worse.isEmpty()) {
      parts.add("clearly worse: " + Wording.list(worse));
    }
    if (!between.isEmpty()) {
      parts.add(
          (parts.isEmpty() ? "none stands out; " : "")
              + "cannot be told apart from the middle: "
              + Wording.list(between));
    }
    if (!unranked.isEmpty()) {
      parts.add("not ranked, too little was measured: " + Wording.list(unranked));
    }
    String sentence = String.join("; ", parts);
    return sentence.isEmpty()
        ? "Nothing could be ranked."
        : sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1) + ".";
  }

  private List<String> names(List<ReportData.Score> members, Predicate<ReportData.Score> chosen) {
    return members.stream().filter(chosen).map(s -> subjects.name(s.unitId())).toList();
  }

  /** How wide the rank intervals of a group are, and how much of the weight was measured. */
  String certainty(String group, String periodId, String weighting) {
    Map<String, ReportData.Score> members =
        scores.getOrDefault(key(group, periodId, weighting), Map.of());
    int[] widths =
        members.values().stream()
            .map(this::place)
            .filter(place -> place.rank() != null)
            .mapToInt(place -> place.high() - place.low() + 1)
            .sorted()
            .toArray();
    if (widths.length == 0) {
      return "No rank could be given.";
    }
    double measured =
        members.values().stream()
            .map(score -> score.composite().measuredWeight())
            .filter(java.util.Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .average()
            .orElse(0);
    return "A typical rank interval spans "
        + widths[widths.length / 2]
        + " of "
        + widths.length
        + " places; on average "
        + Wording.percent(measured)
        + " of the weight rests on measured values."
        + choices(members.values());
  }

  /** How far other choices of method move a typical rank. */
  private String choices(Collection<ReportData.Score> members) {
    int[] widths =
        members.stream()
            .map(score -> place(score).choices())
            .filter(java.util.Objects::nonNull)
            .mapToInt(choices -> choices.high() - choices.low() + 1)
            .sorted()
            .toArray();
    return widths.length == 0
        ? ""
        : " Over other choices of method a typical rank spans "
            + widths[widths.length / 2]
            + " places.";
  }

  /** Whose composite clearly changes with the weighting. */
  String weightingMatters(String group, String periodId) {
    List<String> up = new ArrayList<>();
    List<String> down = new ArrayList<>();
    for (ReportData.Score score :
        scores
            .getOrDefault(key(group, periodId, subjects.weightings().get(0)), Map.of())
            .values()) {
      ReportData.Composite composite = score.composite();
      if (composite.differenceLow() != null && composite.differenceLow() > 0) {
        up.add(subjects.name(score.unitId()));
      } else if (composite.differenceHigh() != null && composite.differenceHigh() < 0) {
        down.add(subjects.name(score.unitId()));
      }
    }
    if (up.isEmpty() && down.isEmpty()) {
      return "Weighing public value over efficiency changes nobody’s composite beyond its interval.";
    }
    return "Weighing public value over efficiency clearly"
        + (up.isEmpty() ? "" : " raises " + Wording.list(up))
        + (up.isEmpty() || down.isEmpty() ? "" : " and")
        + (down.isEmpty() ? "" : " lowers " + Wording.list(down))
        + ".";
  }
}
