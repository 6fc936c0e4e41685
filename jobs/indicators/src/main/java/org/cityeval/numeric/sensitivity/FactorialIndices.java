package org.cityeval.numeric.sensitivity;

import java.util.Arrays;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Domain;

/**
 * What each of several choices (factors) does to a result that is known for every combination of
 * them: exact Sobol indices, where sampling would only estimate them.
 *
 * <p>All levels of a factor are equally likely, and factors independent. Source: Sobol (1993);
 * total effects by Homma and Saltelli (1996).
 */
public final class FactorialIndices {
  /** Cells that differ by less than this share of the largest differ by rounding only. */
  private static final double ROUNDING = 1e-12;

  private FactorialIndices() {}

  /**
   * Shares of the variance, 0..1 and one per factor; all 0 where all cells are equal.
   *
   * @param mean of the cells
   * @param variance of the cells, divisor their number; infinite only where it is too large
   * @param firstOrder what fixing the factor would take from the variance on average, the others
   *     being open; their sum is at most 1, and less where factors interact
   * @param total what would be left, on average, were all other factors fixed: first order and all
   *     interactions of the factor
   */
  public record Indices(double mean, double variance, double[] firstOrder, double[] total) {}

  /**
   * The indices, in time of cells times factors.
   *
   * @param levels how many each factor has, 1 or more
   * @param cells finite, one per combination, the level of the last factor running fastest
   * @throws IllegalArgumentException where the number of cells is not the product of the levels, or
   *     a cell is not finite
   */
  public static Indices of(int[] levels, double[] cells) {
    require(levels, cells);
    BinaryScale scale = BinaryScale.of(cells);
    Indices reduced = ofReduced(levels, scale.reduced(cells));
    return new Indices(
        scale.restored(reduced.mean),
        scale.restored(scale.restored(reduced.variance)),
        reduced.firstOrder,
        reduced.total);
  }

  private static Indices ofReduced(int[] levels, double[] cells) {
    double[] firstOrder = new double[levels.length];
    double[] total = new double[levels.length];
    // From the first cell, so that equal cells differ by 0 exactly.
    double sum = 0;
    double largest = 0;
    for (double cell : cells) {
      sum += cell - cells[0];
      largest = Math.max(largest, Math.abs(cell));
    }
    double mean = cells[0] + sum / cells.length;
    double squares = 0;
    for (double cell : cells) {
      squares += (cell - mean) * (cell - mean);
    }
    double variance = squares / cells.length;
    if (Math.sqrt(variance) <= ROUNDING * largest) {
      return new Indices(mean, 0, firstOrder, total);
    }
    double[] ofLevel = new double[Arrays.stream(levels).max().orElse(0)];
    int stride = cells.length;
    for (int factor = 0; factor < levels.length; factor++) {
      stride /= levels[factor];
      Arrays.fill(ofLevel, 0);
      double within = squaresWithin(cells, mean, stride, levels[factor], ofLevel);
      total[factor] = Math.min(1, within / squares);
      double between = 0;
      for (int level = 0; level < levels[factor]; level++) {
        between += ofLevel[level] * ofLevel[level];
      }
      // Each level has as many cells as the others: a sum of n cells, squared, over n.
      firstOrder[factor] = Math.min(1, between * levels[factor] / cells.length / squares);
    }
    return new Indices(mean, variance, firstOrder, total);
  }

  /**
   * Squares about the mean of the cells that differ in one factor only, summed over all such
   * groups.
   *
   * @param stride from a cell to that with the next level
   * @param ofLevel takes, by level, the sum of the cells less {@code mean}
   */
  private static double squaresWithin(
      double[] cells, double mean, int stride, int levels, double[] ofLevel) {
    double squares = 0;
    for (int block = 0; block < cells.length; block += stride * levels) {
      for (int first = block; first < block + stride; first++) {
        double sum = 0;
        for (int level = 0, i = first; level < levels; level++, i += stride) {
          double fromMean = cells[i] - mean;
          sum += fromMean;
          ofLevel[level] += fromMean;
        }
        double groupMean = sum / levels;
        for (int level = 0, i = first; level < levels; level++, i += stride) {
          double fromGroup = cells[i] - mean - groupMean;
          squares += fromGroup * fromGroup;
        }
      }
    }
    return squares;
  }

  private static void require(int[] levels, double[] cells) {
    Domain.finite("cells", cells);
    long combinations = 1;
    for (int count : levels) {
      combinations = count < 1 ? 0 : Math.min(combinations * count, Integer.MAX_VALUE);
      if (combinations == 0) {
        break;
      }
    }
    if (combinations == 0 || combinations != cells.length) {
      throw new IllegalArgumentException(
          cells.length + " cells for factors of " + Arrays.toString(levels) + " levels");
    }
  }
}
