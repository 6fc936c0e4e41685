package org.cityeval.comparison;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.indicator.Dimension;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.DrawnEstimate;

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
   * @param known how much of the weight rests on what
   */
  public record Scores(
      String unitId,
      Map<Dimension, Double> dimensions,
      double composite,
      Bounds interval,
      Bounds possible,
      Parts parts,
      Known known) {}

  /**
   * Shares of the weight; they add up to 1.
   *
   * @param measured rests on values with status ok
   * @param censored rests on durations of which the follow-up, above 0, is known
   * @param missing rests on nothing: values with any other status, or censored at once
   */
  public record Known(double measured, double censored, double missing) {
    /** More missing than this, and a composite is more guess than knowledge. */
    public static final double MOST_MISSING = 0.5;

    /** Nine decimals, as for ranks: shares are sums of weights. */
    private static final double ROUNDING = 1e-9;

    /** Whether enough is known for a rank. */
    public boolean isEnough() {
      return missing <= MOST_MISSING + ROUNDING;
    }
  }

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
   * @param drawn what its composite could be
   */
  public Scores of(int unit, DrawnEstimate drawn, double level) {
    double[] scores = model.scores(unit);
    double[] weights = model.weights(unit);
    Aggregation aggregation = model.aggregation();
    double[] lowest = scores.clone();
    double[] highest = scores.clone();
    Map<String, Double> byIndicator = new TreeMap<>();
    Map<String, Double> weightOf = new TreeMap<>();
    Map<String, Double> contributions = new TreeMap<>();
    Map<Dimension, double[]> sums = new TreeMap<>();
    Map<Evidence.Kind, Double> known = new EnumMap<>(Evidence.Kind.class);
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
      known.merge(panel.evidence(unit, i).kind(), weights[i], Double::sum);
    }
    Map<Dimension, Double> dimensions = new TreeMap<>();
    sums.forEach((of, sum) -> dimensions.put(of, aggregation.total(sum[0] / sum[1])));
    double composite = model.composite(unit, scores);
    return new Scores(
        panel.units().get(unit).unitId(),
        dimensions,
        composite,
        onScale(drawn.interval(level)).including(composite),
        new Bounds(model.composite(unit, lowest), model.composite(unit, highest)),
        new Parts(byIndicator, weightOf, contributions),
        known(known, total));
  }

  /** Nothing weighed is nothing known. */
  private static Known known(Map<Evidence.Kind, Double> weights, double total) {
    return total == 0
        ? new Known(0, 0, 1)
        : new Known(
            weights.getOrDefault(Evidence.Kind.MEASURED, 0.0) / total,
            weights.getOrDefault(Evidence.Kind.CENSORED, 0.0) / total,
            weights.getOrDefault(Evidence.Kind.UNKNOWN, 0.0) / total);
  }

  private static Bounds onScale(Bounds interval) {
    return new Bounds(
        Math.max(Normalisation.LOWEST_SCORE, interval.low()),
        Math.min(Normalisation.HIGHEST_SCORE, interval.high()));
  }
}
