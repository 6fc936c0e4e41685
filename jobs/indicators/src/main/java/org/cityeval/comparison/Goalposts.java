package org.cityeval.comparison;

import java.io.Serializable;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Status;

/**
 * The worst and the best value of an indicator over the whole panel. Fixed per run and stored, so
 * that a score can be redone (OECD/JRC 2008, step 5: min-max).
 */
public record Goalposts(double worst, double best) implements Serializable {
  /** Scores run from here: a zero would wreck a geometric mean. */
  public static final double LOWEST_SCORE = 1;

  public static final double HIGHEST_SCORE = 100;

  /** The goalposts that the smallest and largest value of the panel set. */
  public static Goalposts of(Direction better, double smallest, double largest) {
    return better == Direction.HIGHER
        ? new Goalposts(smallest, largest)
        : new Goalposts(largest, smallest);
  }

  /** The score of a value, 1 (worst) to 100 (best); 50.5 where the whole panel is equal. */
  public double score(double value) {
    if (worst == best) {
      return (LOWEST_SCORE + HIGHEST_SCORE) / 2;
    }
    double share = (value - worst) / (best - worst);
    return LOWEST_SCORE + (HIGHEST_SCORE - LOWEST_SCORE) * Math.max(0, Math.min(1, share));
  }

  /** What of a value sets the goalposts: the value, or the follow-up that it exceeds. */
  public static double mark(Judged.Value value) {
    return value.status() == Status.OK
        ? value.value()
        : value.status() == Status.CENSORED ? value.low() : Double.NaN;
  }
}
