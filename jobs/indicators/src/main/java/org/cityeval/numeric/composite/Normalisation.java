package org.cityeval.numeric.composite;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import org.cityeval.numeric.statistics.Moments;

/**
 * Scores from 1 (worst) to 100 (best) of values that have no common unit (OECD/JRC 2008, step 5):
 * linear between knots that are fitted to a whole panel once, so that a score can be redone and
 * draws are scored alike. Beyond the outer knots scores stay at the end. The lowest score is 1, for
 * a zero would wreck a geometric mean.
 */
public final class Normalisation implements Serializable {
  private static final double LOWEST = 1;
  private static final double HIGHEST = 100;

  /** Standard deviations between the mean and either end. */
  private static final double DEVIATIONS = 3;

  private final Method method;
  private final double[] at;
  private final double[] scores;

  /** Where the knots are. */
  public enum Method {
    /** The worst and the best value of the panel. */
    MIN_MAX,
    /** Three standard deviations (divisor n - 1) on either side of the mean. */
    Z_SCORE,
    /** Every value, at its rank; ties share the mean of the ranks they take up. */
    RANK,
    /** The worst value of the panel, and a target. */
    DISTANCE_TO_TARGET;

    /** How it is written in configs and tables. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A normalisation as it was stored.
   *
   * @param at treated values, ascending
   * @param scores score at each of them, all rising or all falling
   */
  public Normalisation(Method method, double[] at, double[] scores) {
    if (at.length == 0 || at.length != scores.length) {
      throw new IllegalArgumentException(
          at.length + " knots with " + scores.length + " scores give no scale");
    }
    this.method = method;
    this.at = at.clone();
    this.scores = scores.clone();
  }

  /**
   * Fits the knots to a panel. Where all values are equal everyone has the middle, 50.5.
   *
   * @param values treated values, {@code NaN} where missing
   * @param target value that earns 100, by {@link Method#DISTANCE_TO_TARGET} alone
   * @throws IllegalArgumentException if there is no value
   */
  public static Normalisation fit(
      Method method, double[] values, boolean higherIsBetter, double target) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("Nobody has a value to be scored by");
    }
    double least = sorted[0];
    double most = sorted[sorted.length - 1];
    return switch (method) {
      case MIN_MAX -> between(method, least, most, higherIsBetter);
      case Z_SCORE -> {
        double mean = Moments.mean(sorted);
        double reach = least == most ? 0 : DEVIATIONS * Math.sqrt(Moments.variance(sorted));
        yield between(method, mean - reach, mean + reach, higherIsBetter);
      }
      case RANK -> ranks(sorted, higherIsBetter);
      case DISTANCE_TO_TARGET ->
          higherIsBetter
              ? between(method, Math.min(least, target), target, true)
              : between(method, target, Math.max(most, target), false);
    };
  }

  private static Normalisation between(
      Method method, double least, double most, boolean higherIsBetter) {
    if (least == most) {
      return method == Method.DISTANCE_TO_TARGET
          // Everyone is at the target or beyond.
          ? new Normalisation(method, new double[] {least}, new double[] {HIGHEST})
          : new Normalisation(method, new double[] {least}, new double[] {middle()});
    }
    return new Normalisation(
        method,
        new double[] {least, most},
        higherIsBetter ? new double[] {LOWEST, HIGHEST} : new double[] {HIGHEST, LOWEST});
  }

  private static double middle() {
    return (LOWEST + HIGHEST) / 2;
  }

  private static Normalisation ranks(double[] sorted, boolean higherIsBetter) {
    double[] at = new double[sorted.length];
    double[] scores = new double[sorted.length];
    int knots = 0;
    for (int from = 0, to; from < sorted.length; from = to) {
      to = from + 1;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      double share = sorted.length == 1 ? 0.5 : ((from + to - 1) / 2.0) / (sorted.length - 1);
      at[knots] = sorted[from];
      scores[knots++] = LOWEST + (HIGHEST - LOWEST) * (higherIsBetter ? share : 1 - share);
    }
    return new Normalisation(Method.RANK, Arrays.copyOf(at, knots), Arrays.copyOf(scores, knots));
  }

  /** The score of a treated value, 1 to 100. */
  public double score(double value) {
    int last = at.length - 1;
    if (value <= at[0]) {
      return scores[0];
    }
    if (value >= at[last]) {
      return scores[last];
    }
    int above = last == 1 ? 1 : Arrays.binarySearch(at, value);
    if (above < 0) {
      above = -above - 1;
    }
    double share = (value - at[above - 1]) / (at[above] - at[above - 1]);
    return scores[above - 1] + share * (scores[above] - scores[above - 1]);
  }

  public Method method() {
    return method;
  }

  /** Treated values of the knots, ascending. */
  public double[] at() {
    return at.clone();
  }

  /** Scores of the knots. */
  public double[] scores() {
    return scores.clone();
  }

  /** The treated value of the lowest score. */
  public double worst() {
    return rises() ? at[0] : at[at.length - 1];
  }

  /** The treated value of the highest score. */
  public double best() {
    return rises() ? at[at.length - 1] : at[0];
  }

  private boolean rises() {
    return scores[0] <= scores[scores.length - 1];
  }
}
