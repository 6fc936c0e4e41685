package org.cityeval.panel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.max;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.place.TouchingDistricts;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;

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
   */
  public static Dataset<Row> add(
      Dataset<Row> districtDays, Dataset<Row> cityDays, TouchingDistricts touching) {
    Dataset<Row> neighbours =
        districtDays
            .select(
                explode(touching.touching(DISTRICT_ID.col())).as("_district"),
                DATE.col().as("_day"),
                col(OWN))
            .groupBy("_district", "_day")
            .agg(max(OWN).as("_neighbours"));
    Dataset<Row> cities =
        cityDays.select(
            CITY_ID.col().as("_city"), DATE.col().as("_city_day"), col(OWN).as("_city_risk"));
    Column[] columns =
        Arrays.stream(DistrictDayTable.SILVER.columnNames())
            .map(
                column ->
                    column.equals(NEIGHBOURS)
                        ? col("_neighbours").as(NEIGHBOURS)
                        : column.equals(CITY) ? col("_city_risk").as(CITY) : col(column))
            .toArray(Column[]::new);
    return districtDays
        .join(
            neighbours,
            DISTRICT_ID.col().equalTo(col("_district")).and(DATE.col().equalTo(col("_day"))),
            "left")
        .join(
            cities,
            CITY_ID.col().equalTo(col("_city")).and(DATE.col().equalTo(col("_city_day"))),
            "left")
        .select(columns);
  }
}
