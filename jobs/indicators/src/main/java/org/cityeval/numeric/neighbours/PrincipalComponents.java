package org.cityeval.numeric.neighbours;

import java.util.Arrays;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Domain;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealVector;
import org.hipparchus.stat.correlation.Covariance;

/**
 * Directions in which units differ most, each at right angles to those before. They are the
 * eigenvectors of the covariance matrix, the largest eigenvalue first (Jolliffe and Cadima 2016).
 *
 * <p>The sign of a direction is arbitrary; here its largest loading is positive, the first of those
 * that are as large.
 *
 * @param loadings by component and variable, each component of length one
 * @param shares of the variance, by component; 0 where units do not differ
 */
public record PrincipalComponents(double[][] loadings, double[] shares) {
  /** Loadings this near to each other, relative to their size, are as large. */
  private static final double ALIKE = 1e-9;

  /**
   * The first components of units.
   *
   * @param units by unit and variable, complete
   * @param components how many, at most as many as variables
   */
  public static PrincipalComponents of(double[][] units, int components) {
    Domain.atLeast("units", units.length, 1);
    int variables = units[0].length;
    for (double[] unit : units) {
      Domain.sameLength("a unit", unit.length, "the first", variables);
      Domain.finite("a unit", unit);
    }
    Domain.within("components", components, 1, variables);
    // Neither loadings nor shares depend on a scale that all variables have in common.
    BinaryScale scale =
        BinaryScale.of(Arrays.stream(units).flatMapToDouble(Arrays::stream).toArray());
    double[][] reduced = Arrays.stream(units).map(scale::reduced).toArray(double[][]::new);
    // Eigenvalues come in descending order.
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(
            units.length == 1
                ? MatrixUtils.createRealMatrix(variables, variables)
                : new Covariance(reduced).getCovarianceMatrix());
    double variance = Arrays.stream(eigen.getEigenvalues()).sum();
    double[][] loadings = new double[components][];
    double[] shares = new double[components];
    for (int component = 0; component < components; component++) {
      loadings[component] = upwards(eigen.getEigenvector(component));
      shares[component] = variance > 0 ? Math.max(0, eigen.getEigenvalue(component)) / variance : 0;
    }
    return new PrincipalComponents(loadings, shares);
  }

  /** How far a unit lies along a component. */
  public double place(int component, double[] unit) {
    Domain.within("component", component, 0, loadings.length - 1);
    Domain.sameLength("unit", unit.length, "loadings", loadings[component].length);
    double place = 0;
    for (int variable = 0; variable < unit.length; variable++) {
      place += loadings[component][variable] * unit[variable];
    }
    return place;
  }

  /** Two variables load alike, whatever they are; rounding shall not choose between them. */
  private static double[] upwards(RealVector loadings) {
    double largest = 0;
    for (double loading : loadings.toArray()) {
      largest = Math.abs(loading) > Math.abs(largest) * (1 + ALIKE) ? loading : largest;
    }
    return loadings.mapMultiply(Math.signum(largest)).toArray();
  }
}
