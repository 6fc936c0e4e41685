package org.cityeval.config;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.assembly.MeasureRule;

/** How a measure is read from the rows of its source. */
public record MeasureConfig(
    String value,
    MeasureKind kind,
    double scale,
    int smoothedDays,
    Range range,
    String baseline,
    MeasureRule.BeforeFirst beforeFirst)
    implements Serializable {

  /** The numbers a source can mean, both ends included, in its own units. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"low", "high"})
  public record Range(double low, double high) implements Serializable {}
}
