package org.cityeval.config;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import org.cityeval.series.Quantity;

/** One source of the lake, and the measures it provides. */
public record SourceConfig(
    @JsonUnwrapped Location location,
    @JsonUnwrapped Mapping mapping,
    @JsonUnwrapped DistrictKey key,
    @JsonUnwrapped EventMapping events,
    LocalDate expectedThrough,
    ContractConfig contract,
    Map<Quantity, MeasureConfig> measures)
    implements Serializable {

  public SourceConfig {
    measures = Ordered.copyOf(measures);
  }
}
