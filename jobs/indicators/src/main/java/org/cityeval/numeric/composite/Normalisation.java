package org.cityeval.numeric.composite;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Moments;
import org.cityeval.numeric.statistics.Ranks;

/**
 * From a treated value to a score of 1 (worst) to 100 (best): linear between knots, the score of
 * the end beyond them. The knots are the goalposts: stored, they give the same score again,
 * whatever panel comes after. Scores start at 1 because a zero would wreck a geometric mean.
 *
 * <p>Where all values are equal they tell nobody apart, and every value scores 50.5, by every
 * method; but 100 where they meet a target. Source: Nardo et al. (2008), step 5.
 */
public final class Normalisation implements Serializable {
  /** The score of the worst. */
  public static final double LOWEST_SCORE = 1;

  /** The score of the best. */
  public static final double HIGHEST_SCORE = 100;

  private static final long serialVersionUID = 1;

  private static final double RANGE = HIGHEST_SCORE - LOWEST_SCORE;
  private static final double MIDDLE_SCORE = (LOWEST_SCORE + HIGHEST_SCORE) / 2;

  /** Standard deviations from the mean to either end. */
  private static final double Z_REACH = 3;

  private static final double MOST_BEYOND = (HIGHEST_SCORE - LOWEST_SCORE) / 2;

  private final Method method;
  private final double[] at;
  private final double[] scores;

  /** Between one knot and the next; the last from end to end. */
  private final Segment[] segments;

  /** Where the knots are. */
  public enum Method {
    /** The worst value at 1, the best at 100. */
    MIN_MAX,
    /** The mean less three sample standard deviations at 1, plus three at 100. */
    Z_SCORE,
    /** Each value by its rank, ties at the mean of theirs. */
    RANK,
    /** The worst value at 1, the target and all beyond it at 100. */
    DISTANCE_TO_TARGET;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A normalisation that was fitted before.
   *
   * @param at treated values, finite, each larger than the one before; at least one
   * @param scores at these, 1 to 100, never falling or never growing
   */
  public Normalisation(Method method, double[] at, double[] scores) {
    this.method = method;
    this.at = at.clone();
    this.scores = scores.clone();
    requireKnots(this.at, this.scores);
    int last = at.length - 1;
    this.segments = new Segment[at.length];
    Arrays.setAll(
        segments,
        k -> k < last ? Segment.between(at[k], at[k + 1]) : Segment.between(at[0], at[last]));
  }

  /**
   * Two knots in a scale in which their distance neither overflows nor vanishes.
   *
   * @param from the lower knot, in that scale
   * @param length to the upper one, in that scale
   */
  private record Segment(BinaryScale scale, double from, double length) implements Serializable {
    static Segment between(double low, double high) {
      BinaryScale scale = BinaryScale.of(low, high);
      double from = scale.reduced(low);
      return new Segment(scale, from, scale.reduced(high) - from);
    }

    /** How far a value lies above the lower knot. */
    double above(double value) {
      return scale.reduced(value) - from;
    }
  }

  /**
   * The normalisation whose knots these values set.
   *
   * @param treatedValues at least one observed, finite; {@code NaN} is missing
   * @param target in the unit of the treated values, so treated itself; {@code NaN} by all methods
   *     but {@code DISTANCE_TO_TARGET}. Where the worst value meets it, all score 100, and 1 lies
   *     as far on the other side of the target as the values range.
   */
  public static Normalisation fit(
      Method method, double[] treatedValues, boolean higherIsBetter, double target) {
    if (Double.isNaN(target) == (method == Method.DISTANCE_TO_TARGET)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "Target is %s for %s", target, method));
    }
    double[] values =
        Arrays.stream(treatedValues).filter(value -> !Double.isNaN(value)).sorted().toArray();
    if (values.length == 0) {
      throw new IllegalArgumentException("Without treatedValues there is no scale");
    }
    Domain.finite("treatedValues", values);
    if (Double.isInfinite(target)) {
      throw new IllegalArgumentException("Target is " + target);
    }
    double smallest = values[0];
    double largest = values[values.length - 1];
    if (method == Method.DISTANCE_TO_TARGET
        && (higherIsBetter ? smallest >= target : largest <= target)) {
      return below(target, largest - smallest, higherIsBetter);
    }
    if (smallest == largest) {
      return new Normalisation(method, new double[] {smallest}, new double[] {MIDDLE_SCORE});
    }
    return switch (method) {
      case MIN_MAX -> between(method, smallest, largest, higherIsBetter);
      case Z_SCORE -> {
        double mean = Moments.mean(values);
        double reach = Z_REACH * Moments.standardDeviation(values);
        yield between(method, mean - reach, mean + reach, higherIsBetter);
      }
      case RANK -> byRank(values, higherIsBetter);
      case DISTANCE_TO_TARGET ->
          higherIsBetter
              ? between(method, smallest, target, true)
              : between(method, target, largest, false);
    };
  }

  /** The score of a treated value, 1 to 100; {@code NaN} where it is missing. */
  public double score(double treated) {
    if (Double.isNaN(treated)) {
      return Double.NaN;
    }
    int last = at.length - 1;
    if (treated <= at[0]) {
      return scores[0];
    }
    if (treated >= at[last]) {
      return scores[last];
    }
    int below = lastUpTo(treated);
    Segment segment = segments[below];
    double share = segment.above(treated) / segment.length();
    return scores[below] + (scores[below + 1] - scores[below]) * share;
  }

  /**
   * The last knot that is no larger than a value, which the first is not. The steps are the same
   * for every value, so that a processor need not guess where to go on.
   */
  private int lastUpTo(double value) {
    int from = 0;
    int left = at.length;
    while (left > 1) {
      int half = left >>> 1;
      from = at[from + half] <= value ? from + half : from;
      left -= half;
    }
    return from;
  }

  /**
   * The score of a treated value, not held at the ends: beyond them the line between the outer
   * knots goes on. For draws, since held ones would make whoever is at an end look more certain
   * than others. Ranks, and what lies beyond a target, have no further scores.
   */
  public double extended(double treated) {
    int last = at.length - 1;
    boolean beyond = treated < at[0] || treated > at[last];
    if (!beyond || last == 0 || method == Method.RANK) {
      return score(treated);
    }
    Segment whole = segments[last];
    double slope = (scores[last] - scores[0]) / whole.length();
    double score = scores[0] + slope * whole.above(treated);
    double highest =
        method == Method.DISTANCE_TO_TARGET ? HIGHEST_SCORE : HIGHEST_SCORE + MOST_BEYOND;
    return Math.max(LOWEST_SCORE - MOST_BEYOND, Math.min(highest, score));
  }

  public Method method() {
    return method;
  }

  /** The knots, treated values in ascending order. */
  public double[] at() {
    return at.clone();
  }

  /** The scores at the knots. */
  public double[] scores() {
    return scores.clone();
  }

  /** The end knot of the lowest score. */
  public double worst() {
    return at[rises() ? 0 : at.length - 1];
  }

  /** The end knot of the highest score. */
  public double best() {
    return at[rises() ? at.length - 1 : 0];
  }

  private boolean rises() {
    return scores[0] <= scores[scores.length - 1];
  }

  private static Normalisation between(
      Method method, double low, double high, boolean higherIsBetter) {
    if (Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "The treatedValues are too far apart: knots at %s and %s", low, high));
    }
    if (low == high) { // the spread was lost in rounding
      return new Normalisation(method, new double[] {low}, new double[] {MIDDLE_SCORE});
    }
    return new Normalisation(
        method,
        new double[] {low + 0.0, high + 0.0},
        higherIsBetter
            ? new double[] {LOWEST_SCORE, HIGHEST_SCORE}
            : new double[] {HIGHEST_SCORE, LOWEST_SCORE});
  }

  /** Where everyone meets the target the panel has no worst, but draws may still miss it. */
  private static Normalisation below(double target, double range, boolean higherIsBetter) {
    double worst = higherIsBetter ? target - range : target + range;
    return worst == target
        ? new Normalisation(
            Method.DISTANCE_TO_TARGET, new double[] {target}, new double[] {HIGHEST_SCORE})
        : between(
            Method.DISTANCE_TO_TARGET,
            Math.min(worst, target),
            Math.max(worst, target),
            higherIsBetter);
  }

  private static Normalisation byRank(double[] sorted, boolean higherIsBetter) {
    int n = sorted.length;
    double[] ranks = Ranks.average(sorted);
    double[] at = new double[n];
    double[] scores = new double[n];
    int knots = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || sorted[i] > sorted[i - 1]) {
        double rank = higherIsBetter ? ranks[i] : n + 1 - ranks[i];
        at[knots] = sorted[i] + 0.0;
        scores[knots] = LOWEST_SCORE + RANGE * (rank - 1) / (n - 1);
        knots++;
      }
    }
    return new Normalisation(Method.RANK, Arrays.copyOf(at, knots), Arrays.copyOf(scores, knots));
  }

  private static void requireKnots(double[] at, double[] scores) {
    boolean sound = at.length > 0 && at.length == scores.length;
    for (int i = 0; sound && i < at.length; i++) {
      double direction = scores[scores.length - 1] - scores[0];
      sound =
          Double.isFinite(at[i])
              && scores[i] >= LOWEST_SCORE
              && scores[i] <= HIGHEST_SCORE
              && (i == 0 || at[i] > at[i - 1])
              && (i == 0 || (scores[i] - scores[i - 1]) * direction >= 0);
    }
    if (!sound) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Not the knots of a normalisation: scores %s at %s",
              Arrays.toString(scores),
              Arrays.toString(at)));
    }
  }
}
