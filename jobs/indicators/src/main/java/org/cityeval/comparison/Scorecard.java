package org.cityeval.comparison;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.indicator.Dimension;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.numeric.statistics.BootstrapInterval;
import org.cityeval.numeric.statistics.Bounds;

/**
 * Scores of a panel under one weighting: indicators to dimensions to a composite (OECD/JRC 2008,
 * steps 5 to 7). A missing or censored value is carried as the interval it may lie in.
 */
public final class Scorecard {
  private final Panel panel;
  private final CompositeModel model;

  Scorecard(Panel panel, CompositeModel model) {
    this.panel = panel;
    this.model = model;
  }

  /**
   * The scores of one unit.
   *
   * @param dimensions score by dimension; absent where the weighting gives the dimension no weight
   * @param interval of the composite, over the draws; reaches to the composite where lopsided
   *     errors of many values leave it outside
   * @param possible the composite were every unknown value the worst, or the best, it can be
   * @param measuredWeight share of the weight that rests on values with status ok or censored
   */
  public record Scores(
      String unitId,
      Map<Dimension, Double> dimensions,
      double composite,
      Bounds interval,
      Bounds possible,
      Parts parts,
      double measuredWeight) {}

  /**
   * What a composite is made of, by indicator id.
   *
   * @param scores 1 to 100; of what is unknown the middle of what is possible
   * @param weights those of this unit, above zero
   * @param contributions they add up to the composite, or to its logarithm for a geometric mean
   */
  public record Parts(
      Map<String, Double> scores, Map<String, Double> weights, Map<String, Double> contributions) {}

  /**
   * The scores of a unit.
   *
   * @param composites what its composite could be, draw by draw
   */
  public Scores of(int unit, double[] composites, double level) {
    double[] scores = model.scores(unit);
    double[] weights = model.weights(unit);
    Aggregation aggregation = model.aggregation();
    double[] lowest = scores.clone();
    double[] highest = scores.clone();
    Map<String, Double> byIndicator = new TreeMap<>();
    Map<String, Double> weightOf = new TreeMap<>();
    Map<String, Double> contributions = new TreeMap<>();
    Map<Dimension, double[]> sums = new TreeMap<>();
    double known = 0;
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      Panel.Scored indicator = panel.indicators().get(i);
      byIndicator.put(indicator.id(), scores[i]);
      if (!(weights[i] > 0)) {
        continue;
      }
      lowest[i] = model.lowest(unit, i);
      highest[i] = model.highest(unit, i);
      double contribution = weights[i] * aggregation.term(scores[i]);
      weightOf.put(indicator.id(), weights[i]);
      contributions.put(indicator.id(), contribution);
      double[] sum = sums.computeIfAbsent(indicator.dimension(), dimension -> new double[2]);
      sum[0] += contribution;
      sum[1] += weights[i];
      total += weights[i];
      known += panel.evidence(unit, i).isKnown() ? weights[i] : 0;
    }
    Map<Dimension, Double> dimensions = new TreeMap<>();
    sums.forEach((of, sum) -> dimensions.put(of, aggregation.total(sum[0] / sum[1])));
    double composite = model.composite(unit, scores);
    return new Scores(
        panel.units().get(unit).unitId(),
        dimensions,
        composite,
        around(composite, onScale(BootstrapInterval.percentile(composites, level))),
        new Bounds(model.composite(unit, lowest), model.composite(unit, highest)),
        new Parts(byIndicator, weightOf, contributions),
        total == 0 ? 0 : known / total);
  }

  private static Bounds onScale(Bounds interval) {
    return new Bounds(
        Math.max(Normalisation.LOWEST_SCORE, interval.low()),
        Math.min(Normalisation.HIGHEST_SCORE, interval.high()));
  }

  private static Bounds around(double estimate, Bounds interval) {
    return new Bounds(Math.min(estimate, interval.low()), Math.max(estimate, interval.high()));
  }

  /**
   * Interval of the difference of two composites of one unit, draw by draw; reaches to the
   * difference of the composites themselves.
   */
  public static Bounds difference(
      double difference, double[] minuend, double[] subtrahend, double level) {
    double[] drawn = new double[minuend.length];
    Arrays.setAll(drawn, draw -> minuend[draw] - subtrahend[draw]);
    return around(difference, BootstrapInterval.percentile(drawn, level));
  }
}
