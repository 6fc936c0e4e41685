package org.cityeval.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt name probably meant. */
public final class NearestName {
  private NearestName() {}

  /**
   * The valid name at the smallest edit distance (insert, delete, replace, swap of neighbours; case
   * ignored), if at most a third of the longer name differs. Ties go to the first in alphabet.
   */
  public static Optional<String> find(String name, Collection<String> valid) {
    return valid.stream()
        .filter(candidate -> distance(name, candidate) <= tolerated(name, candidate))
        .min(
            Comparator.comparingInt((String candidate) -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int tolerated(String name, String candidate) {
    return Math.max(1, Math.max(name.length(), candidate.length()) / 3);
  }

  /** The restricted Damerau-Levenshtein distance: no part is edited twice. */
  static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least =
        Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
