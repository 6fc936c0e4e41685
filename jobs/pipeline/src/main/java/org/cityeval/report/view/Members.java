package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cityeval.report.data.ReportData;
import org.cityeval.series.Level;

/** Composites and a few indicators of single members, to set any of them side by side. */
final class Members {
  private static final int HEADLINES = 6;

  /** Waves begin and end on other days in every city. */
  private static final Set<String> SHARED_KINDS = Set.of("span", "named");

  private final Subjects subjects;
  private final List<String> periods;
  private final Map<String, ReportData.Score> scores = new TreeMap<>();
  private final Map<String, ReportData.Value> values = new TreeMap<>();
  private final ComparedValues compared;
  private final List<ReportData.Indicator> headlines;

  Members(ReportData data, Subjects subjects) {
    this.subjects = subjects;
    this.compared = new ComparedValues(data);
    this.periods =
        data.scope().cities().stream()
            .flatMap(city -> subjects.periods(city.id()).stream())
            .filter(period -> SHARED_KINDS.contains(period.kind()))
            .map(ReportData.Period::id)
            .distinct()
            .toList();
    for (ReportData.Score score : data.results().scores()) {
      scores.put(Rankings.key(score.unitId(), score.periodId(), score.weighting()), score);
    }
    Map<String, Integer> measured = new TreeMap<>();
    for (ReportData.Value value : data.results().values()) {
      if (periods.contains(value.periodId())) {
        values.put(Rankings.key(value.unitId(), value.periodId(), value.indicatorId()), value);
        measured.merge(
            value.indicatorId(), value.estimate().status().equals("ok") ? 1 : 0, Integer::sum);
      }
    }
    this.headlines = headlines(data.scope().indicators(), measured);
  }

  /** Of every dimension the indicator that most members have, then the next of each. */
  private static List<ReportData.Indicator> headlines(
      List<ReportData.Indicator> indicators, Map<String, Integer> measured) {
    Map<String, Integer> taken = new TreeMap<>();
    Map<ReportData.Indicator, Integer> round = new LinkedHashMap<>();
    indicators.stream()
        .filter(indicator -> !indicator.better(Level.DISTRICT.id()).equals("context"))
        .filter(indicator -> measured.getOrDefault(indicator.id(), 0) > 0)
        .sorted(
            Comparator.comparingInt((ReportData.Indicator i) -> -measured.get(i.id()))
                .thenComparing(ReportData.Indicator::id))
        .forEach(i -> round.put(i, taken.merge(i.dimension(), 1, Integer::sum)));
    return round.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(HEADLINES)
        .map(Map.Entry::getKey)
        .sorted(
            Comparator.comparingInt((ReportData.Indicator i) -> Profiles.order(i.dimension()))
                .thenComparing(ReportData.Indicator::id))
        .toList();
  }

  /** Periods whose days are the same for everyone. */
  List<String> periods() {
    return periods;
  }

  /** The columns of a table of members, after their names and what they are to the chosen one. */
  List<String> columns() {
    List<String> columns = new ArrayList<>();
    subjects
        .weightings()
        .forEach(w -> columns.add("Composite, " + Wording.weighting(w) + " (interval)"));
    headlines.forEach(indicator -> columns.add(indicator.id() + " " + indicator.title()));
    return columns;
  }

  /** By unit and period. */
  Map<String, BesideModel.Member> of(Collection<String> units) {
    Map<String, BesideModel.Member> members = new TreeMap<>();
    for (String unit : new LinkedHashSet<>(units)) {
      for (String period : periods) {
        members.put(Rankings.key(unit, period), member(unit, period));
      }
    }
    return members;
  }

  private BesideModel.Member member(String unit, String period) {
    Map<String, BesideModel.Bar> composites = new LinkedHashMap<>();
    for (String weighting : subjects.weightings()) {
      ReportData.Score score = scores.get(Rankings.key(unit, period, weighting));
      composites.put(
          weighting,
          score == null
              ? new BesideModel.Bar("not scored", null, null, null)
              : bar(score.composite()));
    }
    return new BesideModel.Member(
        subjects.nameAmongAll(unit),
        composites,
        headlines.stream()
            .map(
                indicator -> {
                  ReportData.Value value = values.get(Rankings.key(unit, period, indicator.id()));
                  return value == null ? "not computed" : compared.text(value);
                })
            .toList());
  }

  private static BesideModel.Bar bar(ReportData.Composite composite) {
    return new BesideModel.Bar(
        Wording.composite(composite), composite.score(), composite.low(), composite.high());
  }
}
