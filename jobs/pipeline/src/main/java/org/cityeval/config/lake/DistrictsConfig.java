package org.cityeval.config.lake;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Where the list of districts lies, and how its columns read.
 *
 * @param attributes Spark SQL expressions for numbers that describe a district, by name: peers may
 *     be found by them
 * @param merge districts of the list that are evaluated as one, by the id of the whole
 */
public record DistrictsConfig(
    @JsonUnwrapped Location location,
    Columns columns,
    String where,
    String codeSystem,
    Geometry geometry,
    String neighbours,
    Map<String, String> attributes,
    Map<String, Merge> merge)
    implements Serializable {

  public DistrictsConfig {
    merge = merge == null ? Map.of() : Ordered.copyOf(merge);
    attributes = attributes == null ? Map.of() : Ordered.copyOf(attributes);
  }

  /**
   * Districts that are evaluated as one.
   *
   * @param parts their ids on the list
   * @param name of the whole; null for those of the parts
   * @param nameZh the same in Chinese
   */
  public record Merge(List<String> parts, String name, String nameZh) implements Serializable {
    public Merge {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Spark SQL expressions over the columns of the list.
   *
   * @param regions what a district is a part of, by name: sources may speak of such regions
   */
  public record Columns(
      String districtId,
      String districtName,
      String cityId,
      String cityName,
      String population,
      String districtNameZh,
      String cityNameZh,
      Map<String, String> regions)
      implements Serializable {
    public Columns {
      regions = regions == null ? Map.of() : Ordered.copyOf(regions);
    }
  }

  /**
   * A GeoJSON file, which of a feature's properties is the district (or its own id), and what the
   * coordinates refer to.
   */
  public record Geometry(String path, String id, Datum datum) implements Serializable {}
}
