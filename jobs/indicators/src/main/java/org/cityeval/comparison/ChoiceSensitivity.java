package org.cityeval.comparison;

import java.util.Arrays;
import java.util.List;
import org.cityeval.numeric.sensitivity.FactorialIndices;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.Quantiles;

/**
 * How far a rank rests on choices that could have been made otherwise (OECD/JRC 2008, step 8;
 * Saisana, Saltelli & Tarantola 2005). Every draw of the values is ranked under every combination
 * of outlier treatment, normalisation, weights and aggregation. Sobol indices share the variance of
 * a member's rank out among these choices. They are exact, because the design is a full factorial.
 *
 * <p>Benefit of the doubt is not among the weights: its geometric mean does not exist.
 */
public final class ChoiceSensitivity {
  /** What varies, in the order of the indices. */
  public static final List<String> FACTORS =
      List.of("measurement", "outliers", "normalisation", "weights", "aggregation");

  /** Combinations of choices, at most; each draw is ranked under all of them. */
  public static final int MOST_COMBINATIONS = ChoiceScores.MOST_COMBINATIONS;

  /** A processor fetches as many numbers at once. */
  private static final int AT_ONCE = 16;

  private final int draws;
  private final int[] levels;

  /** Composites under every combination: [combination][unit][draw]; some are the same array. */
  private final float[][][] composites;

  /**
   * The rank of one member over all choices and draws.
   *
   * @param range central part of the ranks
   * @param firstOrder by factor: share of the rank's variance that this factor alone explains
   * @param total by factor: share that goes with this factor in any combination
   */
  public record Robustness(Bounds range, double[] firstOrder, double[] total) {}

  private ChoiceSensitivity(int[] levels, float[][][] composites) {
    this.draws = levels[0];
    this.levels = levels;
    this.composites = composites;
  }

  /**
   * Scores the panel under every combination, for each of some weightings.
   *
   * @param draws few hundred: each is combined with every choice
   */
  public static List<ChoiceSensitivity> of(
      Panel panel, CompositeMethod method, List<Weighting> weightings, int draws, long seed) {
    if (weightings.isEmpty()) {
      return List.of();
    }
    ChoiceScores scores = new ChoiceScores(panel, method, weightings, draws);
    return Arrays.stream(scores.composites(seed))
        .map(composites -> new ChoiceSensitivity(scores.levels(), composites))
        .toList();
  }

  /**
   * How robust the ranks within a group are.
   *
   * @param members numbers of the panel's units
   * @param level share of the ranks that the range holds
   */
  public Robustness[] of(int[] members, double level) {
    int[][] ranks = ranks(members);
    double[] ends = {(1 - level) / 2, (1 + level) / 2};
    int combinations = composites.length;
    double[][] some = new double[Math.min(AT_ONCE, members.length)][draws * combinations];
    Robustness[] robustness = new Robustness[members.length];
    for (int first = 0; first < members.length; first += AT_ONCE) {
      int count = Math.min(AT_ONCE, members.length - first);
      for (int draw = 0; draw < draws; draw++) {
        int from = draw * members.length + first;
        for (int combination = 0; combination < combinations; combination++) {
          for (int i = 0; i < count; i++) {
            some[i][draw * combinations + combination] = ranks[combination][from + i];
          }
        }
      }
      for (int i = 0; i < count; i++) {
        robustness[first + i] = robustness(some[i], ends);
      }
    }
    return robustness;
  }

  private Robustness robustness(double[] ranks, double[] ends) {
    FactorialIndices.Indices indices = FactorialIndices.of(levels, ranks);
    double[] range = Quantiles.of(ranks, ends);
    return new Robustness(
        new Bounds(Math.floor(range[0]), Math.ceil(range[1])),
        indices.firstOrder(),
        indices.total());
  }

  /** By combination; then by draw and member, the member running fastest. */
  private int[][] ranks(int[] members) {
    int[][] ranks = new int[composites.length][];
    FloatRanks ranked = new FloatRanks(members.length);
    float[][] rows = new float[AT_ONCE][members.length];
    for (int combination = 0; combination < ranks.length; combination++) {
      int same = Arrays.asList(composites).indexOf(composites[combination]);
      if (same < combination) {
        ranks[combination] = ranks[same];
        continue;
      }
      ranks[combination] = new int[draws * members.length];
      for (int first = 0; first < draws; first += AT_ONCE) {
        copy(composites[combination], members, first, rows);
        for (int draw = first; draw < Math.min(draws, first + AT_ONCE); draw++) {
          ranked.of(rows[draw - first], ranks[combination], draw * members.length);
        }
      }
    }
    return ranks;
  }

  /** By draw, from {@code first} on, and member. */
  private static void copy(float[][] composites, int[] members, int first, float[][] rows) {
    for (int member = 0; member < members.length; member++) {
      float[] of = composites[members[member]];
      for (int i = 0; i < rows.length && first + i < of.length; i++) {
        rows[i][member] = of[first + i];
      }
    }
  }
}
