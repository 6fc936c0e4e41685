package org.cityeval.config.lake;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cityeval.series.Quantity;

/**
 * One source of the lake, and the measures it provides.
 *
 * @param keptColumns columns that refused records are kept with; null: those that the config uses
 */
public record SourceConfig(
    @JsonUnwrapped Location location,
    @JsonUnwrapped Mapping mapping,
    @JsonUnwrapped DistrictKey key,
    @JsonUnwrapped EventMapping events,
    LocalDate expectedThrough,
    ContractConfig contract,
    Map<Quantity, MeasureConfig> measures,
    List<String> keptColumns)
    implements Serializable {

  public SourceConfig {
    measures = Ordered.copyOf(measures);
    keptColumns = keptColumns == null ? null : List.copyOf(keptColumns);
  }
}
