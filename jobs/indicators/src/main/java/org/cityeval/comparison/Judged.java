package org.cityeval.comparison;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.indicator.Status;

/**
 * A district, or a city, with the values it is judged by.
 *
 * @param cityId the city it belongs to, or is
 * @param values its value by indicator id
 */
public record Judged(String unitId, String cityId, Map<String, Value> values)
    implements Serializable {

  /**
   * One value.
   *
   * @param value {@code NaN} unless the status is ok
   * @param low lower end of its interval, or the follow-up of a censored duration; {@code NaN} for
   *     none
   * @param high upper end; {@code NaN} for none
   * @param level nominal coverage of the interval
   * @param degreesOfFreedom of the interval; {@code POSITIVE_INFINITY} for a normal one
   */
  public record Value(
      Status status, double value, double low, double high, double level, double degreesOfFreedom)
      implements Serializable {

    /** A value whose interval is normal, or that has none. */
    public Value(Status status, double value, double low, double high, double level) {
      this(status, value, low, high, level, Double.POSITIVE_INFINITY);
    }

    /**
     * What of it helps to set the goalposts: the value, or the follow-up that it exceeds. It is
     * {@code NaN} where it was censored at once, because any duration exceeds 0.
     */
    double mark() {
      return switch (status) {
        case OK -> value;
        case CENSORED -> low > 0 ? low : Double.NaN;
        default -> Double.NaN;
      };
    }
  }

  public Judged {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }
}
