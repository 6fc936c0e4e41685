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
  /** Where some are censored, the part of the bar at its bad end that is kept for them. */
  static final double OPEN_END = 0.08;

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

  /** Best and worst position that the intervals allow, 1 is best; "3 of 5" never without them. */
  String position(ReportData.Estimate own) {
    if (!isKnown(own)) {
      return own.status();
    }
    if (better.equals("context")) {
      return "not scored";
    }
    int ahead = 0;
    int surelyAhead = 0;
    int surelyBehind = 0;
    for (ReportData.Estimate other : known) {
      ahead += goodness(other) > goodness(own) ? 1 : 0;
      surelyAhead += worstOf(other) > bestOf(own) ? 1 : 0;
      surelyBehind += bestOf(other) < worstOf(own) ? 1 : 0;
    }
    return (ahead + 1)
        + " ("
        + (surelyAhead + 1)
        + "–"
        + (size() - surelyBehind)
        + ") of "
        + size();
  }

  /**
   * The place between the group's worst, 0, and best, 1; null where nobody has a value.
   *
   * @param median of the group, as published; null where it lies among the censored, or where none
   *     is published
   */
  PageModel.Spine spine(ReportData.Estimate own, Double median) {
    if (known.isEmpty()) {
      return null;
    }
    boolean isPlaced = isKnown(own);
    return new PageModel.Spine(
        isPlaced ? scaled(goodness(own)) : null,
        own.isCensored() ? Double.valueOf(0) : isPlaced ? finite(worstOf(own)) : null,
        isPlaced ? finite(bestOf(own)) : null,
        own.isCensored() ? true : null,
        room() > 0 ? room() : null,
        scaled(quantile(0.25)),
        scaled(median == null ? quantile(0.5) : towards(median)),
        scaled(quantile(0.75)));
  }

  private Double finite(double goodness) {
    return Double.isFinite(goodness) ? scaled(goodness) : null;
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

  private double room() {
    return known.stream().anyMatch(ReportData.Estimate::isCensored) ? OPEN_END : 0;
  }

  /** From the worst value or follow-up to the best; the censored in the open end before these. */
  private double scaled(double goodness) {
    double[] marks =
        known.stream()
            .mapToDouble(e -> towards(e.isCensored() ? e.low() : e.value()))
            .sorted()
            .toArray();
    double low = marks[0];
    double high = marks[marks.length - 1];
    double room = room();
    // A quantile between a value and one that is censored is no number.
    if (Double.isNaN(goodness) || goodness == Double.NEGATIVE_INFINITY) {
      return room / 2;
    }
    double at = high > low ? (goodness - low) / (high - low) : 0.5;
    return Math.round(1000 * (room + (1 - room) * Math.max(0, Math.min(1, at)))) / 1000.0;
  }
}
