package org.cityeval.comparison;

import java.util.Arrays;
import org.cityeval.numeric.statistics.Quantiles;

/**
 * Ranks, 1 is the highest score, and which ranks the draws cannot tell apart.
 *
 * <p>The marginal interval is the central part of the ranks over the draws (Goldstein &
 * Spiegelhalter 1996); it covers near its level unless scores are almost tied, where it is too
 * narrow. The simultaneous one counts who is certainly better and certainly worse, with one
 * critical value for all pairs (Mogstad, Romano, Shaikh & Wilhelm 2024); it is wide by design.
 */
public final class RankIntervals {
  private RankIntervals() {}

  /**
   * The rank of one unit.
   *
   * @param rank of the score; ties share the better rank
   * @param low best rank of the marginal interval
   * @param high worst rank of the marginal interval
   * @param simultaneousLow best rank when all intervals shall hold at once
   * @param simultaneousHigh worst rank when all intervals shall hold at once
   */
  public record RankInterval(
      int rank, int low, int high, int simultaneousLow, int simultaneousHigh) {}

  /**
   * Ranks with intervals.
   *
   * @param scores one finite score per unit
   * @param draws per unit, what its score could be; all of one length, independent across units
   * @param level nominal coverage
   */
  public static RankInterval[] of(double[] scores, double[][] draws, double level) {
    int units = scores.length;
    RankInterval[] ranks = new RankInterval[units];
    if (units == 0) {
      return ranks;
    }
    int[][] drawn = ranksByDraw(draws);
    boolean[][] surelyAbove = surelyAbove(scores, draws, level);
    for (int unit = 0; unit < units; unit++) {
      int rank = 1;
      int better = 0;
      int worse = 0;
      for (int other = 0; other < units; other++) {
        rank += scores[other] > scores[unit] ? 1 : 0;
        better += surelyAbove[other][unit] ? 1 : 0;
        worse += surelyAbove[unit][other] ? 1 : 0;
      }
      int[] sorted = drawn[unit];
      Arrays.sort(sorted);
      int last = sorted.length - 1;
      int low = sorted[(int) Math.floor((1 - level) / 2 * last)];
      int high = sorted[(int) Math.ceil((1 + level) / 2 * last)];
      ranks[unit] =
          new RankInterval(
              rank,
              Math.min(low, rank),
              Math.max(high, rank),
              Math.min(1 + better, rank),
              Math.max(units - worse, rank));
    }
    return ranks;
  }

  /** Rank of each unit in each draw; ties share the better rank. */
  private static int[][] ranksByDraw(double[][] draws) {
    int units = draws.length;
    int count = draws[0].length;
    int[][] ranks = new int[units][count];
    double[] sorted = new double[units];
    for (int draw = 0; draw < count; draw++) {
      for (int unit = 0; unit < units; unit++) {
        sorted[unit] = -draws[unit][draw];
      }
      double[] order = sorted.clone();
      Arrays.sort(order);
      for (int unit = 0; unit < units; unit++) {
        ranks[unit][draw] = 1 + firstIndexOf(order, sorted[unit]);
      }
    }
    return ranks;
  }

  private static int firstIndexOf(double[] order, double value) {
    int index = Arrays.binarySearch(order, value);
    while (index > 0 && order[index - 1] == value) {
      index--;
    }
    return index;
  }

  /** Whether a unit is above another beyond doubt, all pairs at once. */
  private static boolean[][] surelyAbove(double[] scores, double[][] draws, double level) {
    int units = scores.length;
    int count = draws[0].length;
    double[] means =
        Arrays.stream(draws).mapToDouble(d -> Arrays.stream(d).average().orElse(0)).toArray();
    double[] variances = new double[units];
    for (int unit = 0; unit < units; unit++) {
      for (double draw : draws[unit]) {
        variances[unit] += (draw - means[unit]) * (draw - means[unit]) / count;
      }
    }
    double critical = criticalValue(draws, means, variances, level);
    boolean[][] above = new boolean[units][units];
    for (int one = 0; one < units; one++) {
      for (int other = 0; other < units; other++) {
        double error = Math.sqrt(variances[one] + variances[other]);
        above[one][other] = one != other && scores[one] - scores[other] > critical * error;
      }
    }
    return above;
  }

  /** Quantile of the largest studentised deviation over all pairs. */
  private static double criticalValue(
      double[][] draws, double[] means, double[] variances, double level) {
    int units = draws.length;
    int count = draws[0].length;
    double[] largest = new double[count];
    for (int one = 0; one < units; one++) {
      for (int other = one + 1; other < units; other++) {
        double error = Math.sqrt(variances[one] + variances[other]);
        if (error == 0) {
          continue;
        }
        for (int draw = 0; draw < count; draw++) {
          double deviation =
              Math.abs(draws[one][draw] - means[one] - draws[other][draw] + means[other]) / error;
          largest[draw] = Math.max(largest[draw], deviation);
        }
      }
    }
    return Quantiles.of(largest, level);
  }
}
