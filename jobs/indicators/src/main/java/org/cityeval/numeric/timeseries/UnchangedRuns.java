package org.cityeval.numeric.timeseries;

import java.util.ArrayList;
import java.util.List;

/** Stretches of a series in which one value is repeated. */
public final class UnchangedRuns {
  /** Two equal values in a row are common in rounded data, and in weekly data span a week. */
  private static final int FEWEST_VALUES = 3;

  private UnchangedRuns() {}

  /** Positions of the first and the last of equal values that follow each other. */
  public record Run(int first, int last) {}

  /**
   * The longest stretches of at least three equal values, in order.
   *
   * @param values in any unit, in the order of time; {@code NaN} equals nothing
   */
  public static List<Run> of(double[] values) {
    List<Run> runs = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= values.length; i++) {
      if (i == values.length || values[i] != values[first]) {
        if (i - first >= FEWEST_VALUES) {
          runs.add(new Run(first, i - 1));
        }
        first = i;
      }
    }
    return runs;
  }
}
