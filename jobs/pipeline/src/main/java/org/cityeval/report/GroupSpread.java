package org.cityeval.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The published values of one indicator in one group, to place one of them among the others.
 * Positions are counted from intervals that do not overlap, so they are wide; nothing is estimated.
 */
final class GroupSpread {
  private final List<ReportData.Estimate> measured = new ArrayList<>();
  private final String better;

  GroupSpread(String better) {
    this.better = better;
  }

  void add(ReportData.Estimate estimate) {
    if (estimate.status().equals("ok") && estimate.value() != null) {
      measured.add(estimate);
    }
  }

  int size() {
    return measured.size();
  }

  /** Best and worst position that the intervals allow, 1 is best; "3 of 5" never without them. */
  String position(ReportData.Estimate own) {
    if (!own.status().equals("ok") || own.value() == null) {
      return own.status();
    }
    if (better.equals("context")) {
      return "not scored";
    }
    int ahead = 0;
    int surelyAhead = 0;
    int surelyBehind = 0;
    for (ReportData.Estimate other : measured) {
      ahead += goodness(other.value()) > goodness(own.value()) ? 1 : 0;
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

  /** clearly_better or clearly_worse where the whole interval lies beyond the group's median. */
  String standing(ReportData.Estimate own) {
    if (!own.status().equals("ok") || own.value() == null || better.equals("context")) {
      return "";
    }
    double median = quantile(0.5);
    return worstOf(own) > median
        ? "clearly_better"
        : bestOf(own) < median ? "clearly_worse" : "not_distinguishable";
  }

  /** The place between the group's worst, 0, and best, 1; null where nobody has a value. */
  PageModel.Spine spine(ReportData.Estimate own) {
    if (measured.isEmpty()) {
      return null;
    }
    boolean present = own.status().equals("ok") && own.value() != null;
    return new PageModel.Spine(
        present ? scaled(goodness(own.value())) : null,
        present && Double.isFinite(worstOf(own)) ? scaled(worstOf(own)) : null,
        present && Double.isFinite(bestOf(own)) ? scaled(bestOf(own)) : null,
        scaled(quantile(0.25)),
        scaled(quantile(0.5)),
        scaled(quantile(0.75)));
  }

  private double goodness(double value) {
    return better.equals("lower") ? -value : value;
  }

  /** Minus infinity where the interval is open or there is none: then nothing is sure. */
  private double worstOf(ReportData.Estimate estimate) {
    Double end = better.equals("lower") ? estimate.high() : estimate.low();
    return end == null ? Double.NEGATIVE_INFINITY : goodness(end);
  }

  private double bestOf(ReportData.Estimate estimate) {
    Double end = better.equals("lower") ? estimate.low() : estimate.high();
    return end == null ? Double.POSITIVE_INFINITY : goodness(end);
  }

  private double quantile(double share) {
    double[] sorted = measured.stream().mapToDouble(e -> goodness(e.value())).sorted().toArray();
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private double scaled(double goodness) {
    double low = quantile(0);
    double high = quantile(1);
    double at = high > low ? (goodness - low) / (high - low) : 0.5;
    return Math.round(1000 * Math.max(0, Math.min(1, at))) / 1000.0;
  }
}
