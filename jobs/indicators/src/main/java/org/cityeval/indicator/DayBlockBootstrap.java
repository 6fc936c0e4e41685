package org.cityeval.indicator;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cityeval.indicator.Parameters.Uncertainty;
import org.cityeval.numeric.statistics.BootstrapInterval;
import org.cityeval.numeric.timeseries.DayBlocks;

/**
 * Intervals for a statistic of days that depend on the days before them: whole blocks of days are
 * drawn with replacement (Künsch 1989). Where several districts are pooled, a drawn day is drawn
 * for all of them, which keeps the dependence between districts.
 */
public final class DayBlockBootstrap {
  /** How an interval found this way names its method. */
  public static final String METHOD = "day_block_bootstrap";

  /** What a spec says of an interval found this way. */
  public static final String DESCRIPTION =
      "Percentiles over resampled moving blocks of consecutive days, widened to hold the value. None"
          + " where the period is shorter than two blocks, where more than a tenth of the replicates"
          + " is undefined, or where all replicates are equal.";

  /** The same where districts are pooled. */
  public static final String JOINT_DESCRIPTION =
      DESCRIPTION + " The days of a city's districts are resampled together.";

  /** Share of replicates that may be undefined, such as one that drew no restricted day. */
  private static final double UNDEFINED_AT_MOST = 0.10;

  private static final double ROUNDING = 1e-12;

  private DayBlockBootstrap() {}

  /** A value as a function of how often each day counts; {@code NaN} where it is undefined. */
  @FunctionalInterface
  public interface Statistic {
    double of(int[] timesDrawn);
  }

  /** Several values at once, always the same number of them. */
  @FunctionalInterface
  public interface Statistics {
    double[] of(int[] timesDrawn);
  }

  /** Every day counts once: the statistic of the days as they were. */
  public static int[] once(int days) {
    int[] times = new int[days];
    Arrays.fill(times, 1);
    return times;
  }

  /** The result with the interval of its value, if days bear one; a result not ok as it is. */
  public static Result bound(
      Result result, int days, Uncertainty uncertainty, long seed, Statistic statistic) {
    if (result.status() != Status.OK) {
      return result;
    }
    double[][] replicates =
        replicates(days, 1, uncertainty, seed, times -> new double[] {statistic.of(times)});
    return bound(result, replicates[0], uncertainty);
  }

  /** The result with the interval that the replicates of its value give, if they give one. */
  public static Result bound(Result result, double[] replicates, Uncertainty uncertainty) {
    if (result.status() != Status.OK) {
      return result;
    }
    return interval(result.value(), replicates, uncertainty)
        .map(result::withInterval)
        .orElse(result);
  }

  /**
   * Draws the replicates of several values together.
   *
   * @return per value its replicates; none where the period is shorter than two blocks
   */
  public static double[][] replicates(
      int days, int values, Uncertainty uncertainty, long seed, Statistics statistics) {
    int count = days < 2 * uncertainty.blockDays() ? 0 : uncertainty.replicates();
    double[][] replicates = new double[values][count];
    SplittableRandom random = new SplittableRandom(seed);
    int[] times = new int[days];
    for (int replicate = 0; replicate < count; replicate++) {
      Arrays.fill(times, 0);
      for (int day : DayBlocks.indices(days, uncertainty.blockDays(), random)) {
        times[day]++;
      }
      double[] drawn = statistics.of(times);
      for (int value = 0; value < values; value++) {
        replicates[value][replicate] = drawn[value];
      }
    }
    return replicates;
  }

  private static Optional<Interval> interval(
      double value, double[] replicates, Uncertainty uncertainty) {
    double[] defined = Arrays.stream(replicates).filter(Double::isFinite).toArray();
    if (defined.length == 0
        || defined.length < (1 - UNDEFINED_AT_MOST) * replicates.length
        || constant(defined)) {
      return Optional.empty();
    }
    var bounds = BootstrapInterval.percentile(defined, uncertainty.level());
    return Optional.of(
        new Interval(
            Math.min(bounds.low(), value),
            Math.max(bounds.high(), value),
            uncertainty.level(),
            METHOD));
  }

  /** Equal up to rounding: an interval of no width would claim to be sure. */
  private static boolean constant(double[] replicates) {
    var range = Arrays.stream(replicates).summaryStatistics();
    return range.getMax() - range.getMin() <= ROUNDING * Math.max(1, Math.abs(range.getMax()));
  }
}
