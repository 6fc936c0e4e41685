package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.report.data.ReportData;
import org.cityeval.series.Level;

/** What a map shows of a city's districts: the composite, or one indicator, in one period. */
public final class Maps {
  public static final List<String> COLUMNS =
      List.of("District", "Value (interval)", "Rank or status");

  private final ReportData data;

  /** Units that stand alone in a legend, in words. */
  private static final Map<String, String> UNITS =
      Map.of("1", "ratio", "d", "days", "h", "hours", "pp", "percentage points");

  private static final String DISTRICT = Level.DISTRICT.id();
  private static final String COMPOSITE = "composite:";

  private final Subjects subjects;
  private final ComparedValues compared;
  private final Map<String, ReportData.Indicator> indicators = new LinkedHashMap<>();

  public Maps(ReportData data, Subjects subjects) {
    this.data = data;
    this.subjects = subjects;
    this.compared = new ComparedValues(data);
    data.scope().indicators().stream()
        .filter(indicator -> indicator.better().containsKey(DISTRICT))
        .forEach(indicator -> indicators.put(indicator.id(), indicator));
  }

  /** What can be mapped: the composite under each weighting, then the indicators of districts. */
  public List<PageModel.Choice> measures() {
    List<PageModel.Choice> measures = new ArrayList<>();
    for (String weighting : subjects.weightings()) {
      measures.add(
          new PageModel.Choice(
              COMPOSITE + weighting, "Composite, weighed by " + Wording.weighting(weighting)));
    }
    for (ReportData.Indicator indicator : indicators.values()) {
      measures.add(
          new PageModel.Choice(
              indicator.id(),
              indicator.id() + " " + Wording.named(indicator.title(), indicator.titleZh())));
    }
    return measures;
  }

  /** What shades mean: the unit, and which way is better. */
  private String legend(String measure) {
    ReportData.Indicator indicator = indicators.get(measure);
    return indicator == null
        ? "score from 1 to 100; ↑ higher is better"
        : UNITS.getOrDefault(indicator.comparedUnit(), indicator.comparedUnit())
            + "; "
            + Wording.better(indicator.better(DISTRICT));
  }

  /** Every state of the map, for the cities whose districts have shapes. */
  public Map<String, PageModel.MapView> views(Map<String, Object> shapes) {
    Map<String, List<PageModel.MapRow>> rows = new TreeMap<>();
    Map<String, ReportData.Rank> ranks = new TreeMap<>();
    data.results()
        .ranks()
        .forEach(
            r -> ranks.put(Rankings.key(r.group(), r.unitId(), r.periodId(), r.weighting()), r));
    for (ReportData.Score score : data.results().scores()) {
      if (score.level().equals(DISTRICT) && shapes.containsKey(score.cityId())) {
        String key = Rankings.key(score.cityId(), score.periodId(), COMPOSITE + score.weighting());
        rows.computeIfAbsent(key, k -> new ArrayList<>())
            .add(
                row(
                    score,
                    ranks.get(
                        Rankings.key(
                            score.cityId(), score.unitId(), score.periodId(), score.weighting()))));
      }
    }
    for (ReportData.Value value : data.results().values()) {
      ReportData.Indicator indicator = indicators.get(value.indicatorId());
      if (value.level().equals(DISTRICT)
          && shapes.containsKey(value.cityId())
          && indicator != null) {
        String key = Rankings.key(value.cityId(), value.periodId(), value.indicatorId());
        rows.computeIfAbsent(key, k -> new ArrayList<>()).add(row(value));
      }
    }
    Map<String, String> titles = new TreeMap<>();
    measures().forEach(measure -> titles.put(measure.id(), measure.title()));
    Map<String, PageModel.MapView> views = new TreeMap<>();
    rows.forEach(
        (key, members) -> {
          String[] parts = key.split("\\|", -1);
          String title = titles.getOrDefault(parts[2], parts[2]);
          views.put(
              key,
              new PageModel.MapView(
                  title
                      + "; "
                      + subjects.name(parts[0])
                      + ", "
                      + subjects.periodTitle(parts[0], parts[1]),
                  finding(members),
                  members,
                  legend(parts[2])));
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
        null,
        present ? Wording.tenths(composite.score()) : composite.status());
  }

  private PageModel.MapRow row(ReportData.Value value) {
    ReportData.Estimate estimate = compared.of(value);
    boolean present = estimate.isMeasured();
    return new PageModel.MapRow(
        value.unitId(),
        subjects.name(value.unitId()),
        List.of(compared.text(value), Wording.status(estimate)),
        present ? estimate.value() : null,
        estimate.isCensored() ? true : null,
        present
            ? Wording.number(estimate.value())
            : estimate.isCensored()
                ? "more than " + Wording.number(estimate.low())
                : estimate.status());
  }

  private static String finding(List<PageModel.MapRow> members) {
    List<PageModel.MapRow> present =
        members.stream()
            .filter(row -> row.value() != null)
            .sorted(Comparator.comparing(PageModel.MapRow::value))
            .toList();
    long open = members.stream().filter(row -> row.open() != null).count();
    String censored =
        open == 0
            ? ""
            : " Of "
                + Wording.count(open, "district")
                + " only a follow-up is known, which the value exceeds.";
    if (present.isEmpty()) {
      return "No district has a value; the table says why." + censored;
    }
    PageModel.MapRow lowest = present.get(0);
    PageModel.MapRow highest = present.get(present.size() - 1);
    return present.size()
        + " of "
        + members.size()
        + " districts have a value, "
        + (lowest.label().equals(highest.label())
            ? lowest.label() + " wherever there is one."
            : "from "
                + lowest.label()
                + " in "
                + lowest.head()
                + " to "
                + highest.label()
                + " in "
                + highest.head()
                + "; neighbouring colours may not differ beyond their intervals.")
        + censored;
  }
}
