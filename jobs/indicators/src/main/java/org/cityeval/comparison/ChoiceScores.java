package org.cityeval.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.numeric.composite.Normalisation;

/**
 * The composites of every unit under every combination of outlier treatment, normalisation, weights
 * and aggregation, the last running fastest. What a draw makes of a value is scored once for all
 * weightings, weights and aggregations that share it.
 */
final class ChoiceScores {
  private static final List<WeightMethod> WEIGHTS =
      List.of(WeightMethod.GIVEN, WeightMethod.EQUAL, WeightMethod.PRINCIPAL_COMPONENTS);

  private static final List<Aggregation> AGGREGATIONS = List.of(Aggregation.values());

  /** With outliers and without, by four normalisations at most. */
  static final int MOST_COMBINATIONS = 2 * 4 * WEIGHTS.size() * AGGREGATIONS.size();

  private final Panel panel;
  private final int draws;
  private final int models;
  private final List<Scale> scales = new ArrayList<>();

  /** One treatment and normalisation, and the weights under it: by weighting, then by method. */
  private record Scale(List<Yardstick> yardsticks, List<CompositeModel> models) {}

  /**
   * Fits what the choices need.
   *
   * @param method whose targets and normalisation are among the choices
   */
  ChoiceScores(Panel panel, CompositeMethod method, List<Weighting> weightings, int draws) {
    this.panel = panel;
    this.draws = draws;
    this.models = weightings.size() * WEIGHTS.size();
    EnumSet<Normalisation.Method> normalisations =
        EnumSet.of(
            Normalisation.Method.MIN_MAX,
            Normalisation.Method.Z_SCORE,
            Normalisation.Method.RANK,
            method.normalisation());
    for (boolean treats : new boolean[] {false, true}) {
      for (Normalisation.Method normalisation : normalisations) {
        scales.add(scale(method, treats, normalisation, weightings));
      }
    }
  }

  private Scale scale(
      CompositeMethod method,
      boolean treats,
      Normalisation.Method normalisation,
      List<Weighting> weightings) {
    List<CompositeModel> of = new ArrayList<>();
    List<Yardstick> yardsticks = List.of();
    for (Weighting weighting : weightings) {
      for (WeightMethod weights : WEIGHTS) {
        CompositeMethod choice =
            new CompositeMethod(
                treats, normalisation, weights, Aggregation.ARITHMETIC, method.targets());
        if (yardsticks.isEmpty()) {
          yardsticks = panel.yardsticks(choice);
        }
        of.add(new CompositeModel(panel, yardsticks, choice, weighting));
      }
    }
    return new Scale(yardsticks, of);
  }

  /** Of each factor, in the order of {@link ChoiceSensitivity#FACTORS}. */
  int[] levels() {
    return new int[] {
      draws, 2, scales.size() / 2, WEIGHTS.size(), AGGREGATIONS.size(),
    };
  }

  /**
   * The composites: {@code [weighting][combination][unit][draw]}. Where two combinations of a
   * weighting have the same for everyone, they are one array.
   */
  float[][][][] composites(long seed) {
    int weightings = models / WEIGHTS.size();
    int aggregations = AGGREGATIONS.size();
    int ofScale = WEIGHTS.size() * aggregations;
    float[][][][] composites =
        new float[weightings][scales.size() * ofScale][panel.units().size()][];
    for (int unit = 0; unit < panel.units().size(); unit++) {
      double[][] sums = sums(unit, seed);
      for (int i = 0; i < sums.length; i++) {
        Aggregation aggregation = AGGREGATIONS.get(i % aggregations);
        float[] totals = new float[draws];
        for (int draw = 0; draw < draws; draw++) {
          totals[draw] = (float) aggregation.total(sums[i][draw]);
        }
        int scale = i / (models * aggregations);
        int weighting = i / ofScale % weightings;
        composites[weighting][scale * ofScale + i % ofScale][unit] = totals;
      }
    }
    for (float[][][] of : composites) {
      shareEqual(of);
    }
    return composites;
  }

  /** Of weighted terms by draw, for each scale, model and aggregation, the last fastest. */
  private double[][] sums(int unit, long seed) {
    double[][] sums = new double[scales.size() * models * AGGREGATIONS.size()][draws];
    double[] terms = new double[draws];
    for (int i = 0; i < panel.indicators().size(); i++) {
      Evidence evidence = panel.evidence(unit, i);
      double[] numbers = panel.draws(unit, i, draws, seed);
      for (int scale = 0; scale < scales.size(); scale++) {
        if (!weighs(scale, unit, i)) {
          continue;
        }
        double[] scores = evidence.scores(scales.get(scale).yardsticks().get(i), numbers);
        for (int a = 0; a < AGGREGATIONS.size(); a++) {
          for (int draw = 0; draw < draws; draw++) {
            terms[draw] = CompositeModel.term(AGGREGATIONS.get(a), scores[draw]);
          }
          for (int model = 0; model < models; model++) {
            double weight = scales.get(scale).models().get(model).weights(unit)[i];
            if (weight > 0) {
              add(weight, terms, sums[(scale * models + model) * AGGREGATIONS.size() + a]);
            }
          }
        }
      }
    }
    return sums;
  }

  /** What has no weight under any choice is not scored: a draw of it may lie beyond all numbers. */
  private boolean weighs(int scale, int unit, int indicator) {
    return scales.get(scale).models().stream()
        .anyMatch(model -> model.weights(unit)[indicator] > 0);
  }

  private static void add(double weight, double[] terms, double[] sums) {
    for (int draw = 0; draw < terms.length; draw++) {
      sums[draw] += weight * terms[draw];
    }
  }

  /** As are given and equal weights where a config has weights by dimension alone. */
  private static void shareEqual(float[][][] combinations) {
    for (int i = 1; i < combinations.length; i++) {
      for (int former = 0; former < i; former++) {
        if (Arrays.deepEquals(combinations[former], combinations[i])) {
          combinations[i] = combinations[former];
          break;
        }
      }
    }
  }
}
