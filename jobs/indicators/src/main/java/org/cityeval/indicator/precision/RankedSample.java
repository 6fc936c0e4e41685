package org.cityeval.indicator.precision;

import java.util.Arrays;
import org.cityeval.indicator.restriction.RestrictionDays;
import org.cityeval.indicator.restriction.Sample;
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.numeric.statistics.Ranks;

/**
 * The observed district-days of a sample from the least to the most restricted. Their order does
 * not depend on which of them were at risk, and so serves every rule.
 *
 * @param intensity of restriction, the fall of mobility, ascending
 * @param district of each district-day
 * @param day index of the day in the sample
 */
record RankedSample(double[] intensity, RestrictionDays[] district, int[] day) {

  static RankedSample of(Sample sample) {
    int most = sample.districts().size() * sample.days();
    double[] intensity = new double[most];
    RestrictionDays[] district = new RestrictionDays[most];
    int[] day = new int[most];
    int count = 0;
    for (RestrictionDays one : sample.districts()) {
      for (int at = 0; at < sample.days(); at++) {
        if (one.observed(at)) {
          // Falls that only rounding sets apart are equal.
          intensity[count] = Decimals.rounded(-one.mobility()[at]);
          district[count] = one;
          day[count++] = at;
        }
      }
    }
    int[] order = Ranks.ascending(Arrays.copyOf(intensity, count));
    RankedSample ranked =
        new RankedSample(new double[count], new RestrictionDays[count], new int[count]);
    for (int i = 0; i < count; i++) {
      ranked.intensity[i] = intensity[order[i]];
      ranked.district[i] = district[order[i]];
      ranked.day[i] = day[order[i]];
    }
    return ranked;
  }

  /** The district-days, with those at risk by a rule. */
  RankedDays by(RiskRule rule) {
    boolean[] atRisk = new boolean[day.length];
    for (int i = 0; i < day.length; i++) {
      atRisk[i] = rule.atRisk(district[i], day[i]);
    }
    return new RankedDays(intensity, atRisk, day);
  }
}
