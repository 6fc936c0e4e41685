package org.cityeval.config;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.Serializable;

/** Where the list of districts lies, and how its columns read. */
public record DistrictsConfig(
    @JsonUnwrapped Location location,
    Columns columns,
    String where,
    String codeSystem,
    Geometry geometry,
    String neighbours)
    implements Serializable {

  /** Spark SQL expressions over the columns of the list. */
  public record Columns(
      String districtId,
      String districtName,
      String cityId,
      String cityName,
      String population,
      String districtNameZh,
      String cityNameZh)
      implements Serializable {}

  /**
   * A GeoJSON file, which of a feature's properties is the district (or its own id), and what the
   * coordinates refer to.
   */
  public record Geometry(String path, String id, Datum datum) implements Serializable {}
}
