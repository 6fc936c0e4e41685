package org.cityeval.golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Response lag and time to control once more. The noise of mobility is the one of
 * data-samples/riverton/README.md; the levels are found by trying every division.
 */
final class OutbreakRecomputation {
  private OutbreakRecomputation() {}

  static double control(Explained explained) {
    double[] cases = explained.own("new_cases_adjusted");
    double[] high = explained.own("rt_high");
    int windows = explained.parameters("control").get("windows").intValue();
    int quiet = explained.parameters("control").get("quietDays").intValue();
    int onset = onset(explained);
    for (int day = onset; day < cases.length; day++) {
      if (holds(high, day, windows, 1)
          || holds(cases, day, quiet, Double.MIN_VALUE)
          || few(explained, onset, day)) {
        return day - onset;
      }
    }
    throw new AssertionError("never under control");
  }

  /** Few cases, and at most the share of the most that any day since the onset had had by then. */
  private static boolean few(Explained explained, int onset, int from) {
    var rule = explained.parameters("control").get("low");
    double[] incidence = explained.own("incidence");
    for (int day = from; day < from + rule.get("days").intValue(); day++) {
      if (day >= incidence.length
          || !(incidence[day] < rule.get("per100k").doubleValue())
          || incidence[day]
              > rule.get("shareOfPeak").doubleValue()
                  * Arrays.stream(incidence, onset, day + 1).max().orElseThrow()) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(double[] daily, int from, int days, double below) {
    return from + days <= daily.length
        && Arrays.stream(daily, from, from + days).allMatch(value -> value < below);
  }

  private static int onset(Explained explained) {
    double residents =
        explained.ofCity()
            ? explained.districts().stream().mapToDouble(explained::residents).sum()
            : explained.residents(explained.districtId());
    double per10k = explained.parameters("response").get("onsetPer10k").doubleValue();
    double[] cases = explained.own("new_cases_adjusted");
    double sum = 0;
    for (int day = explained.leadDays(); day < cases.length; day++) {
      sum += cases[day];
      if (sum >= 1 && sum >= per10k * residents / 10_000) {
        return day;
      }
    }
    throw new AssertionError("no outbreak");
  }

  static double lag(Explained explained) {
    var rule = explained.parameters("response");
    double[] mobility = explained.own("mobility_smoothed");
    double[] smoothed = explained.own("new_cases_smoothed");
    int onset = onset(explained);
    int peak = onset;
    for (int day = onset; day < smoothed.length; day++) {
      peak = smoothed[day] > smoothed[peak] ? day : peak;
    }
    int[] days =
        IntStream.range(0, mobility.length).filter(d -> !Double.isNaN(mobility[d])).toArray();
    double[] level = Arrays.stream(days).mapToDouble(day -> mobility[day]).toArray();
    int meanDays = rule.get("meanDays").intValue();
    int segmentDays = rule.get("segmentDays").intValue();
    List<Integer> starts = starts(level, costOfAChange(level, meanDays, segmentDays), segmentDays);
    for (int i = 1; i + 1 < starts.size(); i++) {
      double fall =
          mean(level, starts.get(i - 1), starts.get(i))
              - mean(level, starts.get(i), starts.get(i + 1));
      double day = days[starts.get(i)] - (meanDays - 1) / 2.0;
      if (fall >= rule.get("fallAtLeast").doubleValue()
          && day >= onset - rule.get("searchDays").intValue()
          && day <= Math.min(peak, onset + rule.get("answerDays").intValue())) {
        return day - onset;
      }
    }
    throw new AssertionError("no answer");
  }

  /**
   * Most days are like the day before, so that the scatter is told from the mean change. A slope of
   * the mean's days over the range must not be divided.
   */
  private static double costOfAChange(double[] level, int meanDays, int segmentDays) {
    double changes = 0;
    for (int i = 1; i < level.length; i++) {
      changes += Math.abs(level[i] - level[i - 1]);
    }
    double noise = meanDays * 1.2533 / Math.sqrt(2) * changes / (level.length - 1);
    double range =
        Arrays.stream(level).max().orElseThrow() - Arrays.stream(level).min().orElseThrow();
    return Math.max(
        2 * Math.log(level.length) * Math.pow(Math.max(0.01, noise), 2),
        Math.pow(range * (meanDays - 1), 2) / (24.0 * segmentDays));
  }

  /** Starts of the levels of least squares and cost, and the end of the last one. */
  private static List<Integer> starts(double[] level, double cost, int shortest) {
    double[] least = new double[level.length + 1];
    int[] from = new int[level.length + 1];
    for (int end = 1; end <= level.length; end++) {
      least[end] = Double.POSITIVE_INFINITY;
      for (int start = 0; start <= end - shortest; start++) {
        double squares = least[start] + cost + squares(level, start, end);
        if (squares < least[end]) {
          least[end] = squares;
          from[end] = start;
        }
      }
    }
    List<Integer> starts = new ArrayList<>(List.of(level.length));
    while (starts.get(0) > 0) {
      starts.add(0, from[starts.get(0)]);
    }
    return starts;
  }

  private static double squares(double[] level, int from, int to) {
    double mean = mean(level, from, to);
    return Arrays.stream(level, from, to).map(value -> (value - mean) * (value - mean)).sum();
  }

  private static double mean(double[] level, int from, int to) {
    return Arrays.stream(level, from, to).average().orElseThrow();
  }
}
