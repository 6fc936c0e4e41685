package org.cityeval.report.data;

import static org.cityeval.table.spec.Keys.LEVEL;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cityeval.series.Level;
import org.cityeval.warehouse.StoredRow;

/**
 * Sets a city apart from the district that has the same id, for the page finds both by their ids.
 */
final class CityIds {
  private static final List<String> OF_CITIES = List.of("city_id", "comparison_group");
  private static final List<String> OF_THE_LEVEL = List.of("district_id", "peer_id");

  private final Set<String> shared;

  private CityIds(Set<String> shared) {
    this.shared = shared;
  }

  /** Of the ids of all cities and of all districts. */
  static CityIds of(Set<String> cities, Set<String> districts) {
    Set<String> shared = new TreeSet<>(cities);
    shared.retainAll(districts);
    return new CityIds(shared);
  }

  /** A row of a table, with the word city after such ids of cities. */
  StoredRow apart(StoredRow row) {
    if (shared.isEmpty()) {
      return row;
    }
    boolean hasLevels = row.columns().contains("level");
    StoredRow apart = row;
    for (String column : row.columns()) {
      boolean isOfCity =
          (hasLevels && OF_THE_LEVEL.contains(column))
              ? row.is(LEVEL, Level.CITY.id())
              : OF_CITIES.contains(column);
      if (isOfCity && row.cell(column) != null && shared.contains(row.text(column))) {
        apart = apart.with(column, row.text(column) + " (city)");
      }
    }
    return apart;
  }
}
