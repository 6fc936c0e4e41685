package org.cityeval.config;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;

/** How a measure is read from the rows of its source. */
public record MeasureConfig(
    String value,
    Kind kind,
    double scale,
    int smoothedDays,
    Range range,
    String baseline,
    BeforeFirst beforeFirst)
    implements Serializable {

  /** What a number of the source says. */
  public enum Kind {
    DAILY_COUNT,
    CUMULATIVE_COUNT,
    INDEX,
    PERCENT_CHANGE,
    LEVEL;

    /** How the kind is written in configs. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What a cumulative count was before the source first reported it. */
  public enum BeforeFirst {
    MISSING,
    ZERO
  }

  /** The numbers a source can mean, both ends included, in its own units. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"low", "high"})
  public record Range(double low, double high) implements Serializable {}
}
