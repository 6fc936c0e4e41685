package org.cityeval.numeric.statistics;

/** Some of the values of an array, in a given order. */
public final class Selection {
  private Selection() {}

  /**
   * The values at the given indices, in their order.
   *
   * @throws IllegalArgumentException for an index of no value
   */
  public static double[] of(double[] values, int[] indices) {
    double[] selected = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] < 0 || indices[i] >= values.length) {
        throw new IllegalArgumentException(
            "indices name value " + indices[i] + " of " + values.length);
      }
      selected[i] = values[indices[i]];
    }
    return selected;
  }
}
