package org.cityeval.numeric.composite;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.Ranks;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/**
 * Each unit judged by the weights that suit it best. No unit exceeds 1 under them, so below 1 there
 * is another that does better on this unit's own terms.
 *
 * <p>What an indicator makes of the unit's own total, its pie share, stays between two bounds; so
 * no unit may rest on one strength alone. In pie shares p the program is a game. Its value is 1 /
 * min over p of max over units k of the sum of p(j) s(k, j) / s(own, j). Few units bind. So they
 * are let in one by one, the one that exceeds most first, until none exceeds. Units that another
 * exceeds or equals in all indicators never bind.
 *
 * <p>Source: Cherchye, Moesen, Rogge and Van Puyenbroeck (2007); pie shares: Wong and Beasley
 * (1990).
 */
public final class BenefitOfTheDoubt {
  /** An excess this small, relative to the total, is rounding. */
  private static final double EXCESS = 1e-11;

  /** Shares that sum to 1 up to this do. */
  private static final double ROUNDING = 1e-12;

  /** Scores of an indicator farther apart than this, as a ratio, are no scores on one scale. */
  private static final double LARGEST_RATIO = 1e9;

  /** Programs start from so many units per indicator, of those that bound others. */
  private static final int START_PER_INDICATOR = 2;

  private static final Optimisation.Options OPTIONS = dense();

  private final double[] lowestShare;
  private final double[] highestShare;
  private final double[] front;
  private final Set<Integer> binding = new LinkedHashSet<>();

  /**
   * What a unit can be at best.
   *
   * @param value above 0 up to 1
   * @param weights under which it is {@code value}, per point of each score; where several do, one
   *     of them
   */
  public record Result(double value, double[] weights) {}

  private BenefitOfTheDoubt(double[][] scores, double[] lowestShare, double[] highestShare) {
    this.lowestShare = lowestShare;
    this.highestShare = highestShare;
    this.front = Arrays.stream(undominated(scores)).flatMapToDouble(Arrays::stream).toArray();
  }

  /**
   * The result of each unit.
   *
   * @param scores by unit and indicator, complete and above 0, more is better; the largest of an
   *     indicator is at most 1,000,000,000 times its smallest
   * @param lowestShare by indicator, 0 to 1, their sum at most 1
   * @param highestShare by indicator, from {@code lowestShare} to 1, their sum at least 1
   */
  public static Result[] of(double[][] scores, double[] lowestShare, double[] highestShare) {
    requireShares(lowestShare, highestShare);
    for (double[] row : scores) {
      if (row.length != lowestShare.length
          || !Arrays.stream(row).allMatch(score -> score > 0 && Double.isFinite(score))) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%d scores above 0 are needed, not %s",
                lowestShare.length,
                Arrays.toString(row)));
      }
    }
    for (int j = 0; j < lowestShare.length; j++) {
      int indicator = j;
      double[] column = Arrays.stream(scores).mapToDouble(row -> row[indicator]).toArray();
      double least = Arrays.stream(column).min().orElse(1);
      double most = Arrays.stream(column).max().orElse(1);
      if (most / least > LARGEST_RATIO) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The scores of indicator %d are too far apart: %s and %s",
                j,
                least,
                most));
      }
    }
    var game = new BenefitOfTheDoubt(scores, lowestShare, highestShare);
    return Arrays.stream(scores).map(game::solve).toArray(Result[]::new);
  }

  private Result solve(double[] own) {
    Set<Integer> few = likely(own);
    while (true) {
      int[] rivals = few.stream().mapToInt(Integer::intValue).toArray();
      double[] shares = program(own, rivals);
      double[] prices = new double[own.length];
      Arrays.setAll(prices, j -> shares[j] / own[j]);
      double bound = 1;
      for (int rival : rivals) {
        bound = Math.max(bound, total(prices, rival));
      }
      int strongest = strongest(prices);
      double largest = total(prices, strongest);
      if (largest <= bound * (1 + EXCESS) || !few.add(strongest)) {
        double value = Math.min(1, 1 / largest);
        for (int rival : rivals) {
          if (total(prices, rival) >= largest * (1 - EXCESS)) {
            binding.add(rival);
          }
        }
        Arrays.setAll(prices, j -> prices[j] * value);
        return new Result(value, prices);
      }
    }
  }

  /** Of the units that bound others those that are strongest where all shares are equal. */
  private Set<Integer> likely(double[] own) {
    double[] prices = Arrays.stream(own).map(score -> 1 / score).toArray();
    double[] totals = binding.stream().mapToDouble(rival -> -total(prices, rival)).toArray();
    int[] rivals = binding.stream().mapToInt(Integer::intValue).toArray();
    return Arrays.stream(Ranks.ascending(totals))
        .limit(START_PER_INDICATOR * (long) own.length)
        .mapToObj(i -> rivals[i])
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The pie shares under which the strongest of the rivals has the lowest total. */
  private double[] program(double[] own, int[] rivals) {
    int indicators = own.length;
    // Variables are the shares, then the total of the strongest.
    double[] objective = new double[indicators + 1];
    double[] lower = Arrays.copyOf(lowestShare, indicators + 1);
    double[] upper = Arrays.copyOf(highestShare, indicators + 1);
    double[] ones = new double[indicators + 1];
    Arrays.fill(ones, 0, indicators, 1);
    objective[indicators] = 1;
    lower[indicators] = 1;
    upper[indicators] = Double.POSITIVE_INFINITY;
    LinearSolver.Builder builder = LinearSolver.newBuilder(objective).lower(lower).upper(upper);
    builder.equality(1, ones);
    for (int rival : rivals) {
      double[] coefficients = new double[indicators + 1];
      for (int j = 0; j < indicators; j++) {
        coefficients[j] = front[rival * indicators + j] / own[j];
      }
      coefficients[indicators] = -1;
      builder.inequality(0, coefficients);
    }
    Optimisation.Result result = builder.build(OPTIONS).solve();
    if (!result.getState().isOptimal()) {
      throw new IllegalStateException("Linear program ended as " + result.getState());
    }
    double[] shares = new double[indicators];
    Arrays.setAll(shares, result::doubleValue);
    return shares;
  }

  private int strongest(double[] prices) {
    int strongest = 0;
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k * prices.length < front.length; k++) {
      double total = total(prices, k);
      if (total > largest) {
        largest = total;
        strongest = k;
      }
    }
    return strongest;
  }

  private double total(double[] prices, int k) {
    double total = 0;
    for (int j = 0, at = k * prices.length; j < prices.length; j++, at++) {
      total += prices[j] * front[at];
    }
    return total;
  }

  /** The units that no other exceeds or equals in all indicators, one of each that are equal. */
  private static double[][] undominated(double[][] scores) {
    return IntStream.range(0, scores.length)
        .filter(k -> IntStream.range(0, scores.length).noneMatch(i -> covers(scores, i, k)))
        .mapToObj(k -> scores[k])
        .toArray(double[][]::new);
  }

  private static boolean covers(double[][] scores, int i, int k) {
    for (int j = 0; j < scores[i].length; j++) {
      if (scores[i][j] < scores[k][j]) {
        return false;
      }
    }
    return i < k || !Arrays.equals(scores[i], scores[k]);
  }

  private static void requireShares(double[] lowest, double[] highest) {
    boolean sound = lowest.length == highest.length;
    for (int j = 0; sound && j < lowest.length; j++) {
      sound = 0 <= lowest[j] && lowest[j] <= highest[j] && highest[j] <= 1;
    }
    boolean fit =
        Arrays.stream(lowest).sum() <= 1 + ROUNDING && Arrays.stream(highest).sum() >= 1 - ROUNDING;
    if (!sound || !fit) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "No shares lie between the lowest, %s, and the highest, %s",
              Arrays.toString(lowest),
              Arrays.toString(highest)));
    }
  }

  private static Optimisation.Options dense() {
    Optimisation.Options options = new Optimisation.Options();
    options.sparse = false;
    return options;
  }
}
