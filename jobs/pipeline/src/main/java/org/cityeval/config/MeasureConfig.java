package org.cityeval.config;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.Serializable;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.assembly.MeasureRule;
import org.cityeval.assembly.Placement;

/** How a measure is read from the rows of its source. */
public record MeasureConfig(
    String value,
    MeasureKind kind,
    double scale,
    int smoothedDays,
    Range range,
    String baseline,
    MeasureRule.BeforeFirst beforeFirst,
    @JsonUnwrapped Placement placement)
    implements Serializable {

  /** Length of the mean that a day's value carries: the source's own, or its week's or month's. */
  public int carriedMeanDays() {
    return Math.max(smoothedDays, placement.every().longestDays());
  }

  /** The numbers a source can mean, both ends included, in its own units. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"low", "high"})
  public record Range(double low, double high) implements Serializable {}
}
