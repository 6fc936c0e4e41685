package org.cityeval.indicator.precision;

import org.cityeval.indicator.DayBlockBootstrap;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.restriction.RestrictionDays;
import org.cityeval.indicator.restriction.Sample;

/**
 * How many districts of a sample were restricted and at risk, restricted only, at risk only, or
 * neither, on each day; days without an observation are in none of them.
 */
record ConfusionDays(
    int[] truePositives, int[] falsePositives, int[] falseNegatives, int[] trueNegatives) {

  static ConfusionDays of(Sample sample, RiskRule rule) {
    int days = sample.days();
    ConfusionDays counts =
        new ConfusionDays(new int[days], new int[days], new int[days], new int[days]);
    for (RestrictionDays district : sample.districts()) {
      for (int day = 0; day < days; day++) {
        if (district.observed(day)) {
          counts.cell(sample.restricted(district, day), rule.atRisk(district, day))[day]++;
        }
      }
    }
    return counts;
  }

  private int[] cell(boolean restricted, boolean atRisk) {
    if (restricted) {
      return atRisk ? truePositives : falsePositives;
    }
    return atRisk ? falseNegatives : trueNegatives;
  }

  /** Adds the four counts of the days as they were. */
  Result explain(Result result) {
    int[] once = DayBlockBootstrap.once(truePositives.length);
    return result
        .with("tp", sum(truePositives, once))
        .with("fp", sum(falsePositives, once))
        .with("fn", sum(falseNegatives, once))
        .with("tn", sum(trueNegatives, once));
  }

  /** The count over all days, day {@code i} counted {@code times[i]} times. */
  static int sum(int[] daily, int[] times) {
    int sum = 0;
    for (int day = 0; day < daily.length; day++) {
      sum += times[day] * daily[day];
    }
    return sum;
  }

  /** Of the hits and the others, the share of hits; {@code NaN} where there is neither. */
  static double share(int[] hits, int[] others, int[] times) {
    int hit = sum(hits, times);
    int all = hit + sum(others, times);
    return all == 0 ? Double.NaN : (double) hit / all;
  }
}
