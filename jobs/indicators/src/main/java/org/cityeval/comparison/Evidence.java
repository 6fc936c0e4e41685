package org.cityeval.comparison;

import java.util.SplittableRandom;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.numeric.statistics.StudentT;

/**
 * What is known of one value: it was measured, with an interval; it is a duration that lasts longer
 * than the follow-up; or nothing. What is not known is carried as the interval it may lie in, never
 * left out: leaving it out would reward not recovering.
 *
 * @param value the measured value, or the follow-up
 * @param below scale of what lies below a measured value: its standard error
 * @param above scale of what lies above
 * @param error what a draw is of, in units of the scale
 */
record Evidence(Kind kind, double value, double below, double above, StudentT error) {

  /** What a draw moves, and between which ends. */
  enum Kind {
    MEASURED,
    CENSORED,
    UNKNOWN
  }

  private static final StudentT NORMAL = new StudentT(Double.POSITIVE_INFINITY);
  private static final Evidence NOTHING = new Evidence(Kind.UNKNOWN, Double.NaN, 0, 0, NORMAL);

  /** The evidence of a value; null is no value. */
  static Evidence of(Judged.Value value) {
    if (value == null || !Double.isFinite(value.mark())) {
      return NOTHING;
    }
    return value.status() == Status.OK
        ? measured(value)
        : new Evidence(Kind.CENSORED, value.mark(), 0, 0, NORMAL);
  }

  /**
   * Two halves of a Student t that fit the interval, with its degrees of freedom; a value without
   * an interval is taken as exact.
   */
  private static Evidence measured(Judged.Value value) {
    StudentT error = new StudentT(value.degreesOfFreedom());
    double t = Double.isNaN(value.level()) ? Double.NaN : error.quantile((1 + value.level()) / 2);
    double down = value.value() - value.low();
    double up = value.high() - value.value();
    return new Evidence(
        Kind.MEASURED, value.value(), spread(down, up, t), spread(up, down, t), error);
  }

  /** An open side is taken as wide as the other. */
  private static double spread(double side, double otherSide, double t) {
    double width = Double.isNaN(side) ? otherSide : side;
    return Double.isNaN(width) || Double.isNaN(t) ? 0 : Math.max(0, width / t);
  }

  boolean isKnown() {
    return kind != Kind.UNKNOWN;
  }

  /** A number that {@link #scores} reads: of Student's t, or uniform. */
  double draw(SplittableRandom random) {
    return kind == Kind.MEASURED ? error.draw(random) : random.nextDouble();
  }

  /** As {@link #draw}, but standard normal: as if the scale of the error were known. */
  double drawOfKnownScale(SplittableRandom random) {
    return kind == Kind.MEASURED ? random.nextGaussian() : random.nextDouble();
  }

  /** How well the scale of what is drawn is known; what may lie in a range has a known one. */
  double degreesOfFreedom() {
    return error.degreesOfFreedom();
  }

  /** By draw, the score, were the value what the draw makes of it; may lie beyond 1 and 100. */
  double[] scores(Yardstick yardstick, double[] draws) {
    double[] scores = new double[draws.length];
    if (kind == Kind.MEASURED) {
      // By the bit of the sign, which nothing can foresee.
      double[] sides = {above, below};
      for (int draw = 0; draw < draws.length; draw++) {
        int side = (int) (Double.doubleToRawLongBits(draws[draw]) >>> (Long.SIZE - 1));
        scores[draw] = draws[draw] * sides[side];
      }
      return yardstick.drawn(value, scores);
    }
    double lowest = lowest();
    double range = highest(yardstick) - lowest;
    for (int draw = 0; draw < draws.length; draw++) {
      scores[draw] = lowest + range * draws[draw];
    }
    return scores;
  }

  /** The score of a measured value; the middle of what is possible otherwise. */
  double score(Yardstick yardstick) {
    return kind == Kind.MEASURED ? yardstick.score(value) : (lowest() + highest(yardstick)) / 2;
  }

  /** The worst score that is possible. */
  double lowest(Yardstick yardstick) {
    return kind == Kind.MEASURED ? yardstick.score(value) : lowest();
  }

  /** The best score that is possible: of a censored duration, that of ending today. */
  double highest(Yardstick yardstick) {
    return kind == Kind.UNKNOWN ? Normalisation.HIGHEST_SCORE : yardstick.score(value);
  }

  private static double lowest() {
    return Normalisation.LOWEST_SCORE;
  }
}
