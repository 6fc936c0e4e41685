package org.cityeval.numeric.classification;

import java.util.Arrays;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.Domain;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Agreement of two gradings of the same cases beyond what their margins give by chance. It is 1
 * where all agree, 0 as by chance, below 0 where they avoid each other. Weights let a near miss
 * count as part of an agreement.
 *
 * <p>Source: Cohen (1960, 1968). The error is the large-sample one of Fleiss, Cohen and Everitt
 * (1969) and assumes independent cases; days of one district are not.
 *
 * @param kappa at most 1; {@code NaN} without cases, or where both gradings use one and the same
 *     grade only
 * @param standardError of kappa, not assuming that it is 0
 */
public record WeightedKappa(double kappa, double standardError) {
  private static final double MOST_GRADES = 1000;

  /** What two grades that differ are worth, from 1 (equal) to 0 (the ends of the scale). */
  public enum Weighting {
    /** Nothing: for grades without order. */
    UNWEIGHTED,
    /** Less in proportion to the distance. */
    LINEAR,
    /** Less in proportion to the squared distance, so that near misses cost little. */
    QUADRATIC;

    double weight(int first, int second, int grades) {
      double distance = grades < 2 ? 0 : Math.abs(first - second) / (grades - 1.0);
      return switch (this) {
        case UNWEIGHTED -> first == second ? 1 : 0;
        case LINEAR -> 1 - distance;
        case QUADRATIC -> 1 - distance * distance;
      };
    }
  }

  /**
   * How many cases have each pair of grades.
   *
   * @param first grades 1 to {@code grades}, whole; a case with a {@code NaN} grade is left out
   * @param grades 1 to 1,000
   * @return counts by first, then second grade, from 0
   */
  public static long[][] table(double[] first, double[] second, int grades) {
    Domain.sameLength("first", first.length, "second", second.length);
    Domain.within("grades", grades, 1, MOST_GRADES);
    long[][] table = new long[grades][grades];
    for (int i = 0; i < first.length; i++) {
      if (!Double.isNaN(first[i]) && !Double.isNaN(second[i])) {
        table[grade(first[i], grades)][grade(second[i], grades)]++;
      }
    }
    return table;
  }

  /**
   * Kappa of a square table of counts.
   *
   * @param table cases by the grade of the first and of the second grading, grades in their order
   * @throws IllegalArgumentException for a table that is not square, or a negative count
   */
  public static WeightedKappa of(long[][] table, Weighting weighting) {
    double[][] counts = new double[table.length][];
    for (int i = 0; i < table.length; i++) {
      counts[i] = Arrays.stream(table[i]).asDoubleStream().toArray();
    }
    return of(counts, weighting);
  }

  /** Kappa of a square table of cases that count more or less, 0 or more each. */
  public static WeightedKappa of(double[][] table, Weighting weighting) {
    Agreement found = Agreement.of(table, weighting);
    int grades = table.length;
    double squares = 0;
    for (int i = 0; i < grades; i++) {
      for (int j = 0; j < grades; j++) {
        double weight = weighting.weight(i, j, grades);
        double reach = weight - (found.firstMean[i] + found.secondMean[j]) * (1 - found.kappa);
        squares += table[i][j] / found.cases * reach * reach;
      }
    }
    double centre = found.kappa - found.chance * (1 - found.kappa);
    // Full agreement leaves no variance, but may leave a rounding error below zero.
    double variance = Math.max(0, squares - centre * centre) / found.cases;
    return new WeightedKappa(found.kappa, Math.sqrt(variance) / (1 - found.chance));
  }

  /**
   * The kappa of {@link #of(double[][], Weighting)} alone, for those who find its error elsewhere.
   */
  public static double kappa(double[][] table, Weighting weighting) {
    return Agreement.of(table, weighting).kappa;
  }

  /**
   * What kappa and its error are made of.
   *
   * @param chance agreement that the margins give
   * @param firstMean mean worth of each first grade beside the second grades as they are
   * @param secondMean the same of each second grade
   */
  private record Agreement(
      double cases, double chance, double kappa, double[] firstMean, double[] secondMean) {
    static Agreement of(double[][] table, Weighting weighting) {
      int grades = table.length;
      double cases = 0;
      for (double[] row : table) {
        Domain.sameLength("rows of the table", grades, "columns", row.length);
        for (double count : row) {
          Domain.within("a count of the table", count, 0, Double.MAX_VALUE);
          cases += count;
        }
      }
      if (Double.isInfinite(cases)) {
        throw new IllegalArgumentException("The table adds up to more than a number holds");
      }
      double[] firstShare = new double[grades];
      double[] secondShare = new double[grades];
      for (int i = 0; i < grades; i++) {
        for (int j = 0; j < grades; j++) {
          double share = table[i][j] / cases;
          firstShare[i] += share;
          secondShare[j] += share;
        }
      }
      double observed = 0;
      double chance = 0;
      double[] firstMean = new double[grades];
      double[] secondMean = new double[grades];
      for (int i = 0; i < grades; i++) {
        for (int j = 0; j < grades; j++) {
          double weight = weighting.weight(i, j, grades);
          observed += weight * table[i][j] / cases;
          chance += weight * firstShare[i] * secondShare[j];
          firstMean[i] += weight * secondShare[j];
          secondMean[j] += weight * firstShare[i];
        }
      }
      double kappa = (observed - chance) / (1 - chance);
      return new Agreement(cases, chance, kappa, firstMean, secondMean);
    }
  }

  /** Normal interval, cut off at -1 and 1. */
  public Bounds interval(double level) {
    Domain.between0And1("level", level);
    double z = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
    double reach = z * standardError;
    return new Bounds(Math.max(-1, kappa - reach), Math.min(1, kappa + reach));
  }

  private static int grade(double grade, int grades) {
    if (!(grade >= 1 && grade <= grades && grade == Math.rint(grade))) {
      throw new IllegalArgumentException("Grades are 1 to " + grades + ", not " + grade);
    }
    return (int) grade - 1;
  }
}
