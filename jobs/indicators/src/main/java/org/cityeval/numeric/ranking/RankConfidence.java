package org.cityeval.numeric.ranking;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityeval.numeric.statistics.Domain;

/**
 * Which ranks the errors of estimates leave possible. Rank 1 is the highest estimate. The true rank
 * of a unit is 1 plus the number of true values higher than its own.
 *
 * <p>Two units differ beyond doubt if their estimates are apart by more than a critical number of
 * standard errors of their difference. That number is a quantile, over the draws of the errors, of
 * the farthest apart of all pairs in question. Who is certainly better takes the best ranks from a
 * unit, who is certainly worse the worst. Unlike intervals of ranks drawn anew this covers where
 * true values are tied, or nearly, too. Pairs without error are decided by the estimates; equal
 * estimates never are.
 *
 * <p>Where standard errors are estimated, every draw has its own. So the critical number is that of
 * studentised differences, a parametric bootstrap-t (Krishnamoorthy, Lu and Mathew 2007).
 *
 * <p>Source: Mogstad, Romano, Shaikh and Wilhelm (2024).
 */
public final class RankConfidence {
  private static final int MOST_UNITS_STEPPED = 200;

  /**
   * The share of the allowed errors that is spent on what draws show, where standard errors are
   * estimated. The rest is for what draws cannot show. They start from estimated errors, and those
   * come out too small where days resemble each other for long.
   */
  private static final double SHARE_DRAWN = 0.5;

  private final double[] estimates;
  private final RankErrors errors;
  private final ErrorFronts fronts;
  private final double level;
  private final StepRule rule;

  private RankConfidence(double[] estimates, RankErrors errors, double level, StepRule rule) {
    this.estimates = estimates.clone();
    this.errors = errors;
    this.fronts = ErrorFronts.of(errors);
    this.level = level;
    this.rule = rule;
  }

  /** Whether what is decided leaves an easier question for the rest. */
  public enum StepRule {
    /** One critical value. In time of units times draws, so for thousands of units. */
    SINGLE_STEP,

    /**
     * Once some are decided, a smaller critical value for what is left. Never wider, and narrower
     * where some units are far apart. In time of pairs times draws for each round that follows one
     * with a decision, so for hundreds of units.
     */
    STEP_DOWN;

    /** The narrower rule where it takes seconds at most: up to 200 units. */
    public static StepRule fitting(int units) {
      return units <= MOST_UNITS_STEPPED ? STEP_DOWN : SINGLE_STEP;
    }
  }

  /**
   * The sets of estimates with errors.
   *
   * @param estimates one per unit, finite
   * @param errors of the same units
   * @param level nominal coverage in 0..1, such as 0.95
   */
  public static RankConfidence of(
      double[] estimates, RankErrors errors, double level, StepRule rule) {
    require(estimates, errors, level);
    return new RankConfidence(estimates, errors, drawnLevel(errors, level), rule);
  }

  /** The quantile of the draws that gives a level. */
  static double drawnLevel(RankErrors errors, double level) {
    return errors.hasKnownVariances() ? level : 1 - SHARE_DRAWN * (1 - level);
  }

  /** The range of each unit by {@link #marginal(int)}. */
  public RankRange[] marginal() {
    return IntStream.range(0, estimates.length).mapToObj(this::marginal).toArray(RankRange[]::new);
  }

  /**
   * A range that holds the true rank of one unit with at least the level, about in many draws: for
   * who asks of one unit chosen beforehand.
   */
  public RankRange marginal(int unit) {
    Domain.within("unit", unit, 0, estimates.length - 1);
    Comparisons comparisons = new Comparisons(estimates, errors);
    FarthestPairs farthest = fronts.farthestFrom(unit);
    if (rule == StepRule.STEP_DOWN) {
      comparisons.stepDown(pairsWith(unit, estimates.length), farthest, level);
    } else {
      double critical = farthest.critical(level);
      for (int other = 0; other < estimates.length; other++) {
        comparisons.decide(unit, other, critical);
        comparisons.decide(other, unit, critical);
      }
    }
    return comparisons.range(unit);
  }

  /**
   * Ranges that with at least the level hold the true ranks of all units at once. They contain
   * those of {@link #marginal()}. They are for readers who ask which unit is first, or read the
   * whole table.
   */
  public RankRange[] simultaneous() {
    Comparisons comparisons = new Comparisons(estimates, errors);
    FarthestPairs farthest = fronts.farthest();
    if (rule == StepRule.STEP_DOWN) {
      comparisons.stepDown(pairs(estimates.length), farthest, level);
    } else if (estimates.length > 0) {
      double critical = farthest.critical(level);
      for (int one = 0; one < estimates.length; one++) {
        for (int other = 0; other < estimates.length; other++) {
          comparisons.decide(one, other, critical);
        }
      }
    }
    return IntStream.range(0, estimates.length)
        .mapToObj(comparisons::range)
        .toArray(RankRange[]::new);
  }

  private static int[][] pairsWith(int unit, int units) {
    return IntStream.range(0, units)
        .filter(other -> other != unit)
        .boxed()
        .flatMap(other -> Stream.of(new int[] {unit, other}, new int[] {other, unit}))
        .toArray(int[][]::new);
  }

  private static int[][] pairs(int units) {
    return IntStream.range(0, units)
        .boxed()
        .flatMap(
            one ->
                IntStream.range(0, units)
                    .filter(other -> other != one)
                    .mapToObj(other -> new int[] {one, other}))
        .toArray(int[][]::new);
  }

  private static void require(double[] estimates, RankErrors errors, double level) {
    if (estimates.length != errors.units()) {
      throw new IllegalArgumentException(
          estimates.length + " estimates, but errors of " + errors.units() + " units");
    }
    if (!Arrays.stream(estimates).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("An estimate is not finite");
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("A level lies between 0 and 1, unlike " + level);
    }
  }
}
