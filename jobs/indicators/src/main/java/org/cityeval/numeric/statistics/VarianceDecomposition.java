package org.cityeval.numeric.statistics;

/**
 * How much of the spread of values lies between groups (districts) and how much within them (days):
 * one-way analysis of variance, groups of any size.
 *
 * <p>Source: Fisher (1925); intraclass correlation by Shrout and Fleiss (1979), case 1.
 *
 * @param between sum of squares of the group means about the mean of all, each value counted
 * @param within sum of squares of the values about the mean of their group
 * @param groups with a value
 * @param values observed, each as much as it counts
 * @param groupSize size of a group for the intraclass correlation. It is the common size, or for
 *     groups of unequal size n0 = (N - sum of n_g^2 / N) / (G - 1), from the expected mean squares
 *     (Snedecor and Cochran 1967). {@code NaN} for fewer than two groups
 */
public record VarianceDecomposition(
    double between, double within, int groups, double values, double groupSize) {
  /**
   * The decomposition.
   *
   * @param values by group and position; {@code NaN} left out; where one is infinite, or squares
   *     are too large, there are no sums of squares
   * @param weights how much the values of a position count, 0 or more; as long as every group
   */
  public static VarianceDecomposition of(double[][] values, double[] weights) {
    Spread all = new Spread();
    Spread[] groups = new Spread[values.length];
    for (double weight : weights) {
      Domain.within("weights", weight, 0, Double.MAX_VALUE);
    }
    int observed = 0;
    double within = 0;
    double sizes = 0;
    for (int group = 0; group < values.length; group++) {
      Domain.sameLength("values", values[group].length, "weights", weights.length);
      Spread one = new Spread();
      for (int position = 0; position < weights.length; position++) {
        double value = values[group][position];
        if (weights[position] > 0 && !Double.isNaN(value)) {
          one.add(value, weights[position]);
          all.add(value, weights[position]);
        }
      }
      groups[group] = one;
      observed += one.size > 0 ? 1 : 0;
      within += one.squares;
      sizes += one.size * one.size;
    }
    double between = 0;
    for (Spread one : groups) {
      between += one.size * (one.mean - all.mean) * (one.mean - all.mean);
    }
    if (!Double.isFinite(between + within)) {
      between = Double.NaN;
      within = Double.NaN;
    }
    double unequal = all.size - sizes / all.size;
    double groupSize =
        observed < 2 || Double.isInfinite(unequal) ? Double.NaN : unequal / (observed - 1);
    if (Double.isInfinite(all.size)) {
      throw new IllegalArgumentException("The weights add up to more than a number holds");
    }
    return new VarianceDecomposition(between, within, observed, all.size, groupSize);
  }

  /**
   * The {@link #etaSquared()} of {@link #of} by the one position that counts {@code weight}, where
   * each other counts once. The same to the last bit, in one pass over the values.
   *
   * @param values as there
   * @param weight above 0
   */
  public static double[] etaSquared(double[][] values, double weight) {
    Domain.within("weight", weight, Double.MIN_VALUE, Double.MAX_VALUE);
    int positions = values.length == 0 ? 0 : values[0].length;
    Spreads all = new Spreads(positions);
    Spreads[] groups = new Spreads[values.length];
    double[] within = new double[positions];
    for (int group = 0; group < values.length; group++) {
      Domain.sameLength("values", values[group].length, "of the first", positions);
      Spreads one = new Spreads(positions);
      for (int position = 0; position < positions; position++) {
        double value = values[group][position];
        if (!Double.isNaN(value)) {
          one.add(value, position, weight);
          all.add(value, position, weight);
        }
      }
      groups[group] = one;
      for (int lane = 0; lane < positions; lane++) {
        within[lane] += one.squares[lane];
      }
    }
    double[] etaSquared = new double[positions];
    for (int lane = 0; lane < positions; lane++) {
      double between = 0;
      for (Spreads one : groups) {
        double fromMean = one.mean[lane] - all.mean[lane];
        between += one.size[lane] * fromMean * fromMean;
      }
      double sum = between + within[lane];
      etaSquared[lane] = Double.isFinite(sum) ? between / sum : Double.NaN;
    }
    return etaSquared;
  }

  /**
   * Share of the sum of squares that lies between groups, 0..1; {@code NaN} where all values are
   * equal. Above 0 by chance alone, the more so the fewer values a group has.
   */
  public double etaSquared() {
    return between / (between + within);
  }

  /**
   * ICC(1), the correlation of two values of one group: from -1/(groupSize - 1) to 1, below 0 where
   * groups differ less than chance would make them. {@code NaN} for fewer than two groups, without
   * a group of two, or where all values are equal.
   */
  public double intraclassCorrelation() {
    if (groups < 2 || values <= groups) {
      return Double.NaN;
    }
    double meanBetween = between / (groups - 1);
    double meanWithin = within / (values - groups);
    return (meanBetween - meanWithin) / (meanBetween + (groupSize - 1) * meanWithin);
  }

  /** Running mean and squares about it (West 1979): exact where all values are equal. */
  private static final class Spread {
    private double size;
    private double mean;
    private double squares;

    void add(double value, double weight) {
      size += weight;
      double fromMean = value - mean;
      mean += weight / size * fromMean;
      squares += weight * fromMean * (value - mean);
    }
  }

  /** One {@link Spread} by each position that alone counts more or less. */
  private static final class Spreads {
    private final double[] size;
    private final double[] mean;
    private final double[] squares;

    Spreads(int positions) {
      this.size = new double[positions];
      this.mean = new double[positions];
      this.squares = new double[positions];
    }

    /** Adds a value that counts {@code weight} at its own position, and once at the others. */
    void add(double value, int own, double weight) {
      double ownSize = size[own] + weight;
      double fromOwn = value - mean[own];
      double ownMean = mean[own] + weight / ownSize * fromOwn;
      double ownSquares = squares[own] + weight * fromOwn * (value - ownMean);
      for (int i = 0; i < size.length; i++) {
        double larger = size[i] + 1;
        double fromMean = value - mean[i];
        double moved = mean[i] + 1 / larger * fromMean;
        size[i] = larger;
        mean[i] = moved;
        squares[i] += fromMean * (value - moved);
      }
      size[own] = ownSize;
      mean[own] = ownMean;
      squares[own] = ownSquares;
    }
  }
}
