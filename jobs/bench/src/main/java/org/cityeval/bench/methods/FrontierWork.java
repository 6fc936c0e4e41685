package org.cityeval.bench.methods;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cityeval.indicator.frontier.Practice;
import org.cityeval.numeric.frontier.Activities;
import org.cityeval.numeric.frontier.BootstrapEfficiency;
import org.cityeval.numeric.frontier.Disposability;
import org.cityeval.numeric.frontier.Efficiency;
import org.cityeval.numeric.frontier.EfficiencyMeasure;
import org.cityeval.numeric.frontier.Orientation;
import org.cityeval.numeric.frontier.ReturnsToScale;
import org.cityeval.numeric.frontier.SimarWilson;
import org.cityeval.numeric.frontier.Subsampling;

/**
 * Data envelopment of the districts' practices. A radial measure knows no output that is not
 * wanted: there the cases are an input. Resampling solves at most so many programs as the joint
 * efficiency does by default, so its replicates are the fewer the more districts there are.
 */
final class FrontierWork {
  private static final EfficiencyMeasure RADIAL =
      EfficiencyMeasure.radial(Orientation.INPUT, ReturnsToScale.VARIABLE);
  private static final EfficiencyMeasure DIRECTIONAL =
      EfficiencyMeasure.directional(ReturnsToScale.VARIABLE, Disposability.WEAK);

  private static final int MOST_REPLICATES = 500;
  private static final int FEWEST_REPLICATES = 100;
  private static final int PROGRAMS = 200_000;
  private static final double INTERVAL_LEVEL = 0.95;

  private FrontierWork() {}

  static Work radial(int districts, long seed) {
    Activities activities = inputsAndOutputs(practices(districts, seed));
    return results -> results.accept(Efficiency.of(RADIAL, activities));
  }

  static Work directional(int districts, long seed) {
    Activities activities = withUndesirable(practices(districts, seed));
    return results -> results.accept(Efficiency.of(DIRECTIONAL, activities));
  }

  static Work simarWilson(int districts, long seed) {
    Activities activities = inputsAndOutputs(practices(districts, seed));
    return results ->
        results.accept(
            numbers(
                SimarWilson.of(RADIAL, activities, replicates(districts), INTERVAL_LEVEL, seed)));
  }

  static Work subsampling(int districts, long seed) {
    Activities activities = withUndesirable(practices(districts, seed));
    int size = Practice.subsample(districts);
    return results ->
        results.accept(
            numbers(
                Subsampling.of(
                    DIRECTIONAL, activities, size, replicates(districts), INTERVAL_LEVEL, seed)));
  }

  private static int replicates(int districts) {
    return Math.min(MOST_REPLICATES, Math.max(FEWEST_REPLICATES, PROGRAMS / districts));
  }

  private static double[][] practices(int districts, long seed) {
    SyntheticDistricts synthetic = new SyntheticDistricts(seed);
    return IntStream.range(0, districts).mapToObj(synthetic::practice).toArray(double[][]::new);
  }

  private static Activities inputsAndOutputs(double[][] practices) {
    return Activities.of(columns(practices, 0, 2), columns(practices, 1));
  }

  private static Activities withUndesirable(double[][] practices) {
    return new Activities(columns(practices, 0), columns(practices, 1), columns(practices, 2));
  }

  private static double[][] columns(double[][] practices, int... columns) {
    return Arrays.stream(practices)
        .map(practice -> Arrays.stream(columns).mapToDouble(c -> practice[c]).toArray())
        .toArray(double[][]::new);
  }

  private static double[] numbers(BootstrapEfficiency[] efficiencies) {
    return Arrays.stream(efficiencies)
        .flatMapToDouble(
            e ->
                Arrays.stream(
                    new double[] {e.corrected(), e.interval().low(), e.interval().high()}))
        .toArray();
  }
}
