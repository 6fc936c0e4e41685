package org.cityeval.numeric.space;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cityeval.numeric.statistics.FalseDiscovery;
import org.cityeval.numeric.statistics.Tails;

/**
 * Which districts are like their neighbours, and which stand out: local Moran statistics. Above 0
 * for a district on the same side of the mean as its neighbours together, below 0 for one on the
 * other side. {@code deviation} and {@code lag} say which side that is.
 *
 * <p>Source: Anselin (1995). The second moment has divisor n, as in spdep; programs that divide by
 * n - 1 give values smaller by (n - 1)/n. The local values then add up to {@link MoranI} times the
 * districts that have a neighbour. Every array has one element per district, {@code NaN} for one
 * that is not observed. An island has only a deviation. Where all values are equal there are no
 * statistics either. Where a value is infinite nothing is known.
 *
 * @param local deviation times lag, over the second moment
 * @param deviation value less the mean
 * @param lag mean deviation of the neighbours
 * @param expected of {@code local} where the district keeps its value and the others change places
 * @param variance of {@code local} over those changes of places (Sokal, Oden and Thomson 1998)
 */
public record LocalMoran(
    double[] local, double[] deviation, double[] lag, double[] expected, double[] variance) {
  /**
   * The statistics, in time linear in districts and links.
   *
   * @param values one per district; {@code NaN} leaves the district and its links out
   */
  public static LocalMoran of(double[] values, Neighbours neighbours) {
    Deviations deviations = Deviations.of(values, neighbours);
    Neighbours links = deviations.links();
    double[] z = deviations.z();
    int n = z.length;
    double second = deviations.squares() / n;
    double[] local = new double[n];
    double[] lag = new double[n];
    double[] expected = new double[n];
    double[] variance = new double[n];
    for (int i = 0; i < n; i++) {
      double count = links.count(i);
      lag[i] = links.sumAround(i, z) / count;
      local[i] = z[i] * lag[i] / second;
      expected[i] = count == 0 ? Double.NaN : -z[i] * z[i] / ((n - 1) * second);
      // A mean of some of the others, drawn without putting back.
      double ofOthers = n * (second - z[i] * z[i] / (n - 1)) / (n - 2);
      double drawn = (1 / count - 1.0 / (n - 1)) * ofOthers;
      variance[i] = count == 0 || n < 3 ? Double.NaN : Math.pow(z[i] / second, 2) * drawn;
    }
    return new LocalMoran(
        deviations.spread(local, values.length),
        deviations.spread(restored(z, deviations), values.length),
        deviations.spread(restored(lag, deviations), values.length),
        deviations.spread(expected, values.length),
        deviations.spread(variance, values.length));
  }

  /** In the unit of the values; {@code NaN} where no double is so large. */
  private static double[] restored(double[] reduced, Deviations deviations) {
    return Arrays.stream(reduced)
        .map(deviations.scale()::restored)
        .map(value -> Double.isFinite(value) ? value : Double.NaN)
        .toArray();
  }

  /**
   * Two-sided p-value of each local statistic, by conditional permutation: the district keeps its
   * value, and its neighbours' values are drawn from all the other districts. {@code NaN} where the
   * statistic is. Thousands of tests are made at once: see {@link FalseDiscovery}.
   *
   * <p>Only the neighbours are drawn, so the time is permutations times links, and the square of
   * the districts once.
   *
   * @param permutations 999 or more; the smallest p-value is 2/(permutations + 1)
   */
  public static double[] pValues(
      double[] values, Neighbours neighbours, int permutations, long seed) {
    Tails.requireEnough(permutations);
    Deviations deviations = Deviations.of(values, neighbours);
    double[] p = new double[deviations.size()];
    if (!deviations.vary()) {
      Arrays.fill(p, Double.NaN);
    } else {
      SplittableRandom random = new SplittableRandom(seed);
      double[] others = new double[p.length - 1];
      for (int i = 0; i < p.length; i++) {
        p[i] = pValue(deviations, i, others, permutations, random);
      }
    }
    return deviations.spread(p, values.length);
  }

  /**
   * The p-value of one district.
   *
   * @param others written over: as many places as there are other districts
   */
  private static double pValue(
      Deviations deviations,
      int district,
      double[] others,
      int permutations,
      SplittableRandom random) {
    double[] z = deviations.z();
    int count = deviations.links().count(district);
    if (count == 0) {
      return Double.NaN;
    }
    if (Math.abs(z[district]) <= Deviations.ROUNDING * deviations.standardDeviation()) {
      // On the mean, the statistic is 0 whatever the neighbours are.
      return 1;
    }
    System.arraycopy(z, 0, others, 0, district);
    System.arraycopy(z, district + 1, others, district, others.length - district);
    double observed = deviations.links().sumAround(district, z);
    double rounding = Deviations.ROUNDING * count * deviations.standardDeviation();
    int above = 0;
    int below = 0;
    for (int draw = 0; draw < permutations; draw++) {
      double sum = 0;
      // The start of a shuffle; whatever order the last one left is as good as any.
      for (int k = 0; k < count; k++) {
        int from = k + random.nextInt(others.length - k);
        double drawn = others[from];
        others[from] = others[k];
        others[k] = drawn;
        sum += drawn;
      }
      above += sum >= observed - rounding ? 1 : 0;
      below += sum <= observed + rounding ? 1 : 0;
    }
    return Tails.ofDraws(above, below, permutations).twoSided();
  }
}
