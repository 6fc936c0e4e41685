package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cityeval.indicator.Dimension;
import org.cityeval.report.data.ReportData;
import org.cityeval.series.Level;

/** Each district's and city's indicators over a period, beside those of its group. */
public final class Profiles {
  public static final List<String> COLUMNS =
      List.of(
          "Indicator",
          "Dimension",
          "Value (interval)",
          "Status",
          "Direction",
          "Position (low–high)",
          "Median of the group",
          "Class, against that median",
          "Points, efficiency",
          "Points, public value",
          "n",
          "Days covered");

  private static final List<String> DIMENSIONS =
      Arrays.stream(Dimension.values()).map(Dimension::id).toList();

  private final Subjects subjects;
  private final ComparedValues compared;
  private final Map<String, ReportData.Indicator> indicators = new LinkedHashMap<>();
  private final Map<String, List<ReportData.Value>> byUnitPeriod = new TreeMap<>();
  private final Map<String, GroupSpread> spreads = new TreeMap<>();
  private final Map<String, ReportData.Score> scores = new TreeMap<>();

  public Profiles(ReportData data, Subjects subjects, Set<String> units) {
    this.subjects = subjects;
    this.compared = new ComparedValues(data);
    data.scope().indicators().stream()
        .sorted(
            Comparator.comparingInt((ReportData.Indicator i) -> order(i.dimension()))
                .thenComparing(ReportData.Indicator::id))
        .forEach(indicator -> indicators.put(indicator.id(), indicator));
    for (ReportData.Value value : data.results().values()) {
      ReportData.Indicator indicator = indicators.get(value.indicatorId());
      if (indicator == null) {
        continue;
      }
      if (units.contains(value.unitId())) {
        byUnitPeriod
            .computeIfAbsent(Rankings.key(value.unitId(), value.periodId()), k -> new ArrayList<>())
            .add(value);
      }
      spreads
          .computeIfAbsent(spreadKey(value), k -> new GroupSpread(indicator.better(value.level())))
          .add(compared.of(value));
    }
    for (ReportData.Score score : data.results().scores()) {
      scores.put(Rankings.key(score.unitId(), score.periodId(), score.weighting()), score);
    }
  }

  /** Where a dimension comes on the page; an unknown one last. */
  static int order(String dimension) {
    int at = DIMENSIONS.indexOf(dimension);
    return at < 0 ? DIMENSIONS.size() : at;
  }

  static String title(String dimension) {
    return Arrays.stream(Dimension.values())
        .filter(known -> known.id().equals(dimension))
        .map(known -> Wording.named(known.title(), known.titleZh()))
        .findFirst()
        .orElse(dimension);
  }

  /** Whom a value is compared among. */
  private static String group(ReportData.Value value) {
    return value.level().equals(Level.CITY.id()) ? Subjects.CITIES : value.cityId();
  }

  private static String spreadKey(ReportData.Value value) {
    return Rankings.key(group(value), value.level(), value.periodId(), value.indicatorId());
  }

  /** Every state of the profile figure, by unit and period. */
  public Map<String, PageModel.View<PageModel.ProfileRow>> views() {
    Map<String, PageModel.View<PageModel.ProfileRow>> views = new TreeMap<>();
    byUnitPeriod.forEach((key, values) -> views.put(key, view(values)));
    return views;
  }

  private PageModel.View<PageModel.ProfileRow> view(List<ReportData.Value> values) {
    ReportData.Value any = values.get(0);
    List<String> order = List.copyOf(indicators.keySet());
    List<ReportData.Value> ordered =
        values.stream()
            .sorted(Comparator.comparingInt(value -> order.indexOf(value.indicatorId())))
            .toList();
    return new PageModel.View<>(
        subjects.name(any.unitId()) + ", " + subjects.periodTitle(any.cityId(), any.periodId()),
        finding(any, ordered),
        ordered.stream().map(this::row).toList());
  }

  private PageModel.ProfileRow row(ReportData.Value value) {
    ReportData.Indicator indicator = indicators.get(value.indicatorId());
    GroupSpread spread = spreads.get(spreadKey(value));
    ReportData.Standing standing = compared.standing(value);
    ReportData.Estimate estimate = compared.of(value);
    List<String> cells =
        List.of(
            title(indicator.dimension()),
            compared.text(value),
            Wording.status(estimate),
            Wording.better(indicator.better(value.level())),
            spread.position(estimate),
            standing == null ? "not compared" : ComparedValues.median(standing, indicator),
            classed(standing),
            points(value, "efficiency"),
            points(value, "public_value"),
            value.support().n() == null ? "none" : String.valueOf(value.support().n()),
            value.support().coverage() == null
                ? "not stated"
                : Wording.percent(value.support().coverage()));
    return new PageModel.ProfileRow(
        value.indicatorId(),
        indicator.id() + " " + Wording.named(indicator.title(), indicator.titleZh()),
        cells,
        sign(indicator.better(value.level()), standing),
        spread.spine(estimate, standing == null ? null : standing.median()));
  }

  private static String classed(ReportData.Standing standing) {
    return standing == null
        ? "not compared"
        : standing.standing() == null
            ? "○ no class: its error is not known"
            : Wording.standing(standing.standing(), "the median");
  }

  /** Which sign the chart draws; of a value without a class an empty one. */
  private static String sign(String better, ReportData.Standing standing) {
    return better.equals("context")
        ? "context"
        : standing == null || standing.standing() == null ? "not_ranked" : standing.standing();
  }

  private String points(ReportData.Value value, String weighting) {
    ReportData.Score score = scores.get(Rankings.key(value.unitId(), value.periodId(), weighting));
    Double points = score == null ? null : score.contributions().get(value.indicatorId());
    return points == null ? "not scored" : Wording.tenths(points);
  }

  private String finding(ReportData.Value any, List<ReportData.Value> values) {
    List<String> strong = new ArrayList<>();
    List<String> weak = new ArrayList<>();
    int missing = 0;
    for (ReportData.Value value : values) {
      ReportData.Indicator indicator = indicators.get(value.indicatorId());
      String standing = sign(indicator.better(value.level()), compared.standing(value));
      String title = indicator.title().toLowerCase(Locale.ROOT);
      if (standing.equals("clearly_better")) {
        strong.add(title);
      } else if (standing.equals("clearly_worse")) {
        weak.add(title);
      }
      missing += value.estimate().isMeasured() ? 0 : 1;
    }
    String median = "the median of " + subjects.everyoneOf(group(any));
    return subjects.name(any.unitId())
        + (strong.isEmpty() && weak.isEmpty()
            ? " is not clearly apart from " + median + " by any indicator."
            : " is "
                + (strong.isEmpty() ? "" : "clearly better than " + median + " by ")
                + Wording.list(strong)
                + (strong.isEmpty() || weak.isEmpty() ? "" : ", and ")
                + (weak.isEmpty()
                    ? ""
                    : "clearly worse than " + (strong.isEmpty() ? median : "it") + " by ")
                + Wording.list(weak)
                + ".")
        + (missing == 0
            ? ""
            : " Without a value: "
                + missing
                + " of "
                + values.size()
                + " indicators; the table says why.");
  }
}
