package org.cityeval.numeric.composite;

import java.util.Locale;

/**
 * How the scores of a unit become one number. Under the arithmetic mean a strength makes up for any
 * weakness; under the geometric mean less so the lower the weak score is.
 *
 * <p>Source: Nardo et al. (2008), step 7.
 */
public enum Aggregation {
  /** Weighted mean. */
  ARITHMETIC {
    @Override
    public double term(double score) {
      if (!Double.isFinite(score)) {
        throw new IllegalArgumentException("A score is missing: " + score);
      }
      return score;
    }

    @Override
    public double total(double sumOfWeightedTerms) {
      return sumOfWeightedTerms;
    }
  },
  /** Weighted geometric mean. */
  GEOMETRIC {
    @Override
    public double term(double score) {
      if (!(score > 0 && Double.isFinite(score))) {
        throw new IllegalArgumentException("A geometric mean has no score of " + score);
      }
      return Math.log(score);
    }

    @Override
    public double total(double sumOfWeightedTerms) {
      return Math.exp(sumOfWeightedTerms);
    }
  };

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What a score brings in, before its weight: itself, or its logarithm.
   *
   * @throws IllegalArgumentException where it is not finite, or not above 0 for the geometric mean
   */
  public abstract double term(double score);

  /** The composite, from the sum of terms x weights whose sum is 1. */
  public abstract double total(double sumOfWeightedTerms);

  /**
   * The composite, between the lowest and the highest score.
   *
   * @param weights one per score, not negative, not all zero, in any scale
   */
  public double of(double[] scores, double[] weights) {
    double scale = sum(scores, weights);
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += weights[i] / scale * term(scores[i]);
    }
    return total(sum);
  }

  /**
   * What each score adds: they sum to the composite, or to its logarithm for the geometric mean.
   *
   * @param weights as {@link #of}
   */
  public double[] contributions(double[] scores, double[] weights) {
    double scale = sum(scores, weights);
    double[] contributions = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      contributions[i] = weights[i] / scale * term(scores[i]);
    }
    return contributions;
  }

  private static double sum(double[] scores, double[] weights) {
    if (weights.length != scores.length) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d weights for %d scores", weights.length, scores.length));
    }
    double sum = 0;
    for (double weight : weights) {
      if (!(weight >= 0)) {
        throw new IllegalArgumentException("A weight is not negative, so not " + weight);
      }
      sum += weight;
    }
    if (!(sum > 0) || Double.isInfinite(sum)) {
      throw new IllegalArgumentException("Weights have a sum above 0, not " + sum);
    }
    return sum;
  }
}
