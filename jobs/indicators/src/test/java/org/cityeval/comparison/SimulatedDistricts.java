package org.cityeval.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.DependentDays;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Interval;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.ranking.Standing;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.DrawnEstimate;

/**
 * Districts of which the truth is known, sent through the whole chain: daily series, first-order
 * autoregressions about a true level; their means with intervals; goalposts, composites under two
 * weightings, rank sets and classes.
 *
 * @param members districts of a panel
 * @param indicators half of them of each of two dimensions; or 1
 * @param days length of each series
 * @param persistence correlation of a day with the day before
 * @param spread standard deviation of the true levels, in standard errors of a mean; 0 ties all
 */
record SimulatedDistricts(
    int members, int indicators, int days, double persistence, double spread) {
  private static final double LEVEL = 0.95;

  /**
   * What came of many panels.
   *
   * @param together share of panels whose simultaneous sets hold the true ranks of all
   * @param single share of members whose marginal set holds their true rank
   * @param anyFalse share of panels with a false class
   * @param falseShare mean share of false classes among those given
   * @param difference share of members whose interval of the difference of the weightings holds it
   * @param decided share of pairs that the simultaneous sets tell apart
   * @param classed share of members with a class
   */
  record Coverage(
      double together,
      double single,
      double anyFalse,
      double falseShare,
      double difference,
      double decided,
      double classed) {}

  Coverage coverage(int panels, int draws) {
    double[] sums = new double[7];
    for (int panel = 0; panel < panels; panel++) {
      double[] of = one(new SplittableRandom(104_729L * panel + 29), draws, panel);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += of[i] / panels;
      }
    }
    return new Coverage(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6]);
  }

  private double[] one(SplittableRandom random, int draws, long seed) {
    List<Panel.Scored> scored =
        IntStream.range(0, indicators)
            .mapToObj(
                i ->
                    new Panel.Scored(
                        "I" + i,
                        i % 2 == 0 ? Dimension.EFFICIENCY : Dimension.PUBLIC_VALUE,
                        i % 2 == 0 ? Direction.LOWER : Direction.HIGHER))
            .toList();
    double[][] truth = new double[members][indicators];
    List<Judged> units = new ArrayList<>();
    double standardError = Math.sqrt((1 + persistence) / (1 - persistence) / days);
    for (int unit = 0; unit < members; unit++) {
      Map<String, Judged.Value> values = new TreeMap<>();
      for (int i = 0; i < indicators; i++) {
        truth[unit][i] = spread * standardError * random.nextGaussian();
        double[] daily = series(truth[unit][i], random);
        values.put("I" + i, mean(daily));
      }
      units.add(new Judged("u" + (100_000 + unit), "x", values));
    }
    Panel panel = new Panel(units, scored);
    Composites composites =
        new Composites(
            panel,
            Panels.MIN_MAX,
            List.of(
                new Weighting("efficiency", Map.of("efficiency", 3.0, "public_value", 1.0)),
                new Weighting("public_value", Map.of("efficiency", 1.0, "public_value", 2.0))),
            new Composites.Draws(draws, LEVEL, seed));
    return tally(composites, truth);
  }

  private double[] series(double level, SplittableRandom random) {
    return Arrays.stream(DependentDays.of(days, persistence, random))
        .map(day -> level + day)
        .toArray();
  }

  private double[] tally(Composites composites, double[][] truth) {
    double[][] trueComposites = new double[2][members];
    double[] estimates = new double[members];
    DrawnEstimate[] drawn = new DrawnEstimate[members];
    double held = 0;
    for (int unit = 0; unit < members; unit++) {
      double[] composite = new double[2];
      for (int w = 0; w < 2; w++) {
        Scorecard.Scores scores =
            composites.scorecard(w).of(unit, composites.drawn(w, unit), LEVEL);
        composite[w] = scores.composite();
        for (int i = 0; i < indicators; i++) {
          trueComposites[w][unit] +=
              scores.parts().weights().getOrDefault("I" + i, 0.0)
                  * composites.yardsticks().get(i).normalisation().extended(truth[unit][i]);
        }
      }
      Bounds interval = composites.difference(composite[1] - composite[0], 1, 0, unit);
      double difference = trueComposites[1][unit] - trueComposites[0][unit];
      held += interval.low() <= difference && difference <= interval.high() ? 1 : 0;
      estimates[unit] = composite[0];
      drawn[unit] = composites.drawn(0, unit);
    }
    GroupRanks.Ranked[] ranked = GroupRanks.of(estimates, drawn, LEVEL);
    double[] of = new double[7];
    of[0] = 1;
    double median = median(trueComposites[0]);
    double classes = 0;
    double falseClasses = 0;
    for (int unit = 0; unit < members; unit++) {
      int higher = 0;
      int lower = 0;
      for (double other : trueComposites[0]) {
        // In exact numbers tied members are equal.
        higher += other > trueComposites[0][unit] + 1e-9 ? 1 : 0;
        lower += other < trueComposites[0][unit] - 1e-9 ? 1 : 0;
      }
      GroupRanks.Ranked rank = ranked[unit];
      boolean all =
          rank.simultaneous().best() <= 1 + higher
              && rank.simultaneous().worst() >= members - lower;
      boolean alone =
          rank.marginal().best() <= 1 + higher && rank.marginal().worst() >= members - lower;
      of[0] = all ? of[0] : 0;
      of[1] += alone ? 1.0 / members : 0;
      of[5] += (rank.simultaneous().best() - 1) / (members * (members - 1) / 2.0);
      if (rank.standing() != Standing.NOT_DISTINGUISHABLE) {
        classes++;
        double apart = trueComposites[0][unit] - median;
        boolean right = rank.standing() == Standing.CLEARLY_BETTER ? apart > 1e-9 : apart < -1e-9;
        falseClasses += right ? 0 : 1;
      }
    }
    of[2] = falseClasses > 0 ? 1 : 0;
    of[3] = classes == 0 ? 0 : falseClasses / classes;
    of[4] = held / members;
    of[6] = classes / members;
    return of;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** A mean of days as an indicator publishes it. */
  private static Judged.Value mean(double[] daily) {
    DayStatistic mean = DayStatistic.meanOf(daily);
    Interval interval = mean.bound(Result.ok(mean.value()), LEVEL).interval().orElseThrow();
    return new Judged.Value(
        Status.OK,
        mean.value(),
        interval.low(),
        interval.high(),
        interval.level(),
        interval.degreesOfFreedom());
  }
}
