package org.cityeval.numeric.statistics;

/** Some of the values of an array, in a given order. */
public final class Selection {
  private Selection() {}

  /** The values at the given indices, in their order. */
  public static double[] of(double[] values, int[] indices) {
    double[] selected = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      selected[i] = values[indices[i]];
    }
    return selected;
  }
}
