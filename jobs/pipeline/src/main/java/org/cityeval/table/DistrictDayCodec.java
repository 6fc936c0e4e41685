package org.cityeval.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;

/** Between the rows of district_day and the series that plain Java computes with. */
public final class DistrictDayCodec {
  private static final String DAYS = "days";

  private DistrictDayCodec() {}

  /**
   * One row per district: city_id, district_id, level, population and its days in order.
   *
   * @param districtDay rows of district_day with a column population
   */
  public static Dataset<Row> gather(Dataset<Row> districtDay, Set<Quantity> quantities) {
    List<Column> day = new ArrayList<>(List.of(DATE.col()));
    quantities.forEach(quantity -> day.add(col(quantity.column())));
    return districtDay
        .groupBy("city_id", "district_id", "level", "population")
        .agg(sort_array(collect_list(struct(day.toArray(Column[]::new)))).as(DAYS));
  }

  /** The series of one gathered row. */
  public static DistrictSeries series(Row gathered, Set<Quantity> quantities) {
    List<Row> days = gathered.getList(gathered.fieldIndex(DAYS));
    Map<Quantity, double[]> values = new EnumMap<>(Quantity.class);
    int column = 1;
    for (Quantity quantity : quantities) {
      double[] daily = new double[days.size()];
      for (int day = 0; day < daily.length; day++) {
        Row row = days.get(day);
        daily[day] = row.isNullAt(column) ? Double.NaN : row.getDouble(column);
      }
      values.put(quantity, daily);
      column++;
    }
    int population = gathered.fieldIndex("population");
    return new DistrictSeries(
        CITY_ID.of(gathered),
        DISTRICT_ID.of(gathered),
        Level.ofId(LEVEL.of(gathered)),
        gathered.isNullAt(population) ? Double.NaN : gathered.getDouble(population),
        days.get(0).<LocalDate>getAs(0),
        days.size(),
        values);
  }

  /** Every quantity of the table, in its order. */
  public static Set<Quantity> allQuantities() {
    return EnumSet.allOf(Quantity.class);
  }

  /** A number as a cell: what is not finite is null. */
  public static Double cell(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
