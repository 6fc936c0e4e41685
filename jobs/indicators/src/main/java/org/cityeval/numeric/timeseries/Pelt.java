package org.cityeval.numeric.timeseries;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.cityeval.numeric.timeseries.ChangePoints.Penalty;

/**
 * The division of least cost, with the search cut where it cannot pay.
 *
 * <p>Source: Killick, Fearnhead and Eckley (2012). Their rule leaves out a start that has become
 * worse than a later one. With a shortest length it is left out only that much later, because until
 * then the later start may not be used.
 */
final class Pelt {
  private final SegmentCost cost;
  private final Penalty penalty;
  private final int shortest;

  Pelt(SegmentCost cost, Penalty penalty, int shortest) {
    this.cost = cost.and(penalty);
    this.penalty = penalty;
    this.shortest = shortest;
  }

  /** Starts of the segments of {@code count} values, the first of them 0. */
  List<Integer> starts(int count) {
    double[] least = new double[count + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    least[0] = -penalty.perChange();
    int[] startOf = new int[count + 1];
    int[] dropAt = new int[count + 1];
    Arrays.fill(dropAt, Integer.MAX_VALUE);
    int[] candidates = new int[count + 1];
    double[] through = new double[count + 1];
    int candidateCount = 0;
    for (int end = shortest; end <= count; end++) {
      int newest = end - shortest;
      if (newest == 0 || newest >= shortest) {
        candidates[candidateCount++] = newest;
      }
      int kept = 0;
      for (int i = 0; i < candidateCount; i++) {
        int start = candidates[i];
        if (dropAt[start] <= end) {
          continue;
        }
        double cheapest = least[start] + cost.of(start, end);
        if (cheapest + penalty.perChange() < least[end]) {
          least[end] = cheapest + penalty.perChange();
          startOf[end] = start;
        }
        candidates[kept] = start;
        through[kept++] = cheapest;
      }
      candidateCount = kept;
      for (int i = 0; i < candidateCount; i++) {
        int start = candidates[i];
        if (through[i] + leastRise(start, end, count) > least[end]) {
          dropAt[start] = Math.min(dropAt[start], end + shortest);
        }
      }
    }
    ArrayDeque<Integer> starts = new ArrayDeque<>();
    for (int end = count; end > 0; end = startOf[end]) {
      starts.addFirst(startOf[end]);
    }
    return List.copyOf(starts);
  }

  /**
   * Least amount by which the cost of start to some later day exceeds that of its two parts about
   * {@code end}. In the values it is 0. In the logarithms of the lengths it is below 0, and least
   * for the longest second part.
   */
  private double leastRise(int start, int end, int count) {
    double perLog = penalty.perLogLength();
    return perLog == 0 || end == count
        ? 0
        : perLog * Math.log(1.0 / (end - start) + 1.0 / (count - end));
  }
}
