package org.cityeval.numeric.composite;

import java.util.Arrays;

/**
 * The rotation after which each factor loads high on few indicators and low on the others. It makes
 * the squared loadings of a factor vary most, each relative to what all factors say of the
 * indicator.
 *
 * <p>Two factors at a time, each pair by its best angle, until none turns. Source: Kaiser (1958),
 * the normal varimax.
 */
final class Varimax {
  /** A turn by less than this, in radians, is none. */
  private static final double TURN = 1e-12;

  /** Many times what is needed; turns that go on are rounding. */
  private static final int MOST_ROUNDS = 1000;

  private Varimax() {}

  /**
   * Turns the factors where they are.
   *
   * @param loadings by indicator and factor
   */
  static void rotate(double[][] loadings) {
    double[] lengths =
        Arrays.stream(loadings)
            .mapToDouble(row -> Math.sqrt(Arrays.stream(row).map(l -> l * l).sum()))
            .toArray();
    scale(loadings, lengths, -1);
    int factors = loadings[0].length;
    boolean turned = true;
    for (int round = 0; turned && round < MOST_ROUNDS; round++) {
      turned = false;
      for (int a = 0; a < factors; a++) {
        for (int b = a + 1; b < factors; b++) {
          double angle = bestAngle(loadings, a, b);
          if (Math.abs(angle) > TURN) {
            turn(loadings, a, b, angle);
            turned = true;
          }
        }
      }
    }
    scale(loadings, lengths, 1);
  }

  private static double bestAngle(double[][] loadings, int a, int b) {
    double sumU = 0;
    double sumV = 0;
    double sumSquares = 0;
    double sumProducts = 0;
    for (double[] row : loadings) {
      double u = row[a] * row[a] - row[b] * row[b];
      double v = 2 * row[a] * row[b];
      sumU += u;
      sumV += v;
      sumSquares += u * u - v * v;
      sumProducts += 2 * u * v;
    }
    int n = loadings.length;
    double sine = sumProducts - 2 * sumU * sumV / n;
    double cosine = sumSquares - (sumU * sumU - sumV * sumV) / n;
    // Where the plane has no best angle, both are rounding.
    return Math.hypot(sine, cosine) <= TURN * n ? 0 : Math.atan2(sine, cosine) / 4;
  }

  private static void turn(double[][] loadings, int a, int b, double angle) {
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    for (double[] row : loadings) {
      double first = row[a];
      row[a] = cosine * first + sine * row[b];
      row[b] = cosine * row[b] - sine * first;
    }
  }

  /** Multiplies each row by its length to the power given; a row without a length stays. */
  private static void scale(double[][] rows, double[] lengths, int power) {
    for (int i = 0; i < rows.length; i++) {
      double factor = lengths[i] == 0 ? 1 : Math.pow(lengths[i], power);
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] *= factor;
      }
    }
  }
}
