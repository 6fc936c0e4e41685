package org.cityeval.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cityeval.indicator.Dimension;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.numeric.composite.BenefitOfTheDoubt;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.numeric.composite.Weights;

/**
 * A composite fitted to a panel: yardsticks, and the weight of each indicator in the whole.
 * Indicators make dimensions and dimensions the composite by the same mean, so the composite is
 * that mean over the indicators with these weights.
 */
final class CompositeModel {
  private static final int FEWEST_TO_CORRELATE = 3;
  private static final double LEAST_OF_GIVEN = 0.5;
  private static final double MOST_OF_GIVEN = 2;

  private final Panel panel;
  private final List<Yardstick> yardsticks;
  private final Aggregation aggregation;
  private final Weighting weighting;
  private final double[][] weights;

  CompositeModel(
      Panel panel, List<Yardstick> yardsticks, CompositeMethod method, Weighting weighting) {
    this.panel = panel;
    this.yardsticks = yardsticks;
    this.aggregation = method.aggregation();
    this.weighting = weighting;
    this.weights = weights(method.weights());
  }

  Aggregation aggregation() {
    return aggregation;
  }

  /**
   * What is weighed of a drawn score; one below the scale has no logarithm, and counts as lowest.
   */
  static double term(Aggregation aggregation, double drawn) {
    return aggregation.term(
        aggregation == Aggregation.GEOMETRIC ? Math.max(Normalisation.LOWEST_SCORE, drawn) : drawn);
  }

  /** Weight by indicator; of one unit, as benefit of the doubt gives everyone their own. */
  double[] weights(int unit) {
    return weights[weights.length == 1 ? 0 : unit];
  }

  /**
   * Why the weighting judges nothing here: nothing has weight, or nothing of the dimension that it
   * is named after. Empty where it does judge.
   */
  String inapplicable() {
    if (Arrays.stream(weights[0]).allMatch(weight -> weight == 0)) {
      return "nobody has a value of anything that it weighs";
    }
    return weighting
        .own()
        .filter(own -> Arrays.stream(dimensions()).noneMatch(own::equals))
        .map(own -> "nobody has a value of its own dimension, " + own.title())
        .orElse("");
  }

  /** Of every indicator that has weight. */
  private Dimension[] dimensions() {
    return IntStream.range(0, weights[0].length)
        .filter(i -> weights[0][i] > 0)
        .mapToObj(i -> panel.indicators().get(i).dimension())
        .toArray(Dimension[]::new);
  }

  /** Scores of a unit's indicators, what is unknown in the middle. */
  double[] scores(int unit) {
    double[] scores = new double[yardsticks.size()];
    Arrays.setAll(scores, i -> panel.evidence(unit, i).score(yardsticks.get(i)));
    return scores;
  }

  /** The worst score an indicator of a unit can have. */
  double lowest(int unit, int indicator) {
    return panel.evidence(unit, indicator).lowest(yardsticks.get(indicator));
  }

  /** The best score an indicator of a unit can have. */
  double highest(int unit, int indicator) {
    return panel.evidence(unit, indicator).highest(yardsticks.get(indicator));
  }

  /** The composite of scores under the unit's weights, 1 to 100 whatever rounding adds. */
  double composite(int unit, double[] scores) {
    double sum = 0;
    double[] of = weights(unit);
    for (int i = 0; i < of.length; i++) {
      if (of[i] > 0) {
        sum += of[i] * aggregation.term(scores[i]);
      }
    }
    return Math.max(
        Normalisation.LOWEST_SCORE, Math.min(Normalisation.HIGHEST_SCORE, aggregation.total(sum)));
  }

  /** By how much the composite of a unit grows with what is weighed of each indicator. */
  double[] slopes(int unit) {
    double[] slopes = weights(unit).clone();
    double steepness = aggregation == Aggregation.GEOMETRIC ? composite(unit, scores(unit)) : 1;
    Arrays.setAll(slopes, i -> steepness * slopes[i]);
    return slopes;
  }

  private double[][] weights(WeightMethod method) {
    List<Panel.Scored> indicators = panel.indicators();
    Map<String, Dimension> dimensionOf = new TreeMap<>();
    indicators.forEach(indicator -> dimensionOf.put(indicator.id(), indicator.dimension()));
    Map<String, Double> among = weighting.among(dimensionOf.keySet(), dimensionOf);
    double[] given =
        indicators.stream().mapToDouble(i -> among.getOrDefault(i.id(), 0.0)).toArray();
    return switch (method) {
      case GIVEN -> new double[][] {given};
      case EQUAL -> new double[][] {shared(given, members -> Weights.equal(members.length))};
      case PRINCIPAL_COMPONENTS -> new double[][] {shared(given, this::byComponents)};
      case BENEFIT_OF_THE_DOUBT -> benefitOfTheDoubt(given);
    };
  }

  /** Shares each dimension's weight anew among its indicators that have some. */
  private double[] shared(double[] given, Function<int[], double[]> sharesOf) {
    double[] weights = new double[given.length];
    for (Dimension dimension : Dimension.values()) {
      int[] members =
          IntStream.range(0, given.length)
              .filter(i -> given[i] > 0 && panel.indicators().get(i).dimension() == dimension)
              .toArray();
      if (members.length == 0) {
        continue;
      }
      double total = Arrays.stream(members).mapToDouble(i -> given[i]).sum();
      double[] shares = members.length == 1 ? new double[] {1} : sharesOf.apply(members);
      for (int i = 0; i < members.length; i++) {
        weights[members[i]] = total * shares[i];
      }
    }
    return weights;
  }

  /** Between two members everything correlates fully, so that nothing can be told. */
  private double[] byComponents(int[] members) {
    return panel.units().size() < FEWEST_TO_CORRELATE
        ? Weights.equal(members.length)
        : Weights.principalComponents(allScores(members));
  }

  private double[][] allScores(int[] members) {
    double[][] scores = new double[panel.units().size()][];
    for (int unit = 0; unit < scores.length; unit++) {
      double[] all = scores(unit);
      scores[unit] = Arrays.stream(members).mapToDouble(i -> all[i]).toArray();
    }
    return scores;
  }

  private double[][] benefitOfTheDoubt(double[] given) {
    int[] members = IntStream.range(0, given.length).filter(i -> given[i] > 0).toArray();
    double[][] weights = new double[panel.units().size()][given.length];
    if (members.length == 0) {
      return weights;
    }
    double[] lowest = Arrays.stream(members).mapToDouble(i -> given[i] * LEAST_OF_GIVEN).toArray();
    double[] highest =
        Arrays.stream(members).mapToDouble(i -> Math.min(1, given[i] * MOST_OF_GIVEN)).toArray();
    double[][] scores = allScores(members);
    BenefitOfTheDoubt.Result[] results = BenefitOfTheDoubt.of(scores, lowest, highest);
    for (int unit = 0; unit < weights.length; unit++) {
      double[] own = results[unit].weights();
      double reached = 0;
      for (int i = 0; i < members.length; i++) {
        reached += own[i] * scores[unit][i];
      }
      // The solver may overstep the best by its tolerance.
      double scale = Normalisation.HIGHEST_SCORE / Math.max(1, reached);
      for (int i = 0; i < members.length; i++) {
        weights[unit][members[i]] = scale * own[i];
      }
    }
    return weights;
  }
}
