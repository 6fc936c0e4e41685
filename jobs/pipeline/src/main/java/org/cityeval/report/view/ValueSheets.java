package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cityeval.report.data.ReportData;
import org.cityeval.series.Level;

/** Indicators' values as they are compared, and how each group's lie. */
final class ValueSheets {
  private final List<PageRows.Value> values = new ArrayList<>();
  private final List<PageRows.Spread> spreads = new ArrayList<>();
  private final Map<String, Integer> reasons = new LinkedHashMap<>();

  /**
   * Values of some units, beside those of all.
   *
   * @param units whose values are on the page
   */
  ValueSheets(ReportData data, Set<String> units) {
    ComparedValues compared = new ComparedValues(data);
    Map<String, ReportData.Indicator> indicators = new TreeMap<>();
    data.scope().indicators().forEach(indicator -> indicators.put(indicator.id(), indicator));
    Map<String, GroupSpread> groups = new TreeMap<>();
    Map<String, ReportData.Value> anyOf = new TreeMap<>();
    for (ReportData.Value value : data.results().values()) {
      ReportData.Indicator indicator = indicators.get(value.indicatorId());
      if (indicator != null) {
        groups
            .computeIfAbsent(key(value), k -> new GroupSpread(indicator.better(value.level())))
            .add(compared.of(value));
        if (units.contains(value.unitId())) {
          ReportData.Value any = anyOf.get(key(value));
          if (any == null || compared.standing(any) == null) {
            anyOf.put(key(value), value);
          }
        }
      }
    }
    for (ReportData.Value value : data.results().values()) {
      if (units.contains(value.unitId()) && indicators.containsKey(value.indicatorId())) {
        values.add(
            row(
                value,
                compared.of(value),
                compared.standing(value),
                groups.get(key(value)).position(compared.of(value))));
      }
    }
    anyOf.forEach((key, any) -> spread(groups.get(key), any, compared.standing(any)));
  }

  /** Whom a value is compared among. */
  private static String group(ReportData.Value value) {
    return value.level().equals(Level.CITY.id()) ? Subjects.CITIES : value.cityId();
  }

  private static String key(ReportData.Value value) {
    return String.join("|", group(value), value.periodId(), value.indicatorId());
  }

  private PageRows.Value row(
      ReportData.Value value,
      ReportData.Estimate estimate,
      ReportData.Standing standing,
      GroupSpread.Position position) {
    String status = estimate.status();
    return new PageRows.Value(
        value.unitId(),
        value.periodId(),
        value.indicatorId(),
        status.equals("ok") ? null : status,
        estimate.reason() == null || status.equals("ok")
            ? null
            : reasons.computeIfAbsent(estimate.reason(), reason -> reasons.size()),
        value.support().n(),
        share(value.support().coverage()),
        estimate.low(),
        estimate.value(),
        estimate.high(),
        position == null ? null : position.at(),
        position == null ? null : position.low(),
        position == null ? null : position.high(),
        standing == null ? null : standing.standing() == null ? "unknown" : standing.standing());
  }

  /** As many digits as a percentage shows. */
  private static Double share(Double share) {
    return share == null ? null : Math.round(100 * share) / 100.0;
  }

  private void spread(GroupSpread of, ReportData.Value any, ReportData.Standing standing) {
    GroupSpread.Marks marks = of.marks();
    if (marks != null) {
      spreads.add(
          new PageRows.Spread(
              group(any),
              any.periodId(),
              any.indicatorId(),
              marks.worst(),
              marks.best(),
              marks.lowerQuartile(),
              marks.middle(),
              marks.upperQuartile(),
              marks.hasCensored() ? true : null,
              of.size(),
              standing == null ? null : standing.median(),
              standing == null ? null : standing.medianExceeds()));
    }
  }

  Sheet values() {
    return Sheet.of(PageRows.Value.class, values);
  }

  Sheet spreads() {
    return Sheet.of(PageRows.Spread.class, spreads);
  }

  /** Why there is no number, by the numbers that values refer to. */
  List<String> reasons() {
    return List.copyOf(reasons.keySet());
  }
}
