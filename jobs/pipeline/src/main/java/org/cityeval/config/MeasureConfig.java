package org.cityeval.config;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.assembly.MeasureRule;

/**
 * How a measure is read from the rows of its source.
 *
 * @param aggregate how events are put together; null for all other shapes
 */
public record MeasureConfig(
    String value,
    MeasureKind kind,
    Aggregate aggregate,
    double scale,
    int smoothedDays,
    Range range,
    String baseline,
    MeasureRule.BeforeFirst beforeFirst)
    implements Serializable {

  /** How the events of a district and day become one number. */
  public enum Aggregate {
    /** Events with a value. */
    COUNT,
    /** Of the values. */
    SUM,
    /** Of the values, over the events that have one. */
    MEAN,
    /** Different values, exactly. */
    DISTINCT,
    /** Different values, by a sketch. */
    DISTINCT_APPROXIMATE,
    /** Share of the events for which the value holds. */
    SHARE
  }

  /** The numbers a source can mean, both ends included, in its own units. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"low", "high"})
  public record Range(double low, double high) implements Serializable {}
}
