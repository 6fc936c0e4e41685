package org.cityeval.comparison;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cityeval.indicator.Status;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** The score of one value, and draws from what it could be. */
record ScoreDraws(double score, double[] draws) {

  /**
   * A measured value is drawn from two half normals that fit its interval; a censored one lies
   * between its follow-up and the worst; one that is missing lies anywhere.
   */
  static ScoreDraws of(Judged.Value value, Goalposts goalposts, int draws, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return switch (value == null ? Status.MISSING_INPUT : value.status()) {
      case OK -> measured(value, goalposts, draws, random);
      case CENSORED -> between(Goalposts.LOWEST_SCORE, goalposts.score(value.low()), draws, random);
      default -> between(Goalposts.LOWEST_SCORE, Goalposts.HIGHEST_SCORE, draws, random);
    };
  }

  private static ScoreDraws measured(
      Judged.Value value, Goalposts goalposts, int draws, SplittableRandom random) {
    double z =
        Double.isNaN(value.level())
            ? Double.NaN
            : new NormalDistribution().inverseCumulativeProbability((1 + value.level()) / 2);
    double below = spread(value.value() - value.low(), value.high() - value.value(), z);
    double above = spread(value.high() - value.value(), value.value() - value.low(), z);
    double[] scores = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      double normal = random.nextGaussian();
      scores[draw] = goalposts.score(value.value() + normal * (normal < 0 ? below : above));
    }
    return new ScoreDraws(goalposts.score(value.value()), scores);
  }

  /** Standard deviation of one side; an open side is taken as wide as the other. */
  private static double spread(double side, double otherSide, double z) {
    double width = Double.isNaN(side) ? otherSide : side;
    return Double.isNaN(width) || Double.isNaN(z) ? 0 : Math.max(0, width / z);
  }

  private static ScoreDraws between(double low, double high, int draws, SplittableRandom random) {
    double[] scores = new double[draws];
    Arrays.setAll(scores, draw -> low + (high - low) * random.nextDouble());
    return new ScoreDraws((low + high) / 2, scores);
  }
}
