package org.cityeval.numeric.composite;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/** Weights of indicators that nobody declares (OECD/JRC 2008, step 6). */
public final class Weights {
  /** A factor that explains less than one indicator does is left out (Kaiser 1960). */
  private static final double LEAST_EIGENVALUE = 1;

  private Weights() {}

  /** The same weight for each of {@code count} indicators; they add up to one. */
  public static double[] equal(int count) {
    double[] weights = new double[count];
    Arrays.fill(weights, 1.0 / count);
    return weights;
  }

  /**
   * Weights by principal components: factors of the correlation matrix with an eigenvalue above one
   * (the first in any case), rotated by varimax; each indicator has the square of its highest
   * loading, scaled so that they add up to one. That is what scaling each factor's squared loadings
   * to unity and weighing factors by the variance they explain comes to. An indicator on which
   * nobody differs has none.
   *
   * <p>Source: Nicoletti, Scarpetta & Boylaud (2000), as in OECD/JRC (2008), pages 89 to 91.
   *
   * @param scores one row per unit, one column per indicator; complete
   * @return weights that add up to one; equal ones where nobody differs on anything
   */
  public static double[] principalComponents(double[][] scores) {
    int indicators = scores[0].length;
    double[][] columns = standardised(scores);
    int[] varying =
        java.util.stream.IntStream.range(0, indicators).filter(i -> columns[i] != null).toArray();
    if (varying.length == 0) {
      return equal(indicators);
    }
    double[][] correlation = new double[varying.length][varying.length];
    for (int i = 0; i < varying.length; i++) {
      for (int j = 0; j < varying.length; j++) {
        double sum = 0;
        for (int unit = 0; unit < scores.length; unit++) {
          sum += columns[varying[i]][unit] * columns[varying[j]][unit];
        }
        correlation[i][j] = i == j ? 1 : sum;
      }
    }
    double[][] loadings = Varimax.rotate(loadings(correlation));
    double[] weights = new double[indicators];
    double total = 0;
    for (int i = 0; i < varying.length; i++) {
      double highest = Arrays.stream(loadings[i]).map(l -> l * l).max().orElseThrow();
      weights[varying[i]] = highest;
      total += highest;
    }
    for (int i = 0; i < indicators; i++) {
      weights[i] /= total;
    }
    return weights;
  }

  /** Columns with mean 0 and sum of squares 1; null for one without spread. */
  private static double[][] standardised(double[][] scores) {
    int indicators = scores[0].length;
    double[][] columns = new double[indicators][];
    for (int i = 0; i < indicators; i++) {
      int of = i;
      double[] column = Arrays.stream(scores).mapToDouble(row -> row[of]).toArray();
      double first = column[0];
      if (Arrays.stream(column).allMatch(score -> score == first)) {
        continue;
      }
      double mean = Arrays.stream(column).average().orElseThrow();
      double size = Math.sqrt(Arrays.stream(column).map(s -> (s - mean) * (s - mean)).sum());
      columns[i] = Arrays.stream(column).map(s -> (s - mean) / size).toArray();
    }
    return columns;
  }

  /** Of each indicator on each factor that is kept. */
  private static double[][] loadings(double[][] correlation) {
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(correlation));
    // Descending.
    double[] values = eigen.getEigenvalues();
    int kept =
        Math.max(1, (int) Arrays.stream(values).filter(value -> value > LEAST_EIGENVALUE).count());
    double[][] loadings = new double[correlation.length][kept];
    for (int factor = 0; factor < kept; factor++) {
      double[] vector = eigen.getEigenvector(factor).toArray();
      for (int i = 0; i < loadings.length; i++) {
        loadings[i][factor] = vector[i] * Math.sqrt(Math.max(0, values[factor]));
      }
    }
    return loadings;
  }
}
