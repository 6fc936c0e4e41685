package org.cityeval.indicator.precision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.cityeval.indicator.restriction.RestrictionDays;
import org.cityeval.indicator.restriction.Sample;
import org.cityeval.numeric.statistics.Decimals;

/**
 * The observed district-days of a sample from the least to the most restricted. They are sorted
 * once; days that count more or less are then only a matter of weights.
 *
 * @param intensity of restriction, the fall of mobility, ascending
 * @param atRisk whether the district-day was at risk
 * @param day index of the day in the sample
 */
record RankedDays(double[] intensity, boolean[] atRisk, int[] day) {

  static RankedDays of(Sample sample, RiskRule rule) {
    record DistrictDay(double intensity, boolean atRisk, int day) {}
    List<DistrictDay> observed = new ArrayList<>();
    for (RestrictionDays district : sample.districts()) {
      for (int day = 0; day < sample.days(); day++) {
        if (district.observed(day)) {
          // Falls that only rounding sets apart are equal.
          double intensity = Decimals.rounded(-district.mobility()[day]);
          observed.add(new DistrictDay(intensity, rule.atRisk(district, day), day));
        }
      }
    }
    observed.sort(Comparator.comparingDouble(DistrictDay::intensity));
    RankedDays ranked =
        new RankedDays(
            new double[observed.size()], new boolean[observed.size()], new int[observed.size()]);
    for (int i = 0; i < observed.size(); i++) {
      ranked.intensity[i] = observed.get(i).intensity();
      ranked.atRisk[i] = observed.get(i).atRisk();
      ranked.day[i] = observed.get(i).day();
    }
    return ranked;
  }

  int atRiskDays() {
    int days = 0;
    for (boolean flag : atRisk) {
      days += flag ? 1 : 0;
    }
    return days;
  }

  /** Days on which a district was at risk, or those on which one was not, if they are fewer. */
  int daysOfTheRarer() {
    BitSet risky = new BitSet();
    BitSet others = new BitSet();
    for (int i = 0; i < atRisk.length; i++) {
      (atRisk[i] ? risky : others).set(day[i]);
    }
    return Math.min(risky.cardinality(), others.cardinality());
  }

  /**
   * The Mann-Whitney form of the area under the ROC curve, day {@code i} counting {@code
   * weights[i]}; {@code NaN} where all days are at risk, or none is.
   */
  double areaUnderRoc(double[] weights) {
    double atRiskBelow = 0;
    double othersBelow = 0;
    double wins = 0;
    int from = 0;
    while (from < intensity.length) {
      double tiedAtRisk = 0;
      double tiedOthers = 0;
      int next = from;
      while (next < intensity.length && intensity[next] == intensity[from]) {
        if (atRisk[next]) {
          tiedAtRisk += weights[day[next]];
        } else {
          tiedOthers += weights[day[next]];
        }
        next++;
      }
      wins += tiedAtRisk * (othersBelow + tiedOthers / 2.0);
      atRiskBelow += tiedAtRisk;
      othersBelow += tiedOthers;
      from = next;
    }
    return atRiskBelow == 0 || othersBelow == 0 ? Double.NaN : wins / (atRiskBelow * othersBelow);
  }
}
