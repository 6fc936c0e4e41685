package org.cityeval.numeric.space;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.Domain;

/**
 * Who is next to whom: for each of n districts (or agencies), numbered from 0, the others it is
 * linked to, without repeats and never itself. The weights are row-standardised: each neighbour of
 * a district weighs one over their number, so that a district's lag is the mean of its neighbours.
 *
 * <p>An island has no neighbour and weighs nothing; it is counted, and reported by {@link
 * #islands}, because a statistic over neighbours says nothing of it.
 */
public final class Neighbours {
  /** The neighbours of i stand from start[i] to before start[i + 1], ascending. */
  private final int[] start;

  private final int[] linked;

  private Neighbours(int[] start, int[] linked) {
    this.start = start;
    this.linked = linked;
  }

  /**
   * One list per district, in any order; need not be symmetric (such as the k nearest).
   *
   * @throws IllegalArgumentException for a district that is its own neighbour, is listed twice or
   *     does not exist
   */
  public static Neighbours of(int[][] lists) {
    int[] start = new int[lists.length + 1];
    for (int i = 0; i < lists.length; i++) {
      start[i + 1] = start[i] + lists[i].length;
    }
    int[] linked = new int[start[lists.length]];
    for (int i = 0; i < lists.length; i++) {
      System.arraycopy(lists[i], 0, linked, start[i], lists[i].length);
      Arrays.sort(linked, start[i], start[i + 1]);
      for (int k = start[i]; k < start[i + 1]; k++) {
        requireLink("The lists", i, linked[k], lists.length);
        if (k > start[i] && linked[k] == linked[k - 1]) {
          throw new IllegalArgumentException(linked[k] + " is listed twice as a neighbour of " + i);
        }
      }
    }
    return new Neighbours(start, linked);
  }

  /**
   * Links that hold both ways, such as shared borders; a link given twice, or from either side,
   * counts once.
   *
   * @param size number of districts, of which some may have no link
   * @throws IllegalArgumentException for a district linked to itself or that does not exist
   */
  public static Neighbours ofLinks(int size, int[] first, int[] second) {
    Domain.atLeast("size", size, 0);
    Domain.sameLength("first", first.length, "second", second.length);
    long[] pairs = new long[2 * first.length];
    for (int k = 0; k < first.length; k++) {
      requireLink("first and second", first[k], second[k], size);
      pairs[2 * k] = (long) first[k] * size + second[k];
      pairs[2 * k + 1] = (long) second[k] * size + first[k];
    }
    pairs = Arrays.stream(pairs).sorted().distinct().toArray();
    int[] start = new int[size + 1];
    int[] linked = new int[pairs.length];
    for (int k = 0; k < pairs.length; k++) {
      start[(int) (pairs[k] / size) + 1]++;
      linked[k] = (int) (pairs[k] % size);
    }
    for (int i = 0; i < size; i++) {
      start[i + 1] += start[i];
    }
    return new Neighbours(start, linked);
  }

  /** Number of districts, islands included. */
  public int size() {
    return start.length - 1;
  }

  /** How many neighbours a district has. */
  public int count(int district) {
    requireDistrict(district);
    return start[district + 1] - start[district];
  }

  /** The {@code k}-th neighbour of a district, from 0, ascending. */
  public int neighbour(int district, int k) {
    if (k < 0 || k >= count(district)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The district has %d neighbours, none of number k %d",
              count(district),
              k));
    }
    return linked[start[district] + k];
  }

  /** What each neighbour of the district weighs: one over their number; 0 for an island. */
  public double weight(int district) {
    int count = count(district);
    return count == 0 ? 0 : 1.0 / count;
  }

  /** True where {@code other} is listed as a neighbour of {@code district}. */
  public boolean links(int district, int other) {
    requireDistrict(district);
    return Arrays.binarySearch(linked, start[district], start[district + 1], other) >= 0;
  }

  /** True where each is a neighbour of its neighbours, as districts that touch must be. */
  public boolean isSymmetric() {
    return IntStream.range(0, size())
        .allMatch(i -> IntStream.range(start[i], start[i + 1]).allMatch(k -> links(linked[k], i)));
  }

  /** The districts without a neighbour, ascending. */
  public int[] islands() {
    return IntStream.range(0, size()).filter(i -> count(i) == 0).toArray();
  }

  /**
   * The same links among some of the districts only, numbered anew in the order given; who loses
   * every neighbour becomes an island.
   *
   * @param kept ascending, without repeats
   */
  public Neighbours among(int[] kept) {
    int[] position = new int[size()];
    Arrays.fill(position, -1);
    for (int i = 0; i < kept.length; i++) {
      boolean follows = kept[i] >= 0 && (i == 0 || kept[i] > kept[i - 1]);
      if (!follows || kept[i] >= size()) {
        throw new IllegalArgumentException(
            "District " + kept[i] + " of those kept is not the next of " + size());
      }
      position[kept[i]] = i;
    }
    int[] keptStart = new int[kept.length + 1];
    int[] keptLinked = new int[linked.length];
    int end = 0;
    for (int i = 0; i < kept.length; i++) {
      for (int k = start[kept[i]]; k < start[kept[i] + 1]; k++) {
        if (position[linked[k]] >= 0) {
          keptLinked[end++] = position[linked[k]];
        }
      }
      keptStart[i + 1] = end;
    }
    return new Neighbours(keptStart, Arrays.copyOf(keptLinked, end));
  }

  /** Sum of the values of a district's neighbours; 0 for an island. */
  double sumAround(int district, double[] values) {
    double sum = 0;
    for (int k = start[district]; k < start[district + 1]; k++) {
      sum += values[linked[k]];
    }
    return sum;
  }

  private void requireDistrict(int district) {
    if (district < 0 || district >= size()) {
      throw new IllegalArgumentException("No district " + district + " among " + size());
    }
  }

  private static void requireLink(String name, int district, int other, int size) {
    if (district == other || Math.min(district, other) < 0 || Math.max(district, other) >= size) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s have no link from %d to %d among %d districts",
              name,
              district,
              other,
              size));
    }
  }
}
