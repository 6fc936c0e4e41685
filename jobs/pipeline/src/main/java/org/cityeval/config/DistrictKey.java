package org.cityeval.config;

import java.io.Serializable;
import java.util.Map;
import org.cityeval.series.Quantity;

/**
 * How a source says which district a record belongs to, beside a plain expression.
 *
 * @param place coordinates instead of a key, or null
 * @param districtColumns the headings that are districts, by measure; empty but in the wide shape
 * @param crosswalk name of the crosswalk its spellings go through, or null
 * @param region name of the regions it speaks of instead of districts, or null
 * @param codeSystem which codes the source gives, or null
 */
public record DistrictKey(
    Place place,
    Map<Quantity, DistrictColumns> districtColumns,
    String crosswalk,
    String region,
    String codeSystem)
    implements Serializable {

  /** Expressions for longitude and latitude in degrees, and what they refer to. */
  public record Place(String longitude, String latitude, Datum datum) implements Serializable {}

  /**
   * Which headings are districts.
   *
   * @param prefix what stands before the district, or null
   * @param suffix what stands after it, or null
   * @param columns the district by heading; empty where prefix and suffix say it
   */
  public record DistrictColumns(String prefix, String suffix, Map<String, String> columns)
      implements Serializable {
    public DistrictColumns {
      columns = columns == null ? Map.of() : Ordered.copyOf(columns);
    }
  }

  public DistrictKey {
    districtColumns = districtColumns == null ? Map.of() : Ordered.copyOf(districtColumns);
  }
}
