package org.cityeval.indicator;

import java.io.Serializable;

/**
 * What one series leaves behind in the pass grouped by district, for a later pass to put together.
 *
 * @param status ok, or why the series has nothing to say
 * @param n observed days
 * @param coverage share of the period's days on which every input was observed
 * @param values numbers whose layout the indicator defines
 */
public record Trace(Status status, String reason, int n, double coverage, double[] values)
    implements Serializable {

  /** A series that has nothing to say, and why. */
  public static Trace none(Status status, String reason, int n, double coverage) {
    return new Trace(status, reason, n, coverage, new double[0]);
  }

  /** The result of a series that has nothing to say. */
  public Result refusal() {
    return observed(Result.none(status, reason));
  }

  /** The result with the days it rests on. */
  public Result observed(Result result) {
    return result.withN(n).withCoverage(coverage);
  }
}
