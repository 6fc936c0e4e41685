package org.cityeval.indicator;

import java.io.Serializable;

/**
 * An interval for a value.
 *
 * @param low lower end; {@code NaN} where there is none
 * @param high upper end; {@code NaN} where there is none (a censored duration has no upper end)
 * @param level its nominal coverage, such as 0.95; {@code NaN} for the bound of a censored value
 * @param degreesOfFreedom of the Student t that its ends are quantiles of, above 0: how well the
 *     scale of the error is known. {@code POSITIVE_INFINITY} for an interval that is normal, exact
 *     or made of percentiles
 * @param method how it was found, such as {@code long_run_t} or {@code quasi_poisson_ar1}
 */
public record Interval(
    double low, double high, double level, double degreesOfFreedom, String method)
    implements Serializable {

  public Interval {
    if (!(degreesOfFreedom > 0)) {
      throw new IllegalArgumentException(
          "An interval has more than 0 degrees of freedom, unlike " + degreesOfFreedom);
    }
  }

  /** An interval whose scale is taken as known: no degrees of freedom to carry. */
  public Interval(double low, double high, double level, String method) {
    this(low, high, level, Double.POSITIVE_INFINITY, method);
  }
}
