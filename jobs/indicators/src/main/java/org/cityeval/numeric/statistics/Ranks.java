package org.cityeval.numeric.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ranks with ties. */
public final class Ranks {
  /** More values are sorted, and each is looked for, which takes less then. */
  private static final int MOST_INSERTED = 40;

  private Ranks() {}

  /**
   * Ranks from 1 for the smallest; equal values share the mean of the ranks they take up.
   *
   * @param values finite
   */
  public static double[] average(double[] values) {
    Domain.finite("values", values);
    int[] order = ascending(values);
    double[] ranks = new double[values.length];
    for (int from = 0, to; from < order.length; from = to) {
      to = endOfTie(values, order, from);
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.0;
      }
    }
    return ranks;
  }

  /**
   * Ranks from 1 for the largest; equal values share the best of the ranks they take up.
   *
   * @param values finite
   */
  public static int[] fromHighest(double[] values) {
    Domain.finite("values", values);
    int[] order = ascending(values);
    int[] ranks = new int[values.length];
    for (int from = 0, to; from < order.length; from = to) {
      to = endOfTie(values, order, from);
      for (int i = from; i < to; i++) {
        ranks[order[i]] = order.length - to + 1;
      }
    }
    return ranks;
  }

  /**
   * Values with those made equal that only rounding sets apart: whatever lies no more than {@code
   * apart} above the smallest of a tie becomes that.
   *
   * @param values without {@code NaN}
   * @param apart 0 or more
   */
  public static double[] tied(double[] values, double apart) {
    Domain.within("apart", apart, 0, Double.MAX_VALUE);
    double[] tied = new double[values.length];
    double smallest = Double.NaN;
    for (int i : ascending(values)) {
      if (!(values[i] - smallest <= apart)) {
        smallest = values[i];
      }
      tied[i] = smallest;
    }
    return tied;
  }

  /**
   * Share of the weight that ranks below each value, plus half of its own, in 0..1. Equal values
   * share the middle of the weight they take up together.
   *
   * @param values finite
   * @param weights not negative, finite, one per value, not all zero
   */
  public static double[] fractional(double[] values, double[] weights) {
    Domain.sameLength("values", values.length, "weights", weights.length);
    Domain.finite("values", values);
    Domain.finite("weights", weights);
    double[] weight = BinaryScale.of(weights).reduced(weights);
    int[] order = ascending(values);
    double total = 0;
    for (int i : order) {
      total += weight[i];
    }
    if (values.length > 0 && !(total > 0 && Arrays.stream(weights).allMatch(w -> w >= 0))) {
      throw new IllegalArgumentException("The weights are not negative and not all zero");
    }
    double[] ranks = new double[values.length];
    double below = 0;
    for (int from = 0, to; from < order.length; from = to) {
      to = endOfTie(values, order, from);
      double tied = 0;
      for (int i = from; i < to; i++) {
        tied += weight[order[i]];
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (below + tied / 2) / total;
      }
      below += tied;
    }
    return ranks;
  }

  /** Positions of the values from the smallest to the largest, ties in their given order. */
  public static int[] ascending(double[] values) {
    return values.length <= MOST_INSERTED ? inserted(values) : sorted(values);
  }

  private static int[] inserted(double[] values) {
    int[] positions = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      int place = i;
      while (place > 0 && Double.compare(values[positions[place - 1]], values[i]) > 0) {
        positions[place] = positions[place - 1];
        place--;
      }
      positions[place] = i;
    }
    return positions;
  }

  private static int[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int[] positions = new int[values.length];
    int[] placed = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      int first = firstOf(sorted, values[i]);
      positions[first + placed[first]] = i;
      placed[first]++;
    }
    return positions;
  }

  /** Where a value first stands. */
  private static int firstOf(double[] sorted, double value) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (Double.compare(sorted[middle], value) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Positions of equal values together, from the smallest value to the largest. */
  public static int[][] ties(double[] values) {
    int[] order = ascending(values);
    List<int[]> ties = new ArrayList<>();
    for (int from = 0, to; from < order.length; from = to) {
      to = endOfTie(values, order, from);
      ties.add(Arrays.copyOfRange(order, from, to));
    }
    return ties.toArray(int[][]::new);
  }

  /** Where in {@code order} the values equal to that at {@code from} end, not included. */
  private static int endOfTie(double[] values, int[] order, int from) {
    int to = from + 1;
    while (to < order.length && values[order[to]] == values[order[from]]) {
      to++;
    }
    return to;
  }
}
