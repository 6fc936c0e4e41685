package org.cityeval.comparison;

import java.util.SplittableRandom;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.composite.Normalisation;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * What is known of one value: it was measured, with an interval; it is a duration that lasts longer
 * than the follow-up; or nothing. What is not known is carried as the interval it may lie in, never
 * left out: leaving it out would reward not recovering.
 *
 * @param value the measured value, or the follow-up
 * @param below standard deviation of what lies below a measured value
 * @param above standard deviation of what lies above
 */
record Evidence(Kind kind, double value, double below, double above) {

  /** What a draw moves, and between which ends. */
  enum Kind {
    MEASURED,
    CENSORED,
    UNKNOWN
  }

  private static final Evidence NOTHING = new Evidence(Kind.UNKNOWN, Double.NaN, 0, 0);

  /** The evidence of a value; null is no value. */
  static Evidence of(Judged.Value value) {
    if (value == null || !Double.isFinite(value.mark())) {
      return NOTHING;
    }
    return value.status() == Status.OK
        ? measured(value)
        : new Evidence(Kind.CENSORED, value.mark(), 0, 0);
  }

  /** Two half normals that fit the interval; a value without one is taken as exact. */
  private static Evidence measured(Judged.Value value) {
    double z =
        Double.isNaN(value.level())
            ? Double.NaN
            : new NormalDistribution().inverseCumulativeProbability((1 + value.level()) / 2);
    double down = value.value() - value.low();
    double up = value.high() - value.value();
    return new Evidence(Kind.MEASURED, value.value(), spread(down, up, z), spread(up, down, z));
  }

  /** An open side is taken as wide as the other. */
  private static double spread(double side, double otherSide, double z) {
    double width = Double.isNaN(side) ? otherSide : side;
    return Double.isNaN(width) || Double.isNaN(z) ? 0 : Math.max(0, width / z);
  }

  boolean isKnown() {
    return kind != Kind.UNKNOWN;
  }

  /** A number that {@link #score(Yardstick, double)} reads: standard normal, or uniform. */
  double draw(SplittableRandom random) {
    return kind == Kind.MEASURED ? random.nextGaussian() : random.nextDouble();
  }

  /** The score, were the value what the draw makes of it; may lie beyond 1 and 100. */
  double score(Yardstick yardstick, double draw) {
    if (kind == Kind.MEASURED) {
      return yardstick.drawn(value, draw * (draw < 0 ? below : above));
    }
    double lowest = lowest();
    return lowest + (highest(yardstick) - lowest) * draw;
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
