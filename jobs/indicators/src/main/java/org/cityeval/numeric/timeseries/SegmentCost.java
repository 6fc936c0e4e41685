package org.cityeval.numeric.timeseries;

import java.util.Arrays;
import org.cityeval.numeric.timeseries.ChangePoints.Penalty;

/** What it costs to take values {@code from} (included) to {@code to} (not included) as alike. */
interface SegmentCost {
  /** Finer than this part of the range, differences of running sums are rounding. */
  double FINEST_NOISE = 1e-5;

  /** Least variance of a segment, as a part of the whole: a repeated value has none. */
  double LEAST_VARIANCE = 1e-11;

  double of(int from, int to);

  /** This cost with what the penalty puts on the length of a segment. */
  default SegmentCost and(Penalty penalty) {
    double perLog = penalty.perLogLength();
    return perLog == 0 ? this : (from, to) -> of(from, to) + perLog * Math.log((double) to - from);
  }

  /** Squares about the mean of the segment, in units of the variance of the noise. */
  static SegmentCost level(double[] values, double noise) {
    RunningSums sums = RunningSums.of(values);
    double range =
        Arrays.stream(values).max().orElseThrow() - Arrays.stream(values).min().orElseThrow();
    double unit = Math.max(noise, FINEST_NOISE * range);
    double variance = unit * unit;
    return (from, to) -> sums.squares(from, to) / variance;
  }

  /** Minus twice the greatest normal log-likelihood of the segment, without its constant. */
  static SegmentCost levelAndSpread(double[] values) {
    RunningSums sums = RunningSums.of(values);
    double least = LEAST_VARIANCE * sums.squares(0, values.length) / values.length;
    return (from, to) -> {
      int length = to - from;
      double variance = sums.squares(from, to) / length;
      double held = Math.max(variance, least);
      return length * (Math.log(held) + variance / held);
    };
  }

  /** Running sums of the values, less their mean so that little is lost in the differences. */
  record RunningSums(double[] sum, double[] square) {
    static RunningSums of(double[] values) {
      double mean = Arrays.stream(values).average().orElse(0);
      double[] sum = new double[values.length + 1];
      double[] square = new double[values.length + 1];
      for (int i = 0; i < values.length; i++) {
        double centred = values[i] - mean;
        sum[i + 1] = sum[i] + centred;
        square[i + 1] = square[i] + centred * centred;
      }
      return new RunningSums(sum, square);
    }

    double squares(int from, int to) {
      double total = sum[to] - sum[from];
      return Math.max(0, square[to] - square[from] - total * total / (to - from));
    }
  }
}
