package org.cityeval.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.series.Level;

/**
 * Sets a city apart from the district that has the same id, for the page finds both by their ids.
 */
final class CityIds {
  private static final List<String> OF_CITIES = List.of("city_id", "comparison_group");
  private static final List<String> OF_THE_LEVEL = List.of("district_id", "peer_id");

  private final Object[] shared;

  private CityIds(Object[] shared) {
    this.shared = shared;
  }

  /** Of the rows of dim_city and dim_district. */
  static CityIds of(Dataset<Row> cities, Dataset<Row> districts) {
    return new CityIds(
        cities.select("city_id").intersect(districts.select("district_id")).collectAsList().stream()
            .map(row -> row.getString(0))
            .toArray());
  }

  /** The rows of a table, with the word city after such ids of cities. */
  Dataset<Row> apart(Dataset<Row> rows) {
    if (shared.length == 0) {
      return rows;
    }
    List<String> columns = Arrays.asList(rows.columns());
    boolean hasLevels = columns.contains("level");
    return rows.select(
        columns.stream()
            .map(
                name -> {
                  Column is = col(name).isin(shared);
                  if (hasLevels && OF_THE_LEVEL.contains(name)) {
                    is = is.and(col("level").equalTo(Level.CITY.id()));
                  } else if (!OF_CITIES.contains(name)) {
                    return col(name);
                  }
                  return when(is, concat(col(name), lit(" (city)"))).otherwise(col(name)).as(name);
                })
            .toArray(Column[]::new));
  }
}
