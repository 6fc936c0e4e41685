package org.cityeval.numeric.inequality;

import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.Ranks;
import org.cityeval.numeric.timeseries.DayBlocks;

/**
 * Whether a burden falls on those low or high in some order.
 *
 * <p>Source: Kakwani (1980); Wagstaff, Paci and van Doorslaer (1991).
 */
public final class Concentration {
  private Concentration() {}

  /**
   * Concentration index: twice the covariance of value and fractional rank, over the mean value.
   * Within -1..1 for values that are not negative; below 0 where the low ranks bear more, 0 where
   * rank does not matter. Equal rank variables share a rank.
   *
   * @param values the burden, one per district
   * @param rankVariable what the districts are ordered by, lowest first
   * @param weights residents, or ones; a district with a {@code NaN} or no weight is left out
   * @return {@code NaN} where the mean value is zero or no district is left
   */
  public static double index(double[] values, double[] rankVariable, double[] weights) {
    int[] kept =
        IntStream.range(0, values.length)
            .filter(i -> !Double.isNaN(values[i]) && !Double.isNaN(rankVariable[i]))
            .filter(i -> weights[i] > 0)
            .toArray();
    double[] value = DayBlocks.take(values, kept);
    double[] weight = DayBlocks.take(weights, kept);
    double[] rank = Ranks.fractional(DayBlocks.take(rankVariable, kept), weight);
    double total = 0;
    double sum = 0;
    double products = 0;
    for (int i = 0; i < kept.length; i++) {
      total += weight[i];
      sum += weight[i] * value[i];
      products += weight[i] * value[i] * (2 * rank[i] - 1);
    }
    return total > 0 && sum != 0 ? products / sum : Double.NaN;
  }
}
