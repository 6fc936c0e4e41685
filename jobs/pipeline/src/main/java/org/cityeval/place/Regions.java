package org.cityeval.place;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the districts of the list are parts of, such as states. */
public final class Regions {
  private Regions() {}

  /** The regions as a list of districts of their own, which belong to no city. */
  public static List<District> asDistricts(List<District> districts, String column) {
    return of(districts, column).keySet().stream()
        .map(id -> new District(id, id, null, null, null, null, Double.NaN, List.of(), null))
        .toList();
  }

  /**
   * The districts of each region, in the order of the list; a district that names none is in none.
   *
   * @param column what the regions are, as the config calls it
   */
  public static SortedMap<String, List<District>> of(List<District> districts, String column) {
    SortedMap<String, List<District>> regions = new TreeMap<>();
    for (District district : districts) {
      String region = district.regions().get(column);
      if (region != null) {
        regions.computeIfAbsent(region, first -> new ArrayList<>()).add(district);
      }
    }
    return regions;
  }
}
