package org.cityeval.bench.methods;

import java.util.Locale;

/**
 * How far two answers of {@link Method#REPRODUCTION_NUMBER} are apart where they are farthest.
 *
 * @param values compared
 * @param largest relative difference; infinite where only one of the two is a number
 * @param at position of that value
 */
record Agreement(int values, double largest, int at) {
  private static final String[] KINDS = {"mean", "2.5 % quantile", "97.5 % quantile"};

  /**
   * @throws IllegalArgumentException for answers of different length
   */
  static Agreement of(double[] ours, double[] theirs) {
    if (ours.length != theirs.length) {
      throw new IllegalArgumentException(
          ours.length + " values cannot be compared with " + theirs.length);
    }
    double largest = 0;
    int at = 0;
    for (int i = 0; i < ours.length; i++) {
      double difference = difference(ours[i], theirs[i]);
      if (difference > largest) {
        largest = difference;
        at = i;
      }
    }
    return new Agreement(ours.length, largest, at);
  }

  private static double difference(double a, double b) {
    if (a == b || (Double.isNaN(a) && Double.isNaN(b))) {
      return 0;
    }
    double difference = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }

  /** In words, with the place: districts from 0, days from 0. */
  String describe() {
    int inDistrict = at % (KINDS.length * Method.WINDOWS);
    return String.format(
        Locale.ROOT,
        "%,d values, largest relative difference %.2g (district %d, window ending on day %d, %s)",
        values,
        largest,
        at / (KINDS.length * Method.WINDOWS),
        Method.WINDOW_DAYS + inDistrict % Method.WINDOWS,
        KINDS[inDistrict / Method.WINDOWS]);
  }
}
