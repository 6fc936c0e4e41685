package org.cityeval.source;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A district of the evaluation's list.
 *
 * @param population residents; {@code NaN} where unknown
 * @param neighbours ids of contiguous districts on the list, sorted
 * @param geometryWkt its polygon (WGS 84), or null
 * @param regions what it is a part of, by what the config calls such: {@code state} to Georgia
 * @param attributes numbers that describe it, by what the config calls such; none where unknown
 */
public record District(
    String districtId,
    String name,
    String nameZh,
    String cityId,
    String cityName,
    String cityNameZh,
    double population,
    List<String> neighbours,
    String geometryWkt,
    Map<String, String> regions,
    Map<String, Double> attributes)
    implements Serializable {

  public District {
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    regions = Collections.unmodifiableMap(new TreeMap<>(regions));
  }

  /** A district of which no region and no attribute is named. */
  public District(
      String districtId,
      String name,
      String nameZh,
      String cityId,
      String cityName,
      String cityNameZh,
      double population,
      List<String> neighbours,
      String geometryWkt) {
    this(
        districtId,
        name,
        nameZh,
        cityId,
        cityName,
        cityNameZh,
        population,
        neighbours,
        geometryWkt,
        Map.of(),
        Map.of());
  }

  District with(List<String> contiguous, String wkt) {
    return new District(
        districtId,
        name,
        nameZh,
        cityId,
        cityName,
        cityNameZh,
        population,
        contiguous,
        wkt,
        regions,
        attributes);
  }
}
