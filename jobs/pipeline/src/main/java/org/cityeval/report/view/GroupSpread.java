package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.List;
import org.cityeval.report.data.ReportData;

/**
 * The values of one indicator in one group, to place one of them among the others. A duration that
 * is censored lasts longer than its follow-up, so it lies beyond all that ended. Positions are
 * counted from intervals that do not overlap, so they are wide; nothing is estimated.
 */
final class GroupSpread {
  private final List<ReportData.Estimate> known = new ArrayList<>();
  private final String better;

  /**
   * An empty group.
   *
   * @param better which way is better: higher, lower or context
   */
  GroupSpread(String better) {
    this.better = better;
  }

  void add(ReportData.Estimate estimate) {
    if (isKnown(estimate)) {
      known.add(estimate);
    }
  }

  int size() {
    return known.size();
  }

  private static boolean isKnown(ReportData.Estimate estimate) {
    return estimate.isMeasured() || estimate.isCensored();
  }

  /** A position among the group, 1 is best, with the best and worst that the intervals allow. */
  record Position(int at, int low, int high) {}

  /** Null of a value that is not known, and where no way is better. */
  Position position(ReportData.Estimate own) {
    if (!isKnown(own) || better.equals("context")) {
      return null;
    }
    int ahead = 0;
    int surelyAhead = 0;
    int surelyBehind = 0;
    for (ReportData.Estimate other : known) {
      ahead += goodness(other) > goodness(own) ? 1 : 0;
      surelyAhead += worstOf(other) > bestOf(own) ? 1 : 0;
      surelyBehind += bestOf(other) < worstOf(own) ? 1 : 0;
    }
    return new Position(ahead + 1, surelyAhead + 1, size() - surelyBehind);
  }

  /** Worst and best value or follow-up, and quartiles; null where nobody has a value. */
  Marks marks() {
    if (known.isEmpty()) {
      return null;
    }
    double[] ends =
        known.stream()
            .mapToDouble(e -> towards(e.isCensored() ? e.low() : e.value()))
            .sorted()
            .toArray();
    return new Marks(
        towards(ends[0]),
        towards(ends[ends.length - 1]),
        quartile(0.25),
        quartile(0.5),
        quartile(0.75),
        known.stream().anyMatch(ReportData.Estimate::isCensored));
  }

  /**
   * Where the values lie, from the bad end to the good one.
   *
   * @param lowerQuartile null where it lies among the censored
   */
  record Marks(
      double worst,
      double best,
      Double lowerQuartile,
      Double middle,
      Double upperQuartile,
      boolean hasCensored) {}

  private Double quartile(double share) {
    double at = quantile(share);
    // A quantile between a value and one that is censored is no number.
    return Double.isFinite(at) ? towards(at) : null;
  }

  private double towards(double value) {
    return better.equals("lower") ? -value : value;
  }

  private double goodness(ReportData.Estimate estimate) {
    return estimate.isCensored() ? Double.NEGATIVE_INFINITY : towards(estimate.value());
  }

  /** Minus infinity where the interval is open or there is none: then nothing is sure. */
  private double worstOf(ReportData.Estimate estimate) {
    Double end = better.equals("lower") ? estimate.high() : estimate.low();
    return estimate.isCensored() || end == null ? Double.NEGATIVE_INFINITY : towards(end);
  }

  /** Of a censored duration what it would be, had it ended with its follow-up. */
  private double bestOf(ReportData.Estimate estimate) {
    Double end = estimate.isCensored() || better.equals("lower") ? estimate.low() : estimate.high();
    return end == null ? Double.POSITIVE_INFINITY : towards(end);
  }

  private double quantile(double share) {
    double[] sorted = known.stream().mapToDouble(this::goodness).sorted().toArray();
    double at = share * (sorted.length - 1);
    int below = (int) at;
    return at == below
        ? sorted[below]
        : sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
  }
}
