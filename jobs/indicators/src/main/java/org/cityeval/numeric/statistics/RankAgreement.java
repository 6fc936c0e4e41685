package org.cityeval.numeric.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Whether several rankings of the same districts agree, such as those of several waves. */
public final class RankAgreement {
  private RankAgreement() {}

  /**
   * Kendall's coefficient of concordance W: 1 where all rankings are the same, 0 where the mean
   * ranks of all districts are equal. Tied values share their mean rank, and the largest possible
   * spread is lowered to match.
   *
   * <p>Source: Kendall and Babington Smith (1939).
   *
   * @param values by ranking, then district; a district with a {@code NaN} in any is left out
   * @return {@code NaN} for fewer than two rankings or districts, where no ranking tells any two
   *     districts apart, or with an infinite value
   */
  public static double kendallW(double[][] values) {
    if (values.length < 2) {
      return Double.NaN;
    }
    for (double[] ranking : values) {
      Domain.sameLength("values", ranking.length, "values of the first ranking", values[0].length);
      if (Domain.holdsInfinity(ranking)) {
        return Double.NaN;
      }
    }
    int[] kept =
        IntStream.range(0, values[0].length)
            .filter(i -> IntStream.range(0, values.length).noneMatch(j -> isMissing(values, j, i)))
            .toArray();
    double middle = (kept.length + 1) / 2.0;
    double[] sums = new double[kept.length];
    double largest = 0;
    for (double[] ranking : values) {
      double[] ranks = Ranks.average(Arrays.stream(kept).mapToDouble(i -> ranking[i]).toArray());
      for (int i = 0; i < ranks.length; i++) {
        sums[i] += ranks[i] - middle;
        largest += (ranks[i] - middle) * (ranks[i] - middle);
      }
    }
    double spread = 0;
    for (double sum : sums) {
      spread += sum * sum;
    }
    return spread / (values.length * largest);
  }

  private static boolean isMissing(double[][] values, int ranking, int district) {
    return Double.isNaN(values[ranking][district]);
  }
}
