package org.cityeval.numeric.composite;

import java.util.Locale;

/**
 * Which weighted mean makes a composite of scores (OECD/JRC 2008, step 7): a mean of terms, which
 * the identity or the logarithm makes of scores, brought back by {@link #total}. With the geometric
 * mean a bad score is made good only in part by another.
 */
public enum Aggregation {
  ARITHMETIC,
  /** Needs scores above zero. */
  GEOMETRIC;

  /** How it is written in configs and tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is weighed and added up of a score; of a geometric mean the natural logarithm. */
  public double term(double score) {
    return this == ARITHMETIC ? score : Math.log(score);
  }

  /** The composite that a sum of weighed terms stands for. */
  public double total(double sum) {
    return this == ARITHMETIC ? sum : Math.exp(sum);
  }

  /**
   * The mean of scores.
   *
   * @param weights one per score, not negative, not all zero; they need not add up to one
   * @throws IllegalArgumentException if a score that has weight is {@code NaN}, or not above zero
   *     for a geometric mean
   */
  public double of(double[] scores, double[] weights) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < scores.length; i++) {
      if (!(weights[i] >= 0)) {
        throw new IllegalArgumentException("A weight is " + weights[i]);
      }
      if (weights[i] == 0) {
        continue;
      }
      if (Double.isNaN(scores[i]) || (this == GEOMETRIC && scores[i] <= 0)) {
        throw new IllegalArgumentException("No " + id() + " mean of a score " + scores[i]);
      }
      sum += weights[i] * term(scores[i]);
      total += weights[i];
    }
    if (total == 0) {
      throw new IllegalArgumentException("Nothing has weight");
    }
    return total(sum / total);
  }
}
