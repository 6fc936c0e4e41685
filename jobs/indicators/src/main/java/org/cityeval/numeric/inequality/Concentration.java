package org.cityeval.numeric.inequality;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Ranks;
import org.cityeval.numeric.statistics.Selection;

/**
 * Whether a burden falls on those low or high in some order. Equal rank variables share a rank. A
 * district with a {@code NaN} or without weight is left out. With an infinity, in values, order or
 * weights, nothing is known.
 *
 * <p>Source: Kakwani (1980); Wagstaff, Paci and van Doorslaer (1991).
 */
public final class Concentration {
  private Concentration() {}

  /**
   * Concentration index: twice the covariance of value and fractional rank, over the mean value.
   * Within -1..1 for values that are not negative; below 0 where the low ranks bear more, 0 where
   * rank does not matter.
   *
   * @param values the burden, one per district
   * @param rankVariable what the districts are ordered by, lowest first
   * @param weights residents, or ones
   * @return {@code NaN} where the mean value is zero or no district is left
   */
  public static double index(double[] values, double[] rankVariable, double[] weights) {
    Ranked ranked = Ranked.of(values, rankVariable, weights);
    return ranked.sum() != 0 ? ranked.products() / ranked.sum() : Double.NaN;
  }

  /**
   * The index for a value with a floor and a ceiling, such as a share. It lies within -1..1. It has
   * the same size and the other sign if shortfall is measured instead of attainment. Four times the
   * concentration index times the mean, over the range, for values that start at zero.
   *
   * <p>Source: Erreygers (2009).
   *
   * @param floor least possible value, not the least that occurs
   * @param ceiling greatest possible value
   * @return {@code NaN} where a value lies outside the bounds or no district is left
   */
  public static double bounded(
      double[] values, double[] rankVariable, double[] weights, double floor, double ceiling) {
    if (!(floor < ceiling && Double.isFinite(floor) && Double.isFinite(ceiling))) {
      throw new IllegalArgumentException("No range from floor " + floor + " to ceiling " + ceiling);
    }
    Ranked ranked = Ranked.of(values, rankVariable, weights);
    BinaryScale scale = ranked.scale();
    double low = scale.reduced(floor);
    double high = scale.reduced(ceiling);
    boolean within = Arrays.stream(ranked.value()).allMatch(v -> v >= low && v <= high);
    return within ? 4 * ranked.products() / (ranked.total() * (high - low)) : Double.NaN;
  }

  /**
   * Share of all that the lowest {@code share} of the weight bears, 0..1: the concentration curve,
   * or, ordered by the values themselves, the Lorenz curve. A district that only partly belongs to
   * the lowest counts by that part, as do districts of equal rank together.
   *
   * @param share in 0..1
   * @return {@code NaN} where there is nothing to bear, or a value is negative
   */
  public static double curve(
      double[] values, double[] rankVariable, double[] weights, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("The lowest are a share of 0 to 1, not " + share);
    }
    Ranked ranked = Ranked.of(values, rankVariable, weights);
    double[] value = ranked.value();
    if (!(ranked.sum() > 0) || Arrays.stream(value).anyMatch(v -> v < 0)) {
      return Double.NaN;
    }
    double left = share * ranked.total();
    double borne = 0;
    for (int[] tie : Ranks.ties(ranked.variable())) {
      double weight = 0;
      double sum = 0;
      for (int i : tie) {
        weight += ranked.weight()[i];
        sum += ranked.weight()[i] * value[i];
      }
      borne += left > 0 ? Math.min(1, left / weight) * sum : 0;
      left -= weight;
    }
    return Math.min(1, borne / ranked.sum());
  }

  /**
   * The districts that count: what each bears, what it is ordered by, and its weight.
   *
   * @param value in {@code scale}
   * @param weight in a scale of its own
   */
  private record Ranked(double[] value, double[] variable, double[] weight, BinaryScale scale) {
    static Ranked of(double[] values, double[] rankVariable, double[] weights) {
      Domain.sameLength("values", values.length, "rankVariable", rankVariable.length);
      Domain.sameLength("values", values.length, "weights", weights.length);
      boolean known =
          !Domain.holdsInfinity(values)
              && !Domain.holdsInfinity(rankVariable)
              && !Domain.holdsInfinity(weights);
      int[] kept =
          IntStream.range(0, values.length)
              .filter(i -> !Double.isNaN(values[i]) && !Double.isNaN(rankVariable[i]))
              .filter(i -> weights[i] > 0 && known)
              .toArray();
      BinaryScale scale = BinaryScale.of(values);
      return new Ranked(
          scale.reduced(Selection.of(values, kept)),
          Selection.of(rankVariable, kept),
          BinaryScale.of(weights).reduced(Selection.of(weights, kept)),
          scale);
    }

    double total() {
      return Arrays.stream(weight).sum();
    }

    double sum() {
      return IntStream.range(0, value.length).mapToDouble(i -> weight[i] * value[i]).sum();
    }

    /** Twice the covariance of value and rank, times the total weight. */
    double products() {
      double[] rank = Ranks.fractional(variable, weight);
      return IntStream.range(0, value.length)
          .mapToDouble(i -> weight[i] * value[i] * (2 * rank[i] - 1))
          .sum();
    }
  }
}
