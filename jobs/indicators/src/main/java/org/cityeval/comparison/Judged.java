package org.cityeval.comparison;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.indicator.Status;

/**
 * A district, or a city, with the values it is judged by.
 *
 * @param values its value by indicator id
 */
public record Judged(String unitId, Map<String, Value> values) implements Serializable {

  /**
   * One value.
   *
   * @param value {@code NaN} unless the status is ok
   * @param low lower end of its interval, or the follow-up of a censored duration; {@code NaN} for
   *     none
   * @param high upper end; {@code NaN} for none
   * @param level nominal coverage of the interval
   */
  public record Value(Status status, double value, double low, double high, double level)
      implements Serializable {}

  public Judged {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }
}
