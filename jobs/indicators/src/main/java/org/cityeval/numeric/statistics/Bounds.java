package org.cityeval.numeric.statistics;

import java.io.Serializable;

/** Lower and upper end of an interval; {@code NaN} where an end is undefined. */
public record Bounds(double low, double high) implements Serializable {
  /** An interval that could not be found. */
  public static final Bounds UNDEFINED = new Bounds(Double.NaN, Double.NaN);

  /** The narrowest interval that holds this one and a value. */
  public Bounds including(double value) {
    return new Bounds(Math.min(low, value), Math.max(high, value));
  }

  /** True where both ends are finite. */
  public boolean isFinite() {
    return Double.isFinite(low) && Double.isFinite(high);
  }
}
