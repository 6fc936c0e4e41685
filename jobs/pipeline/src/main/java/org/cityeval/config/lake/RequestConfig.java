package org.cityeval.config.lake;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A register of citizens' service requests, and how its rows are read.
 *
 * @param where filter over its rows, or null
 * @param missing marks of a missing value
 * @param asOf the day it was published, or an SQL expression that gives it, or null
 * @param timeZone zone of times that name none
 * @param keptColumns columns that refused records are kept with; null: those that the config uses
 */
public record RequestConfig(
    @JsonUnwrapped Location location,
    @JsonUnwrapped RequestFields fields,
    @JsonUnwrapped RequestDistrict key,
    String where,
    List<String> missing,
    String asOf,
    String timeZone,
    List<String> keptColumns)
    implements Serializable {

  public RequestConfig {
    missing = List.copyOf(missing);
    keptColumns = keptColumns == null ? null : List.copyOf(keptColumns);
  }

  /** The zone of times that name none. */
  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  /** The day it was published, where {@code as_of} declares one date for all its rows. */
  public Optional<LocalDate> declaredAsOf() {
    return Mapping.declaredAsOf(asOf);
  }

  /** The SQL expression that gives the day a row was published, where {@code as_of} is one. */
  public Optional<String> asOfExpression() {
    return Optional.ofNullable(asOf).filter(text -> declaredAsOf().isEmpty());
  }
}
