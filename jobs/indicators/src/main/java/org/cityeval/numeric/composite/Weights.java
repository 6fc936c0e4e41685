package org.cityeval.numeric.composite;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Domain;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/** How much each indicator counts, as shares that sum to 1. */
public final class Weights {
  /** Factors are kept from this eigenvalue on: they explain as much as an indicator alone. */
  private static final double LEAST_EIGENVALUE = 1;

  /** An eigenvalue this close to the least is taken to be it. */
  private static final double ROUNDING = 1e-9;

  private Weights() {}

  /** The same for each of {@code n} indicators. */
  public static double[] equal(int n) {
    Domain.atLeast("n", n, 0);
    double[] weights = new double[n];
    Arrays.fill(weights, 1.0 / n);
    return weights;
  }

  /**
   * Weights by principal components: what indicators tell in common counts once.
   *
   * <p>Of the correlation matrix the factors with eigenvalue above 1 are kept, or the first where
   * none is, and rotated by normal varimax. An indicator goes to the factor that it loads highest
   * on. Within the factor it counts by its squared loading, scaled to sum 1 over all indicators.
   * The factor counts by its share of the variance that all of them explain. That scale is the
   * factor's variance, which the share multiplies again: what is left is the squared loading
   * itself, rescaled.
   *
   * <p>These weights say what overlaps, not what matters. Source: Nicoletti, Scarpetta and Boylaud
   * (2000), as in Nardo et al. (2008), step 6; rotation: Kaiser (1958).
   *
   * @param scores by unit and indicator, complete, at least two units
   * @return one weight per indicator; 0 where all units are equal in it, unless they are in all
   */
  public static double[] principalComponents(double[][] scores) {
    if (scores.length < 2) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "scores of %d units show no correlation", scores.length));
    }
    for (double[] row : scores) {
      Domain.sameLength("a row of scores", row.length, "the first", scores[0].length);
    }
    int indicators = scores[0].length;
    double[][] columns =
        IntStream.range(0, indicators)
            .mapToObj(j -> Arrays.stream(scores).mapToDouble(row -> row[j]).toArray())
            .toArray(double[][]::new);
    int[] varying = IntStream.range(0, indicators).filter(j -> varies(columns[j])).toArray();
    if (varying.length == 0) {
      return equal(indicators);
    }
    double[][] loadings =
        loadings(
            Arrays.stream(varying).mapToObj(j -> standard(columns[j])).toArray(double[][]::new));
    Varimax.rotate(loadings);
    double[] weights = new double[indicators];
    for (int i = 0; i < varying.length; i++) {
      weights[varying[i]] = Arrays.stream(loadings[i]).map(l -> l * l).max().orElseThrow();
    }
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  /** Loadings by indicator and kept factor, the largest factor first. */
  private static double[][] loadings(double[][] standard) {
    int n = standard.length;
    double[][] correlation = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double product = i == j ? 1 : product(standard[i], standard[j]);
        correlation[i][j] = product;
        correlation[j][i] = product;
      }
    }
    // Eigenvalues come in descending order.
    var eigen = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(correlation));
    int kept = 1;
    while (kept < n && eigen.getEigenvalue(kept) >= LEAST_EIGENVALUE - ROUNDING) {
      kept++;
    }
    double[][] loadings = new double[n][kept];
    for (int factor = 0; factor < kept; factor++) {
      double[] vector = eigen.getEigenvector(factor).toArray();
      double scale = Math.sqrt(eigen.getEigenvalue(factor));
      for (int i = 0; i < n; i++) {
        loadings[i][factor] = scale * vector[i];
      }
    }
    return loadings;
  }

  private static boolean varies(double[] column) {
    if (!Arrays.stream(column).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("A score is missing");
    }
    return Arrays.stream(column).anyMatch(value -> value != column[0]);
  }

  /** Deviations from the mean, of length 1. */
  private static double[] standard(double[] column) {
    double[] reduced = BinaryScale.of(column).reduced(column);
    double mean = Arrays.stream(reduced).average().orElseThrow();
    double[] deviations = Arrays.stream(reduced).map(value -> value - mean).toArray();
    double largest = Arrays.stream(deviations).map(Math::abs).max().orElseThrow();
    double[] scaled = Arrays.stream(deviations).map(deviation -> deviation / largest).toArray();
    double length = Math.sqrt(product(scaled, scaled));
    return Arrays.stream(scaled).map(deviation -> deviation / length).toArray();
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
