package org.cityeval.config.lake;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a row of a source becomes an observation of one district on one day. */
public record Mapping(
    Shape shape,
    String district,
    String date,
    String dateColumns,
    String where,
    UnknownDistrict unknownDistrict,
    List<String> missing,
    String asOf)
    implements Serializable {

  /**
   * Whether a day or a district is a row or a column, or a row is one event among many of a day.
   */
  public enum Shape {
    LONG,
    WIDE_DATES,
    WIDE_DISTRICTS,
    EVENTS;

    /** How the shape is written in configs. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a row is many cells, each a record. */
    public boolean isWide() {
      return this == WIDE_DATES || this == WIDE_DISTRICTS;
    }
  }

  /** What becomes of a row whose district is not on the list. */
  public enum UnknownDistrict {
    QUARANTINE,
    OUT_OF_SCOPE
  }

  public Mapping {
    missing = List.copyOf(missing);
  }

  /** The day the source was published, where {@code as_of} declares one date for all its rows. */
  public Optional<LocalDate> declaredAsOf() {
    return declaredAsOf(asOf);
  }

  /** The date that an {@code as_of} declares; none where it is null or an expression. */
  static Optional<LocalDate> declaredAsOf(String asOf) {
    try {
      return Optional.ofNullable(asOf).map(LocalDate::parse);
    } catch (DateTimeParseException anExpression) {
      return Optional.empty();
    }
  }

  /** The SQL expression that gives the day a row was published, where {@code as_of} is one. */
  public Optional<String> asOfExpression() {
    return Optional.ofNullable(asOf).filter(text -> declaredAsOf().isEmpty());
  }
}
