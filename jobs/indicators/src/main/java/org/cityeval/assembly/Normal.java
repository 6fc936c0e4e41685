package org.cityeval.assembly;

import java.io.Serializable;
import java.time.LocalDate;

/** What a level would have been on an ordinary day, as the series itself tells. */
public interface Normal extends Serializable {
  /**
   * The normal of each day; {@code NaN} where the series does not tell one.
   *
   * @param daily level per day, {@code NaN} where unobserved
   * @param firstDay the date of the first element
   */
  double[] of(double[] daily, LocalDate firstDay);
}
