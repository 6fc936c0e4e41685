package org.cityeval.indicator.precision;

import java.util.BitSet;
import org.cityeval.indicator.restriction.Sample;
import org.cityeval.numeric.timeseries.DayWeighted;

/**
 * The observed district-days of a sample from the least to the most restricted. They are sorted
 * once; days that count more or less are then only a matter of weights. Its value is the area under
 * the ROC curve.
 *
 * @param intensity of restriction, the fall of mobility, ascending
 * @param atRisk whether the district-day was at risk
 * @param day index of the day in the sample
 */
record RankedDays(double[] intensity, boolean[] atRisk, int[] day) implements DayWeighted {

  static RankedDays of(Sample sample, RiskRule rule) {
    return RankedSample.of(sample).by(rule);
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

  /** The {@link #areaUnderRoc}. */
  @Override
  public double applyAsDouble(double[] weights) {
    return areaUnderRoc(weights);
  }

  @Override
  public double[] withOneDay(int days, double weight) {
    double[] atRiskBelow = new double[days];
    double[] othersBelow = new double[days];
    double[] wins = new double[days];
    double[][] own = new double[3][days];
    int[] tieOf = new int[days];
    int from = 0;
    while (from < intensity.length) {
      int next = from;
      int tiedAtRisk = 0;
      while (next < intensity.length && intensity[next] == intensity[from]) {
        tiedAtRisk += atRisk[next] ? 1 : 0;
        next++;
      }
      double tiedOthers = (double) next - from - tiedAtRisk;
      for (int i = from; i < next; i++) {
        // The days of a tie count otherwise in it; each is asked once.
        if (tieOf[day[i]] <= from) {
          tieOf[day[i]] = from + 1;
          double ownAtRisk = tied(from, next, true, day[i], weight);
          double ownOthers = tied(from, next, false, day[i], weight);
          own[0][day[i]] = atRiskBelow[day[i]] + ownAtRisk;
          own[1][day[i]] = othersBelow[day[i]] + ownOthers;
          own[2][day[i]] = wins[day[i]] + ownAtRisk * (othersBelow[day[i]] + ownOthers / 2.0);
        }
      }
      for (int other = 0; other < days && tiedAtRisk > 0; other++) {
        wins[other] += tiedAtRisk * (othersBelow[other] + tiedOthers / 2.0);
        atRiskBelow[other] += tiedAtRisk;
      }
      for (int other = 0; other < days && tiedOthers > 0; other++) {
        othersBelow[other] += tiedOthers;
      }
      for (int i = from; i < next; i++) {
        atRiskBelow[day[i]] = own[0][day[i]];
        othersBelow[day[i]] = own[1][day[i]];
        wins[day[i]] = own[2][day[i]];
      }
      from = next;
    }
    for (int one = 0; one < days; one++) {
      wins[one] =
          atRiskBelow[one] == 0 || othersBelow[one] == 0
              ? Double.NaN
              : wins[one] / (atRiskBelow[one] * othersBelow[one]);
    }
    return wins;
  }

  /** How much those of a tie that are at risk count, or those that are not, by the one day. */
  private double tied(int from, int to, boolean risk, int oneDay, double weight) {
    double tied = 0;
    for (int i = from; i < to; i++) {
      if (atRisk[i] == risk) {
        tied += day[i] == oneDay ? weight : 1;
      }
    }
    return tied;
  }
}
