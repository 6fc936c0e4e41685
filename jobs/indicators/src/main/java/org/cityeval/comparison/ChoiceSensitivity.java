package org.cityeval.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.numeric.sensitivity.FactorialIndices;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.Quantiles;
import org.cityeval.numeric.statistics.Ranks;

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

  private static final List<WeightMethod> WEIGHTS =
      List.of(WeightMethod.GIVEN, WeightMethod.EQUAL, WeightMethod.PRINCIPAL_COMPONENTS);

  private final int draws;
  private final int combinations;
  private final int[] levels;

  /** Composites under every combination: [combination][unit][draw]. */
  private final float[][][] composites;

  /**
   * The rank of one member over all choices and draws.
   *
   * @param range central part of the ranks
   * @param firstOrder by factor: share of the rank's variance that this factor alone explains
   * @param total by factor: share that goes with this factor in any combination
   */
  public record Robustness(Bounds range, double[] firstOrder, double[] total) {}

  /**
   * Scores the panel under every combination.
   *
   * @param draws few hundred: each is combined with every choice
   */
  public ChoiceSensitivity(
      Panel panel, CompositeMethod method, Weighting weighting, int draws, long seed) {
    this.draws = draws;
    EnumSet<Normalisation.Method> normalisations =
        EnumSet.of(
            Normalisation.Method.MIN_MAX,
            Normalisation.Method.Z_SCORE,
            Normalisation.Method.RANK,
            method.normalisation());
    Aggregation[] aggregations = Aggregation.values();
    this.levels = new int[] {draws, 2, normalisations.size(), WEIGHTS.size(), aggregations.length};
    this.combinations = 2 * normalisations.size() * WEIGHTS.size() * aggregations.length;
    List<float[][]> all = new ArrayList<>();
    double[][][] numbers = numbers(panel, seed);
    for (boolean treats : new boolean[] {false, true}) {
      for (Normalisation.Method normalisation : normalisations) {
        List<Yardstick> yardsticks =
            panel.yardsticks(
                new CompositeMethod(
                    treats,
                    normalisation,
                    WeightMethod.GIVEN,
                    Aggregation.ARITHMETIC,
                    method.targets()));
        double[][][] scores = scores(panel, yardsticks, numbers);
        for (WeightMethod weights : WEIGHTS) {
          for (Aggregation aggregation : aggregations) {
            CompositeMethod choice =
                new CompositeMethod(treats, normalisation, weights, aggregation, method.targets());
            all.add(composites(new CompositeModel(panel, yardsticks, choice, weighting), scores));
          }
        }
      }
    }
    this.composites = all.toArray(float[][][]::new);
  }

  private double[][][] numbers(Panel panel, long seed) {
    double[][][] numbers = new double[panel.units().size()][panel.indicators().size()][];
    for (int unit = 0; unit < numbers.length; unit++) {
      for (int i = 0; i < numbers[unit].length; i++) {
        numbers[unit][i] = panel.draws(unit, i, draws, seed);
      }
    }
    return numbers;
  }

  private static double[][][] scores(
      Panel panel, List<Yardstick> yardsticks, double[][][] numbers) {
    double[][][] scores = new double[numbers.length][yardsticks.size()][];
    for (int unit = 0; unit < scores.length; unit++) {
      for (int i = 0; i < yardsticks.size(); i++) {
        Evidence evidence = panel.evidence(unit, i);
        Yardstick yardstick = yardsticks.get(i);
        scores[unit][i] =
            Arrays.stream(numbers[unit][i]).map(d -> evidence.score(yardstick, d)).toArray();
      }
    }
    return scores;
  }

  private float[][] composites(CompositeModel model, double[][][] scores) {
    float[][] composites = new float[scores.length][draws];
    for (int unit = 0; unit < scores.length; unit++) {
      double[] sums = new double[draws];
      double[] weights = model.weights(unit);
      for (int i = 0; i < weights.length; i++) {
        if (weights[i] > 0) {
          for (int draw = 0; draw < draws; draw++) {
            sums[draw] +=
                weights[i] * CompositeModel.term(model.aggregation(), scores[unit][i][draw]);
          }
        }
      }
      for (int draw = 0; draw < draws; draw++) {
        composites[unit][draw] = (float) model.aggregation().total(sums[draw]);
      }
    }
    return composites;
  }

  /**
   * How robust the ranks within a group are.
   *
   * @param members numbers of the panel's units
   * @param level share of the ranks that the range holds
   */
  public Robustness[] of(int[] members, double level) {
    int cells = draws * combinations;
    double[][] ranks = new double[members.length][cells];
    double[] scores = new double[members.length];
    for (int draw = 0; draw < draws; draw++) {
      for (int combination = 0; combination < combinations; combination++) {
        for (int member = 0; member < members.length; member++) {
          scores[member] = composites[combination][members[member]][draw];
        }
        int[] ranked = Ranks.fromHighest(scores);
        for (int member = 0; member < members.length; member++) {
          ranks[member][draw * combinations + combination] = ranked[member];
        }
      }
    }
    Robustness[] robustness = new Robustness[members.length];
    for (int member = 0; member < members.length; member++) {
      FactorialIndices.Indices indices = FactorialIndices.of(levels, ranks[member]);
      double[] ends = Quantiles.of(ranks[member], new double[] {(1 - level) / 2, (1 + level) / 2});
      robustness[member] =
          new Robustness(
              new Bounds(Math.floor(ends[0]), Math.ceil(ends[1])),
              indices.firstOrder(),
              indices.total());
    }
    return robustness;
  }
}
