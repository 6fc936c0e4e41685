package org.cityeval.source;

import java.io.Serializable;
import java.util.List;

/**
 * A district of the evaluation's list.
 *
 * @param population residents; {@code NaN} where unknown
 * @param neighbours ids of contiguous districts on the list, sorted
 * @param geometryWkt its polygon (WGS 84), or null
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
    String geometryWkt)
    implements Serializable {

  District with(List<String> contiguous, String wkt) {
    return new District(
        districtId, name, nameZh, cityId, cityName, cityNameZh, population, contiguous, wkt);
  }
}
