package org.cityeval.panel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.place.ListedDistricts;
import org.cityeval.place.TouchingDistricts;
import org.cityeval.series.Level;
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
   * @param days rows of district_day, of both levels
   */
  public static Dataset<Row> add(
      Dataset<Row> days, TouchingDistricts touching, ListedDistricts listed) {
    Column isDistrict = LEVEL.col().equalTo(Level.DISTRICT.id());
    Dataset<Row> around =
        days.select(
                explode(
                        when(isDistrict, touching.touching(DISTRICT_ID.col()))
                            .otherwise(listed.districtsOfCity(CITY_ID.col())))
                    .as("_district"),
                DATE.col().as("_day"),
                when(isDistrict, col(OWN)).as("_neighbour"),
                when(not(isDistrict), col(OWN)).as("_city"))
            .groupBy("_district", "_day")
            .agg(max("_neighbour").as("_neighbours"), max("_city").as("_city"));
    Column[] columns =
        Arrays.stream(DistrictDayTable.SILVER.columnNames())
            .map(
                column ->
                    column.equals(NEIGHBOURS)
                        ? col("_neighbours").as(NEIGHBOURS)
                        : column.equals(CITY) ? col("_city").as(CITY) : col(column))
            .toArray(Column[]::new);
    return days.join(
            around,
            isDistrict
                .and(DISTRICT_ID.col().equalTo(col("_district")))
                .and(DATE.col().equalTo(col("_day"))),
            "left")
        .select(columns);
  }
}
