package org.cityeval.numeric.space;

import java.util.SplittableRandom;
import org.cityeval.numeric.statistics.Tails;

/**
 * Whether neighbours are alike: Moran's I with row-standardised weights. Above its expectation
 * where like lies by like, below it where neighbours differ. It is no correlation. It lies between
 * the extreme eigenvalues of the weights made symmetric, (W + W')/2, times n over the districts
 * that have a neighbour (de Jong, Sprenger and van Veen 1984). These may lie beyond -1 and 1.
 *
 * <p>Source: Moran (1950); moments by Cliff and Ord (1981). With a dozen districts the normal
 * approximation is poor and the power low: use {@link #permuted}.
 *
 * @param districts observed, islands included
 * @param islands observed districts without an observed neighbour; they enter the mean and the
 *     number of districts, with a weight of 0
 * @param i {@code NaN} where all values are equal, one is infinite, or no district has a neighbour
 * @param expected -1/(n - 1), without association
 * @param varianceNormal of I were the values normal
 * @param varianceRandomised of I over all rearrangements of the values; {@code NaN} for fewer than
 *     four districts
 */
public record MoranI(
    int districts,
    int islands,
    double i,
    double expected,
    double varianceNormal,
    double varianceRandomised) {
  /**
   * The statistic, in time linear in districts and links.
   *
   * @param values one per district; {@code NaN} leaves the district and its links out
   */
  public static MoranI of(double[] values, Neighbours neighbours) {
    Deviations deviations = Deviations.of(values, neighbours);
    int n = deviations.size();
    int islands = deviations.links().islands().length;
    if (islands == n || !deviations.vary()) {
      return new MoranI(n, islands, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    Neighbours links = deviations.links();
    double s0 = n - islands;
    double[] column = new double[n];
    double s1 = 0;
    double fourth = 0;
    for (int i = 0; i < n; i++) {
      double weight = links.weight(i);
      for (int k = 0; k < links.count(i); k++) {
        int j = links.neighbour(i, k);
        column[j] += weight;
        s1 += weight * (weight + (links.links(j, i) ? links.weight(j) : 0));
      }
      fourth += Math.pow(deviations.z()[i], 4);
    }
    double s2 = 0;
    for (int i = 0; i < n; i++) {
      s2 += Math.pow((links.count(i) > 0 ? 1 : 0) + column[i], 2);
    }
    double size = n;
    double expected = -1 / (size - 1);
    double kurtosis = size * fourth / (deviations.squares() * deviations.squares());
    double normal = (size * size * s1 - size * s2 + 3 * s0 * s0) / (s0 * s0 * (size * size - 1));
    double shapeless = size * ((size * size - 3 * size + 3) * s1 - size * s2 + 3 * s0 * s0);
    double shaped = kurtosis * ((size * size - size) * s1 - 2 * size * s2 + 6 * s0 * s0);
    double randomised = (shapeless - shaped) / ((size - 1) * (size - 2) * (size - 3) * s0 * s0);
    return new MoranI(
        n,
        islands,
        size / s0 * products(deviations.z(), links) / deviations.squares(),
        expected,
        normal - expected * expected,
        n < 4 ? Double.NaN : randomised - expected * expected);
  }

  /** Standard score under the assumption of normal values. */
  public double zNormal() {
    return (i - expected) / Math.sqrt(varianceNormal);
  }

  /** Standard score over all rearrangements. */
  public double zRandomised() {
    return (i - expected) / Math.sqrt(varianceRandomised);
  }

  /**
   * p-values of I over random rearrangements of the values on the map; the upper tail is that of
   * like neighbours. Undefined where I is. Time is permutations times districts and links.
   *
   * @param permutations 999 or more
   */
  public static Tails permuted(
      double[] values, Neighbours neighbours, int permutations, long seed) {
    Tails.requireEnough(permutations);
    Deviations deviations = Deviations.of(values, neighbours);
    if (deviations.linkedDistricts() == 0 || !deviations.vary()) {
      return Tails.UNDEFINED;
    }
    Neighbours links = deviations.links();
    double observed = products(deviations.z(), links);
    double rounding = Deviations.ROUNDING * deviations.squares();
    double[] z = deviations.z().clone();
    SplittableRandom random = new SplittableRandom(seed);
    int above = 0;
    int below = 0;
    for (int draw = 0; draw < permutations; draw++) {
      for (int i = z.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        double swapped = z[i];
        z[i] = z[j];
        z[j] = swapped;
      }
      double products = products(z, links);
      above += products >= observed - rounding ? 1 : 0;
      below += products <= observed + rounding ? 1 : 0;
    }
    return Tails.ofDraws(above, below, permutations);
  }

  private static double products(double[] z, Neighbours links) {
    double products = 0;
    for (int i = 0; i < z.length; i++) {
      products += z[i] * links.weight(i) * links.sumAround(i, z);
    }
    return products;
  }
}
