package org.cityeval.numeric.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Whether paired differences, such as those of districts from one wave to the next, are more than
 * chance. If they are not, each could as well have the other sign. Needs no normality, only that
 * pairs are independent and differences symmetric.
 *
 * <p>Source: Fisher (1935); interval by Hartigan (1969).
 *
 * @param pairs observed
 * @param mean of the differences; {@code NaN} without a pair
 * @param tails p-values of the mean among its values under all signs; the upper tail is small where
 *     differences are mostly positive
 * @param exact true where every combination of signs was tried, false where signs were drawn
 * @param subsetMeans means of the subsets of differences whose signs were turned, ascending
 */
public record PermutationTest(
    int pairs, double mean, Tails tails, boolean exact, double[] subsetMeans) {
  private static final double ROUNDING = 1e-12;

  /**
   * The test of no difference. Every combination of signs is tried where there are no more of them
   * than {@code draws}; otherwise that many are drawn. Time and memory are linear in draws, times
   * pairs where drawn.
   *
   * @param differences one per pair; {@code NaN} left out; without an interval and p-values where
   *     one is infinite
   * @param draws 999 or more
   */
  public static PermutationTest ofDifferences(double[] differences, int draws, long seed) {
    Tails.requireEnough(draws);
    BinaryScale scale = BinaryScale.of(differences);
    double[] kept =
        scale.reduced(Arrays.stream(differences).filter(d -> !Double.isNaN(d)).toArray());
    if (kept.length == 0 || Domain.holdsInfinity(kept)) {
      return new PermutationTest(kept.length, Double.NaN, Tails.UNDEFINED, true, new double[0]);
    }
    boolean exact = kept.length < Integer.SIZE - 1 && 1 << kept.length <= draws;
    Subsets subsets = exact ? Subsets.all(kept) : Subsets.drawn(kept, draws, seed);
    double rounding = ROUNDING * Arrays.stream(kept).map(Math::abs).sum();
    int above = 0;
    int below = 0;
    double[] means = new double[subsets.sums().length];
    for (int i = 0; i < means.length; i++) {
      double sum = subsets.sums()[i];
      // Turning a subset takes twice its sum from the whole.
      above += sum <= rounding ? 1 : 0;
      below += sum >= -rounding ? 1 : 0;
      means[i] = scale.restored(sum / subsets.sizes()[i]);
    }
    Arrays.sort(means);
    return new PermutationTest(
        kept.length,
        Moments.mean(differences),
        Tails.ofDraws(above, below, means.length),
        exact,
        means);
  }

  /**
   * The mean differences that the test would not reject: the interval that inverts it. A difference
   * is rejected upward by the share of subset means at or below it, so the ends are two of these.
   * Undefined where there are too few pairs for the level, such as fewer than six for 0.95.
   *
   * @param level nominal coverage in 0..1
   */
  public Bounds interval(double level) {
    Domain.between0And1("level", level);
    int outside = (int) Math.floor((1 - level) / 2 * (subsetMeans.length + 1) + 1e-9);
    return outside < 1
        ? Bounds.UNDEFINED
        : new Bounds(subsetMeans[outside - 1], subsetMeans[subsetMeans.length - outside]);
  }

  /** Sums and sizes of subsets of the differences, the empty one left out. */
  private record Subsets(double[] sums, int[] sizes) {
    static Subsets all(double[] differences) {
      int subsets = 1 << differences.length;
      double[] sums = new double[subsets];
      int[] sizes = new int[subsets];
      for (int subset = 1; subset < subsets; subset++) {
        int without = subset & (subset - 1);
        sums[subset] = sums[without] + differences[Integer.numberOfTrailingZeros(subset)];
        sizes[subset] = sizes[without] + 1;
      }
      return new Subsets(
          Arrays.copyOfRange(sums, 1, subsets), Arrays.copyOfRange(sizes, 1, subsets));
    }

    static Subsets drawn(double[] differences, int draws, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] sums = new double[draws];
      int[] sizes = new int[draws];
      for (int draw = 0; draw < draws; draw++) {
        while (sizes[draw] == 0) {
          for (double difference : differences) {
            if (random.nextBoolean()) {
              sums[draw] += difference;
              sizes[draw]++;
            }
          }
        }
      }
      return new Subsets(sums, sizes);
    }
  }
}
