package org.cityeval.numeric.composite;

/**
 * Turns factors so that each indicator loads on few of them: pairs of factors are rotated in turn
 * by the angle that makes the variance of squared loadings largest, rows scaled to unit length
 * meanwhile (Kaiser 1958).
 */
final class Varimax {
  private static final int MOST_ROUNDS = 500;
  private static final double STILL = 1e-12;

  private Varimax() {}

  /**
   * The rotated loadings.
   *
   * @param loadings one row per indicator, one column per factor; left as they are
   */
  static double[][] rotate(double[][] loadings) {
    double[][] turned = new double[loadings.length][];
    double[] lengths = new double[loadings.length];
    for (int row = 0; row < loadings.length; row++) {
      double squares = 0;
      for (double loading : loadings[row]) {
        squares += loading * loading;
      }
      lengths[row] = squares == 0 ? 1 : Math.sqrt(squares);
      turned[row] = loadings[row].clone();
      for (int factor = 0; factor < turned[row].length; factor++) {
        turned[row][factor] /= lengths[row];
      }
    }
    double largest = 1;
    for (int round = 0; round < MOST_ROUNDS && largest > STILL; round++) {
      largest = 0;
      for (int one = 0; one < loadings[0].length; one++) {
        for (int other = one + 1; other < loadings[0].length; other++) {
          largest = Math.max(largest, Math.abs(turn(turned, one, other)));
        }
      }
    }
    for (int row = 0; row < turned.length; row++) {
      for (int factor = 0; factor < turned[row].length; factor++) {
        turned[row][factor] *= lengths[row];
      }
    }
    return turned;
  }

  /** Turns two factors by the best angle, which is returned. */
  private static double turn(double[][] loadings, int one, int other) {
    double sumU = 0;
    double sumV = 0;
    double squares = 0;
    double products = 0;
    for (double[] row : loadings) {
      double u = row[one] * row[one] - row[other] * row[other];
      double v = 2 * row[one] * row[other];
      sumU += u;
      sumV += v;
      squares += u * u - v * v;
      products += 2 * u * v;
    }
    double n = loadings.length;
    double angle =
        Math.atan2(products - 2 * sumU * sumV / n, squares - (sumU * sumU - sumV * sumV) / n) / 4;
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    for (double[] row : loadings) {
      double first = row[one] * cosine + row[other] * sine;
      row[other] = row[other] * cosine - row[one] * sine;
      row[one] = first;
    }
    return angle;
  }
}
