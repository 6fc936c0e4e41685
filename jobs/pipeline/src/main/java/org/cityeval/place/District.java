package org.cityeval.place;

import java.io.Serializable;
import java.util.ArrayList;
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
 * @param parts residents of the districts of the list it is made of, by id; none where it is one
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
    Map<String, Double> attributes,
    Map<String, Double> parts)
    implements Serializable {

  public District {
    parts = Collections.unmodifiableMap(new TreeMap<>(parts));
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
        Map.of(),
        Map.of());
  }

  /** All ids that rows may mean it by: its own and those of its parts. */
  public List<String> ids() {
    List<String> ids = new ArrayList<>(parts.keySet());
    ids.add(districtId);
    return ids;
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
        attributes,
        parts);
  }
}
