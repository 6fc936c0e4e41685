package org.cityeval.panel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.series.Quantity;
import org.cityeval.table.SilverTables;

/** Adds to every district and day the risk of its neighbours and of its city. */
public final class SurroundingRisk {
  private static final String NEIGHBOURS = Quantity.RISK_NEIGHBOURS.column();
  private static final String CITY = Quantity.RISK_CITY.column();
  private static final String OWN = Quantity.RISK_LEVEL.column();

  private SurroundingRisk() {}

  /**
   * Fills risk_neighbours and risk_city of the rows with level district.
   *
   * @param districtDays rows with level district
   * @param cityDays rows with level city
   * @param contiguity pairs district_id, neighbour_id, both ways
   */
  public static Dataset<Row> add(
      Dataset<Row> districtDays, Dataset<Row> cityDays, Dataset<Row> contiguity) {
    Dataset<Row> neighbours =
        districtDays
            .select(col("district_id").as("neighbour_id"), col("date").as("_day"), col(OWN))
            .join(
                org.apache.spark.sql.functions.broadcast(
                    contiguity.select(col("district_id").as("_district"), col("neighbour_id"))),
                "neighbour_id")
            .groupBy("_district", "_day")
            .agg(max(OWN).as("_neighbours"));
    Dataset<Row> cities =
        cityDays.select(
            col("city_id").as("_city"), col("date").as("_city_day"), col(OWN).as("_city_risk"));
    Column[] columns =
        Arrays.stream(SilverTables.DISTRICT_DAY.columnNames())
            .map(
                column ->
                    column.equals(NEIGHBOURS)
                        ? col("_neighbours").as(NEIGHBOURS)
                        : column.equals(CITY) ? col("_city_risk").as(CITY) : col(column))
            .toArray(Column[]::new);
    return districtDays
        .join(
            neighbours,
            col("district_id").equalTo(col("_district")).and(col("date").equalTo(col("_day"))),
            "left")
        .join(
            cities,
            col("city_id").equalTo(col("_city")).and(col("date").equalTo(col("_city_day"))),
            "left")
        .select(columns);
  }
}
