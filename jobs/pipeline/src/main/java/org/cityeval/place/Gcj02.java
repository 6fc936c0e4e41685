package org.cityeval.place;

/**
 * Between WGS 84 and GCJ-02, the shifted coordinates that maps published in China must use. The
 * shift is the one known since 2009 from the open-source EvilTransform. It is a polynomial and
 * sines of the position relative to 105° E, 35° N, in metres, laid on the Krasovsky 1940 ellipsoid.
 * It is no official standard; GCJ-02 adds no shift outside the rectangle below.
 */
public final class Gcj02 {
  /** Semi-major axis, in metres. */
  private static final double AXIS = 6_378_245.0;

  /** First eccentricity, squared. */
  private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;

  /** Far below what a coordinate is written with: a tenth of a millimetre. */
  private static final double TOLERANCE_DEGREES = 1e-9;

  private static final int MOST_ITERATIONS = 30;

  private Gcj02() {}

  /** A position in degrees. */
  public record Position(double longitude, double latitude) {}

  /** Where maps published in China show a position of WGS 84. */
  public static Position ofWgs84(Position wgs84) {
    if (isOutsideChina(wgs84)) {
      return wgs84;
    }
    double x = wgs84.longitude() - 105;
    double y = wgs84.latitude() - 35;
    double phi = Math.toRadians(wgs84.latitude());
    double w = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
    double meridianRadius = AXIS * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
    double parallelRadius = AXIS / Math.sqrt(w) * Math.cos(phi);
    return new Position(
        wgs84.longitude() + Math.toDegrees(metresEast(x, y) / parallelRadius),
        wgs84.latitude() + Math.toDegrees(metresNorth(x, y) / meridianRadius));
  }

  /** The position of WGS 84 that {@link #ofWgs84} shifts to the given one, within 1e-9 degrees. */
  public static Position toWgs84(Position gcj02) {
    if (isOutsideChina(gcj02)) {
      return gcj02;
    }
    // The shift changes by less than a thousandth of a step, so that each iteration gains digits.
    Position guess = gcj02;
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      Position shifted = ofWgs84(guess);
      double east = gcj02.longitude() - shifted.longitude();
      double north = gcj02.latitude() - shifted.latitude();
      guess = new Position(guess.longitude() + east, guess.latitude() + north);
      if (Math.abs(east) < TOLERANCE_DEGREES && Math.abs(north) < TOLERANCE_DEGREES) {
        break;
      }
    }
    return guess;
  }

  private static boolean isOutsideChina(Position position) {
    return position.longitude() < 72.004
        || position.longitude() > 137.8347
        || position.latitude() < 0.8293
        || position.latitude() > 55.8271;
  }

  private static double metresNorth(double x, double y) {
    return -100
        + 2 * x
        + 3 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + twoThirds(wave(20, 6 * x) + wave(20, 2 * x))
        + twoThirds(wave(20, y) + wave(40, y / 3))
        + twoThirds(wave(160, y / 12) + wave(320, y / 30));
  }

  private static double metresEast(double x, double y) {
    return 300
        + x
        + 2 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + twoThirds(wave(20, 6 * x) + wave(20, 2 * x))
        + twoThirds(wave(20, x) + wave(40, x / 3))
        + twoThirds(wave(150, x / 12) + wave(300, x / 30));
  }

  private static double wave(double amplitude, double halfTurns) {
    return amplitude * Math.sin(halfTurns * Math.PI);
  }

  private static double twoThirds(double metres) {
    return metres * 2 / 3;
  }
}
