package org.cityeval.config.lake;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.Serializable;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.assembly.MeasureRule;
import org.cityeval.assembly.Placement;
import org.cityeval.series.Quantity;
import org.cityeval.series.Unit;

/** How a measure is read from the rows of its source, and what its numbers say. */
public record MeasureConfig(
    @JsonUnwrapped Reading reading,
    MeasureKind kind,
    double scale,
    int smoothedDays,
    String baseline,
    MeasureRule.BeforeFirst beforeFirst,
    @JsonUnwrapped Placement placement)
    implements Serializable {

  /**
   * How a number is found.
   *
   * @param value SQL expression over a row
   * @param aggregate how events are put together, or the levels of the parts of a merged district;
   *     null elsewhere
   * @param range the numbers there can be; null for any
   */
  public record Reading(String value, Aggregate aggregate, Range range) implements Serializable {}

  /** SQL expression of the number. */
  public String value() {
    return reading.value();
  }

  /** How events, or levels of parts, are put together; null elsewhere. */
  public Aggregate aggregate() {
    return reading.aggregate();
  }

  /**
   * Whether the numbers of several parts of a district add up to that of the whole; else its number
   * is their mean.
   */
  public boolean addsUp(Quantity quantity) {
    return kind == MeasureKind.DAILY_COUNT
        || kind == MeasureKind.CUMULATIVE_COUNT
        || quantity.unit() == Unit.ENTERPRISES
        || (kind == MeasureKind.LEVEL && aggregate() == Aggregate.SUM);
  }

  /** The numbers there can be; null for any. */
  public Range range() {
    return reading.range();
  }

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

  /** Length of the mean that a day's value carries: the source's own, or its week's or month's. */
  public int carriedMeanDays() {
    return Math.max(smoothedDays, placement.every().longestDays());
  }

  /** The numbers a source can mean, both ends included, in its own units. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"low", "high"})
  public record Range(double low, double high) implements Serializable {}
}
