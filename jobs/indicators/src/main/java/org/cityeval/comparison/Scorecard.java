package org.cityeval.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Seed;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.statistics.BootstrapInterval;
import org.cityeval.numeric.statistics.Bounds;

/**
 * Scores of a group of districts, or of cities, under one weighting: normalised by the panel's
 * goalposts, weighted arithmetically (OECD/JRC 2008, steps 5 to 7). A missing or censored value is
 * carried as the interval it may lie in; leaving it out would reward not recovering.
 */
public final class Scorecard {
  private Scorecard() {}

  /**
   * The scores of one unit.
   *
   * @param dimensions score by dimension; absent where the weighting gives the dimension no weight
   * @param contributions each indicator's part of the composite; they add up to it
   * @param measuredWeight share of the weight that rests on values with status ok or censored
   * @param draws what the composite could be, draw by draw, in step across weightings
   */
  public record Scores(
      String unitId,
      Map<Dimension, Double> dimensions,
      double composite,
      Bounds interval,
      Map<String, Double> contributions,
      double measuredWeight,
      double[] draws) {}

  /**
   * How draws are made.
   *
   * @param count draws per value
   * @param level nominal coverage of the intervals
   * @param seed seed of the group and period; each unit and indicator has its own from it
   */
  public record Draws(int count, double level, long seed) {}

  /**
   * Scores the units.
   *
   * @param goalposts by indicator id, of the whole panel; an indicator without them (nobody has a
   *     value) or without weight is left out for everyone
   * @param dimensionOf the dimension of each indicator id
   * @return scores sorted by unit id
   */
  public static List<Scores> of(
      List<Judged> units,
      Map<String, Goalposts> goalposts,
      Map<String, Dimension> dimensionOf,
      Weighting weighting,
      Draws draws) {
    List<String> scored =
        new TreeMap<>(goalposts).keySet().stream().filter(id -> weighting.of(id) > 0).toList();
    double totalWeight = scored.stream().mapToDouble(weighting::of).sum();
    List<Scores> scores = new ArrayList<>();
    if (totalWeight > 0) {
      for (Judged unit : units.stream().sorted(Comparator.comparing(Judged::unitId)).toList()) {
        scores.add(score(unit, scored, goalposts, dimensionOf, weighting, totalWeight, draws));
      }
    }
    return scores;
  }

  private static Scores score(
      Judged unit,
      List<String> scored,
      Map<String, Goalposts> goalposts,
      Map<String, Dimension> dimensionOf,
      Weighting weighting,
      double totalWeight,
      Draws draws) {
    Map<String, Double> contributions = new LinkedHashMap<>();
    Map<Dimension, double[]> byDimension = new TreeMap<>();
    double[] composite = new double[draws.count()];
    double measured = 0;
    for (String indicator : scored) {
      Judged.Value value = unit.values().get(indicator);
      // The seed leaves the weighting out: both weightings see the same draw of the same value.
      ScoreDraws one =
          ScoreDraws.of(
              value,
              goalposts.get(indicator),
              draws.count(),
              Seed.of(draws.seed(), unit.unitId(), indicator));
      double weight = weighting.of(indicator);
      contributions.put(indicator, one.score() * weight / totalWeight);
      double[] sums = byDimension.computeIfAbsent(dimensionOf.get(indicator), key -> new double[2]);
      sums[0] += weight * one.score();
      sums[1] += weight;
      for (int draw = 0; draw < composite.length; draw++) {
        composite[draw] += one.draws()[draw] * weight / totalWeight;
      }
      boolean known =
          value != null && (value.status() == Status.OK || value.status() == Status.CENSORED);
      measured += known ? weight / totalWeight : 0;
    }
    Map<Dimension, Double> dimensions = new TreeMap<>();
    byDimension.forEach((dimension, sums) -> dimensions.put(dimension, sums[0] / sums[1]));
    return new Scores(
        unit.unitId(),
        dimensions,
        contributions.values().stream().mapToDouble(Double::doubleValue).sum(),
        BootstrapInterval.percentile(composite, draws.level()),
        contributions,
        measured,
        composite);
  }

  /** Interval of the difference of two composites of one unit, draw by draw. */
  public static Bounds difference(Scores minuend, Scores subtrahend, double level) {
    double[] difference = new double[minuend.draws().length];
    Arrays.setAll(difference, draw -> minuend.draws()[draw] - subtrahend.draws()[draw]);
    return BootstrapInterval.percentile(difference, level);
  }
}
