package org.cityeval.panel;

import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.functions.MethodColumn;
import org.cityeval.place.District;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;

/**
 * Adds to every district and day the risk of its neighbours and of its city. The levels of all are
 * collected, a byte a day, and sent to each task. A join would move and sort all rows.
 */
public final class SurroundingRisk implements Serializable {
  private static final long serialVersionUID = 1;

  private final Broadcast<Around> around;

  private SurroundingRisk(Broadcast<Around> around) {
    this.around = around;
  }

  /** By district, what its neighbours have at most; by city, what it has. */
  private record Around(
      HashMap<UTF8String, DailyLevels> neighbours, HashMap<UTF8String, DailyLevels> cities)
      implements Serializable {}

  /** Whose levels these are, from one part of the rows. */
  private record Found(boolean isDistrict, String id, DailyLevels levels) implements Serializable {}

  /**
   * Fills risk_neighbours and risk_city of the rows with level district.
   *
   * @param days rows of district_day, of both levels; each is of a day of the span
   * @param districts each names its neighbours
   * @param firstDay of the span
   * @param lastDay of the span
   */
  public static Dataset<Row> add(
      Dataset<Row> days, List<District> districts, LocalDate firstDay, LocalDate lastDay) {
    Column isDistrict = LEVEL.col().equalTo(Level.DISTRICT.id());
    Column day = unix_date(DATE.col());
    Span span =
        new Span(
            Math.toIntExact(firstDay.toEpochDay()),
            Math.toIntExact(lastDay.toEpochDay() - firstDay.toEpochDay() + 1));
    Dataset<Row> known =
        days.where(own().isNotNull())
            .select(
                isDistrict,
                when(isDistrict, DISTRICT_ID.col()).otherwise(CITY_ID.col()),
                day,
                own());
    List<Found> found =
        ((org.apache.spark.sql.classic.Dataset<Row>) known)
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitions(span::levels)
            .collect();
    SurroundingRisk risk =
        new SurroundingRisk(
            JavaSparkContext.fromSparkContext(days.sparkSession().sparkContext())
                .broadcast(around(found, districts, span)));
    return days.withColumns(
        Map.of(
            Quantity.RISK_NEIGHBOURS.column(),
            when(isDistrict, risk.ask("ofNeighbours", DISTRICT_ID.col(), day)),
            Quantity.RISK_CITY.column(),
            when(isDistrict, risk.ask("ofCity", CITY_ID.col(), day))));
  }

  private static Column own() {
    return DistrictDayTable.of(Quantity.RISK_LEVEL).col();
  }

  private Column ask(String method, Column id, Column day) {
    return MethodColumn.ask(this, method, DataTypes.DoubleType, id, day);
  }

  private static Around around(List<Found> found, List<District> districts, Span span) {
    HashMap<String, DailyLevels> own = new HashMap<>();
    HashMap<UTF8String, DailyLevels> cities = new HashMap<>();
    for (Found part : found) {
      if (part.isDistrict()) {
        own.computeIfAbsent(part.id(), id -> span.unknown()).raise(part.levels());
      } else {
        cities
            .computeIfAbsent(UTF8String.fromString(part.id()), id -> span.unknown())
            .raise(part.levels());
      }
    }
    HashMap<UTF8String, DailyLevels> neighbours = new HashMap<>();
    for (District district : districts) {
      for (String neighbour : district.neighbours()) {
        DailyLevels levels = own.get(neighbour);
        if (levels != null) {
          neighbours
              .computeIfAbsent(UTF8String.fromString(district.districtId()), id -> span.unknown())
              .raise(levels);
        }
      }
    }
    return new Around(neighbours, cities);
  }

  /** Called by plans. */
  public static Double ofNeighbours(SurroundingRisk risk, UTF8String district, int day) {
    return on(risk.around.value().neighbours().get(district), day);
  }

  /** Called by plans. */
  public static Double ofCity(SurroundingRisk risk, UTF8String city, int day) {
    return on(risk.around.value().cities().get(city), day);
  }

  private static Double on(DailyLevels levels, int day) {
    return levels == null ? null : levels.on(day);
  }

  /**
   * The days that levels are told of.
   *
   * @param firstDay [d since 1970-01-01]
   * @param days [d]
   */
  private record Span(int firstDay, int days) implements Serializable {
    DailyLevels unknown() {
      return new DailyLevels(firstDay, days);
    }

    /** The levels of each district and city, from one part of the rows. */
    Iterator<Found> levels(Iterator<InternalRow> rows) {
      Map<Boolean, Map<UTF8String, DailyLevels>> byId =
          Map.of(true, new HashMap<>(), false, new HashMap<>());
      while (rows.hasNext()) {
        InternalRow row = rows.next();
        Map<UTF8String, DailyLevels> same = byId.get(row.getBoolean(0));
        UTF8String id = row.getUTF8String(1);
        DailyLevels levels = same.get(id);
        if (levels == null) {
          levels = unknown();
          same.put(id.copy(), levels);
        }
        levels.raise(row.getInt(2), (int) row.getDouble(3));
      }
      return byId.entrySet().stream()
          .flatMap(
              level ->
                  level.getValue().entrySet().stream()
                      .map(of -> new Found(level.getKey(), of.getKey().toString(), of.getValue())))
          .iterator();
    }
  }
}
