package org.cityeval.bench.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cityeval.comparison.ChoiceSensitivity;
import org.cityeval.comparison.CompositeMethod;
import org.cityeval.comparison.Composites;
import org.cityeval.comparison.GroupRanks;
import org.cityeval.comparison.Judged;
import org.cityeval.comparison.Panel;
import org.cityeval.comparison.WeightMethod;
import org.cityeval.comparison.Weighting;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.numeric.statistics.DrawnEstimate;

/**
 * Composites, ranks and choices of a panel of made-up districts: twelve indicators in three
 * dimensions, one value in ten censored and one in ten missing, two weightings.
 */
final class ComparisonWork {
  private static final int INDICATORS = 12;
  private static final int DRAWS = 10_000;
  private static final int CHOICE_DRAWS = 100;
  private static final double LEVEL = 0.95;

  private static final CompositeMethod METHOD =
      new CompositeMethod(
          false,
          Normalisation.Method.MIN_MAX,
          WeightMethod.GIVEN,
          Aggregation.ARITHMETIC,
          Map.of());

  private static final List<Weighting> WEIGHTINGS =
      List.of(
          new Weighting(
              Weighting.EFFICIENCY,
              Map.of("efficiency", 0.6, "precision", 0.3, "public_value", 0.1)),
          new Weighting(
              Weighting.PUBLIC_VALUE,
              Map.of("efficiency", 0.2, "precision", 0.4, "public_value", 0.4)));

  private ComparisonWork() {}

  /** Per weighting the composites, their intervals, and the ranks among all with their sets. */
  static Work comparison(int districts, long seed) {
    Panel panel = panel(districts, seed);
    return results -> {
      Composites composites =
          new Composites(panel, METHOD, WEIGHTINGS, new Composites.Draws(DRAWS, LEVEL, seed));
      for (int weighting = 0; weighting < WEIGHTINGS.size(); weighting++) {
        double[] scores = new double[districts];
        DrawnEstimate[] draws = new DrawnEstimate[districts];
        double[] result = new double[7 * districts];
        for (int unit = 0; unit < districts; unit++) {
          draws[unit] = composites.drawn(weighting, unit);
          var score = composites.scorecard(weighting).of(unit, draws[unit], LEVEL);
          scores[unit] = score.composite();
          result[unit] = score.composite();
          result[districts + unit] = score.interval().low();
          result[2 * districts + unit] = score.interval().high();
        }
        GroupRanks.Ranked[] ranked = GroupRanks.of(scores, draws, LEVEL);
        for (int unit = 0; unit < districts; unit++) {
          result[3 * districts + unit] = ranked[unit].marginal().best();
          result[4 * districts + unit] = ranked[unit].marginal().worst();
          result[5 * districts + unit] = ranked[unit].simultaneous().best();
          result[6 * districts + unit] = ranked[unit].simultaneous().worst();
        }
        results.accept(result);
      }
    };
  }

  /** Per district the Sobol indices of its rank among all, under the first weighting. */
  static Work choices(int districts, long seed) {
    Panel panel = panel(districts, seed);
    int[] everyone = IntStream.range(0, districts).toArray();
    return results -> {
      ChoiceSensitivity choices =
          ChoiceSensitivity.of(panel, METHOD, WEIGHTINGS.subList(0, 1), CHOICE_DRAWS, seed).get(0);
      for (ChoiceSensitivity.Robustness robustness : choices.of(everyone, LEVEL)) {
        results.accept(robustness.total());
      }
    };
  }

  private static Panel panel(int districts, long seed) {
    List<Panel.Scored> scored = new ArrayList<>();
    Dimension[] dimensions = {Dimension.EFFICIENCY, Dimension.PRECISION, Dimension.PUBLIC_VALUE};
    for (int i = 0; i < INDICATORS; i++) {
      scored.add(
          new Panel.Scored(
              String.format(Locale.ROOT, "I%02d", i),
              dimensions[i % dimensions.length],
              i % 2 == 0 ? Direction.LOWER : Direction.HIGHER));
    }
    List<Judged> units = new ArrayList<>();
    for (int district = 0; district < districts; district++) {
      SplittableRandom random = new SplittableRandom(seed + district);
      double own = random.nextGaussian();
      Map<String, Judged.Value> values = new TreeMap<>();
      for (Panel.Scored indicator : scored) {
        double value =
            (indicator.better() == Direction.HIGHER ? own : -own) + random.nextGaussian();
        double half = 0.2 + random.nextDouble();
        int fate = random.nextInt(10);
        if (fate == 0) {
          continue;
        }
        values.put(
            indicator.id(),
            fate == 1 && indicator.better() == Direction.LOWER
                ? new Judged.Value(Status.CENSORED, Double.NaN, value, Double.NaN, Double.NaN)
                : new Judged.Value(Status.OK, value, value - half, value + half, LEVEL));
      }
      units.add(new Judged(String.format(Locale.ROOT, "d%06d", district), "c", values));
    }
    return new Panel(units, scored);
  }
}
