package org.cityeval.indicator.precision;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.restriction.RestrictionDays;
import org.cityeval.indicator.restriction.Sample;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.numeric.timeseries.DayWeighted;

/**
 * How many districts of a sample were restricted and at risk, restricted only, at risk only, or
 * neither, on each day. Days without an observation are in none of them.
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
    return result
        .with("tp", Arrays.stream(truePositives).sum())
        .with("fp", Arrays.stream(falsePositives).sum())
        .with("fn", Arrays.stream(falseNegatives).sum())
        .with("tn", Arrays.stream(trueNegatives).sum());
  }

  /** Of the hits and the others, the share of hits; {@code NaN} where there is neither. */
  static DayStatistic share(int[] hits, int[] others) {
    int behind =
        (int) IntStream.range(0, hits.length).filter(day -> hits[day] + others[day] > 0).count();
    return new DayStatistic(
        hits.length,
        behind,
        ErrorScale.SHARE,
        DayWeighted.of(
            weights -> {
              double hit = sum(hits, weights);
              return hit / (hit + sum(others, weights));
            },
            weight -> shares(hits, others, weight)));
  }

  /** By the one day that counts {@code weight}, the share of hits; the others count once. */
  private static double[] shares(int[] hits, int[] others, double weight) {
    double[] shares = DayStatistic.sums(asDoubles(hits), weight);
    double[] sums = DayStatistic.sums(asDoubles(others), weight);
    for (int day = 0; day < shares.length; day++) {
      shares[day] = shares[day] / (shares[day] + sums[day]);
    }
    return shares;
  }

  private static double[] asDoubles(int[] daily) {
    return Arrays.stream(daily).asDoubleStream().toArray();
  }

  private static double sum(int[] daily, double[] weights) {
    double sum = 0;
    for (int day = 0; day < daily.length; day++) {
      sum += weights[day] * daily[day];
    }
    return sum;
  }
}
