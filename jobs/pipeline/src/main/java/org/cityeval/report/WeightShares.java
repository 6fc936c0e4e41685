package org.cityeval.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the weight of composites rests on, by the status of each value that is weighed. */
final class WeightShares {
  private final Map<String, ReportData.Estimate> values = new TreeMap<>();

  WeightShares(List<ReportData.Value> all) {
    for (ReportData.Value value : all) {
      values.put(
          Rankings.key(value.level(), value.unitId(), value.periodId(), value.indicatorId()),
          value.estimate());
    }
  }

  /**
   * The shares of one composite; null where nothing weighs.
   *
   * @param weights by indicator
   */
  ReportData.Weight of(String level, String unitId, String periodId, Map<String, Double> weights) {
    double measured = 0;
    double censored = 0;
    double total = 0;
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      ReportData.Estimate estimate =
          values.get(Rankings.key(level, unitId, periodId, weight.getKey()));
      total += weight.getValue();
      measured += estimate != null && estimate.isMeasured() ? weight.getValue() : 0;
      censored += estimate != null && estimate.isCensored() ? weight.getValue() : 0;
    }
    return total > 0
        ? new ReportData.Weight(
            measured / total, censored / total, Math.max(0, total - measured - censored) / total)
        : null;
  }
}
