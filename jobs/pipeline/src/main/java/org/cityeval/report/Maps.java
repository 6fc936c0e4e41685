package org.cityeval.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a map shows of a city's districts: the composite, or one indicator, in one period. */
final class Maps {
  static final List<String> COLUMNS = List.of("District", "Value (interval)", "Rank or status");

  private final ReportData data;
  private final Subjects subjects;

  Maps(ReportData data, Subjects subjects) {
    this.data = data;
    this.subjects = subjects;
  }

  /** What can be mapped: the composite under each weighting, then the indicators of districts. */
  List<PageModel.Choice> measures() {
    List<PageModel.Choice> measures = new ArrayList<>();
    for (String weighting : subjects.weightings()) {
      measures.add(
          new PageModel.Choice(
              "composite:" + weighting, "Composite, weighed by " + Wording.weighting(weighting)));
    }
    for (ReportData.Indicator indicator : data.scope().indicators()) {
      if (indicator.levels().contains("district")) {
        measures.add(
            new PageModel.Choice(
                indicator.id(),
                indicator.id() + " " + Wording.named(indicator.title(), indicator.titleZh())));
      }
    }
    return measures;
  }

  /** Every state of the map, for the cities whose districts have shapes. */
  Map<String, PageModel.View<PageModel.MapRow>> views(Map<String, Object> shapes) {
    Map<String, List<PageModel.MapRow>> rows = new TreeMap<>();
    Map<String, ReportData.Rank> ranks = new TreeMap<>();
    data.results()
        .ranks()
        .forEach(
            r -> ranks.put(Rankings.key(r.group(), r.unitId(), r.periodId(), r.weighting()), r));
    for (ReportData.Score score : data.results().scores()) {
      if (score.level().equals("district") && shapes.containsKey(score.cityId())) {
        String key =
            Rankings.key(score.cityId(), score.periodId(), "composite:" + score.weighting());
        rows.computeIfAbsent(key, k -> new ArrayList<>())
            .add(
                row(
                    score,
                    ranks.get(
                        Rankings.key(
                            score.cityId(), score.unitId(), score.periodId(), score.weighting()))));
      }
    }
    Map<String, ReportData.Indicator> indicators = new TreeMap<>();
    data.scope().indicators().forEach(indicator -> indicators.put(indicator.id(), indicator));
    for (ReportData.Value value : data.results().values()) {
      ReportData.Indicator indicator = indicators.get(value.indicatorId());
      if (value.level().equals("district")
          && shapes.containsKey(value.cityId())
          && indicator != null) {
        String key = Rankings.key(value.cityId(), value.periodId(), value.indicatorId());
        rows.computeIfAbsent(key, k -> new ArrayList<>()).add(row(value, indicator));
      }
    }
    Map<String, String> titles = new TreeMap<>();
    measures().forEach(measure -> titles.put(measure.id(), measure.title()));
    Map<String, PageModel.View<PageModel.MapRow>> views = new TreeMap<>();
    rows.forEach(
        (key, members) -> {
          String[] parts = key.split("\\|", -1);
          String title = titles.getOrDefault(parts[2], parts[2]);
          views.put(
              key,
              new PageModel.View<>(
                  title
                      + "; "
                      + subjects.name(parts[0])
                      + ", "
                      + subjects.periodTitle(parts[0], parts[1]),
                  finding(members),
                  members));
        });
    return views;
  }

  private PageModel.MapRow row(ReportData.Score score, ReportData.Rank rank) {
    ReportData.Composite composite = score.composite();
    boolean present = composite.score() != null;
    String value =
        Wording.interval(composite.score(), composite.low(), composite.high(), composite.status());
    return new PageModel.MapRow(
        score.unitId(),
        subjects.name(score.unitId()),
        List.of(value, rank == null ? composite.status() : "rank " + Wording.rank(rank.place())),
        composite.score(),
        present ? Wording.tenths(composite.score()) : composite.status());
  }

  private PageModel.MapRow row(ReportData.Value value, ReportData.Indicator indicator) {
    ReportData.Estimate estimate = value.estimate();
    boolean present = estimate.status().equals("ok") && estimate.value() != null;
    return new PageModel.MapRow(
        value.unitId(),
        subjects.name(value.unitId()),
        List.of(Wording.estimate(estimate, indicator.unit()), Wording.status(estimate)),
        present ? estimate.value() : null,
        present ? Wording.number(estimate.value()) : estimate.status());
  }

  private static String finding(List<PageModel.MapRow> members) {
    List<PageModel.MapRow> present =
        members.stream()
            .filter(row -> row.value() != null)
            .sorted(Comparator.comparing(PageModel.MapRow::value))
            .toList();
    if (present.isEmpty()) {
      return "No district has a value; the table says why.";
    }
    PageModel.MapRow lowest = present.get(0);
    PageModel.MapRow highest = present.get(present.size() - 1);
    return present.size()
        + " of "
        + members.size()
        + " districts have a value, from "
        + lowest.label()
        + " in "
        + lowest.head()
        + " to "
        + highest.label()
        + " in "
        + highest.head()
        + "; neighbouring colours may not differ beyond their intervals.";
  }
}
