package org.cityeval.report.view;

import java.util.Map;
import java.util.TreeMap;
import org.cityeval.report.data.ReportData;

/**
 * Values as they are compared: totals per resident, since a large district has more of everything,
 * with the class and the median that gold.indicator_standing holds.
 */
final class ComparedValues {
  private final Map<String, ReportData.Standing> standings = new TreeMap<>();

  ComparedValues(ReportData data) {
    for (ReportData.Standing standing : data.results().standings()) {
      standings.put(
          key(standing.level(), standing.unitId(), standing.periodId(), standing.indicatorId()),
          standing);
    }
  }

  private static String key(String... parts) {
    return String.join("|", parts);
  }

  /** How a value stands in its group; null of one that is not scored, or that there is none of. */
  ReportData.Standing standing(ReportData.Value value) {
    return standings.get(key(value.level(), value.unitId(), value.periodId(), value.indicatorId()));
  }

  /** The value as it is compared; as it is published where nothing is compared. */
  ReportData.Estimate of(ReportData.Value value) {
    ReportData.Standing standing = standing(value);
    ReportData.Estimate published = value.estimate();
    return standing == null
        ? published
        : new ReportData.Estimate(
            standing.scored().value(),
            standing.scored().low(),
            standing.scored().high(),
            published.level(),
            published.method(),
            published.status(),
            published.reason());
  }
}
