package org.cityeval.comparison;

import java.util.SplittableRandom;

/**
 * A simulated panel whose true scores are known: what each unit scored, what was estimated of it
 * with a standard error of 1, and draws around the estimate with that error.
 */
record Panel(double[] truth, double[] estimates, double[][] draws) {

  /**
   * @param spread standard deviation of the true scores in standard errors of the estimates
   */
  static Panel of(long seed, int units, double spread, int draws) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] truth = new double[units];
    double[] estimates = new double[units];
    double[][] drawn = new double[units][draws];
    for (int unit = 0; unit < units; unit++) {
      truth[unit] = spread * random.nextGaussian();
      estimates[unit] = truth[unit] + random.nextGaussian();
      for (int draw = 0; draw < draws; draw++) {
        drawn[unit][draw] = estimates[unit] + random.nextGaussian();
      }
    }
    return new Panel(truth, estimates, drawn);
  }

  /** Rank of one of the scores, 1 is the highest. */
  static int rank(double[] scores, int unit) {
    int rank = 1;
    for (double other : scores) {
      rank += other > scores[unit] ? 1 : 0;
    }
    return rank;
  }
}
