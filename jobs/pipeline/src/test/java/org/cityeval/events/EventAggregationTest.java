package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Seeded trips of typed columns, three in five of them in one district, against plain Java. */
@ExtendWith(SparkExtension.class)
class EventAggregationTest {
  private static final int TRIPS = 6_000;

  /** A folder whose name is written otherwise in an address. */
  private static final String MANY = "\u6587\u4ef6 9%";

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final StructType COLUMNS =
      new StructType()
          .add("zone", DataTypes.StringType)
          .add("began", DataTypes.TimestampType)
          .add("device", DataTypes.IntegerType)
          .add("token", DataTypes.StringType)
          .add("fare", DataTypes.DoubleType)
          .add("card", DataTypes.BooleanType);

  private static final String SOURCE =
      """
      sources:
        trips:
          path: trips
          format: parquet
          shape: events
          date: began
          time_zone: America/New_York
          district: zone
          measures:
            mobility_activity_change: {value: fare, kind: level, baseline: march, aggregate: count}
            mobility_retail_change: {value: device, kind: level, baseline: march, aggregate: distinct}
            mobility_parks_change: {value: token, kind: level, baseline: march, aggregate: distinct}
            mobility_workplaces_change: {value: device, kind: level, baseline: march, aggregate: distinct_approximate}
            enterprise_spending_change: {value: fare, kind: level, baseline: march, aggregate: sum}
            enterprise_revenue_change: {value: fare, kind: level, baseline: march, aggregate: mean}
            mobility_transit_change: {value: card, kind: level, baseline: march, aggregate: share}
      """;

  @TempDir private static Path folder;
  private static List<Row> trips;
  private static TestEvents oneFile;
  private static TestEvents manyFiles;
  private static TestEvents inColumns;

  @BeforeAll
  static void readTheSameTripsInOneFileAndInMany(SparkSession spark) {
    trips = trips();
    Dataset<Row> rows = spark.createDataFrame(trips, COLUMNS);
    oneFile = read(spark, rows.coalesce(1), "one");
    manyFiles = read(spark, rows.repartition(9), MANY);
    Object compiled = spark.conf().get("spark.sql.codegen.wholeStage");
    // With compiled plans Parquet is read in columns; these files are then read without rows.
    spark.conf().set("spark.sql.codegen.wholeStage", "true");
    try {
      inColumns = TestEvents.read(spark, folder.resolve(MANY).resolve("tiny.yaml"), "trips");
    } finally {
      spark.conf().set("spark.sql.codegen.wholeStage", compiled.toString());
    }
  }

  private static TestEvents read(SparkSession spark, Dataset<Row> rows, String name) {
    TinyLake lake =
        TinyLake.in(folder.resolve(name))
            .configure("sources:\n", SOURCE)
            .configure(
                "panel:",
                "baselines:\n  march: {first_day: 2020-03-01, last_day: 2020-03-07, method: mean}\n"
                    + "panel:");
    rows.write().parquet(lake.file("trips").toString());
    return TestEvents.read(spark, lake.config(), "trips");
  }

  /** Around the night in which New York's clocks went forward. */
  private static List<Row> trips() {
    SplittableRandom random = new SplittableRandom(3);
    List<Row> rows = new ArrayList<>();
    long first = Instant.parse("2020-03-07T00:00:00Z").getEpochSecond();
    for (int i = 0; i < TRIPS; i++) {
      String zone = random.nextInt(5) < 3 ? "A" : random.nextInt(4) == 0 ? "Z" : "B";
      int device = (int) Math.pow(random.nextDouble() * 60, 2);
      double fare = Math.scalb(random.nextInt(10_000) / 100.0, random.nextInt(-40, 40));
      rows.add(
          RowFactory.create(
              zone,
              Instant.ofEpochSecond(first + random.nextInt(4 * 86_400), 1_000L * i),
              random.nextInt(10) == 0 ? null : device,
              random.nextInt(20) == 0 ? " " : "token " + device,
              random.nextInt(30) == 0 ? null : random.nextInt(50) == 0 ? Double.NaN : fare,
              random.nextBoolean()));
    }
    return rows;
  }

  private static Map<String, List<Row>> byCell(Predicate<Row> used) {
    Map<String, List<Row>> cells = new HashMap<>();
    for (Row trip : trips) {
      if (!trip.getString(0).equals("Z") && used.test(trip)) {
        LocalDate day = trip.getInstant(1).atZone(NEW_YORK).toLocalDate();
        cells.computeIfAbsent(trip.getString(0) + " " + day, cell -> new ArrayList<>()).add(trip);
      }
    }
    return cells;
  }

  private static void agrees(
      String measure, Predicate<Row> used, Function<List<Row>, Double> expected) {
    Map<String, Double> values = new TreeMap<>();
    byCell(used).forEach((cell, rows) -> values.put(cell + " " + measure, expected.apply(rows)));
    Map<String, Double> found = new TreeMap<>(oneFile.values());
    found.keySet().removeIf(key -> !key.endsWith(" " + measure));

    assertThat(found).isEqualTo(values);
    // Five local days: the first one's evening to the last one's.
    assertThat(found).hasSize(2 * 5);
  }

  private static boolean hasFare(Row trip) {
    return !trip.isNullAt(4) && !Double.isNaN(trip.getDouble(4));
  }

  private static double sum(List<Row> rows) {
    return rows.stream()
        .map(row -> new BigDecimal(row.getDouble(4)))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  private static double different(List<Row> rows, int column) {
    Set<Object> values = new HashSet<>();
    rows.forEach(row -> values.add(row.get(column)));
    return values.size();
  }

  @Test
  void countsAndAddsUpWhatIsThere() {
    // A fare that is not a number is there; it is refused only where a number is needed.
    agrees("mobility_activity_change", row -> !row.isNullAt(4), rows -> (double) rows.size());
    agrees("enterprise_spending_change", EventAggregationTest::hasFare, EventAggregationTest::sum);
    agrees("enterprise_revenue_change", EventAggregationTest::hasFare, r -> sum(r) / r.size());
    agrees(
        "mobility_transit_change",
        row -> true,
        rows -> (double) rows.stream().filter(row -> row.getBoolean(5)).count() / rows.size());
  }

  @Test
  void countsDifferentIdsAndTexts() {
    agrees("mobility_retail_change", row -> !row.isNullAt(2), rows -> different(rows, 2));
    agrees("mobility_parks_change", row -> !row.getString(3).isBlank(), rows -> different(rows, 3));
  }

  @Test
  void givesTheSameBitsHoweverTheEventsAreSplit() {
    assertThat(manyFiles.files()).hasSize(9);
    assertThat(manyFiles.values()).isEqualTo(oneFile.values());
    assertThat(manyFiles.records()).isEqualTo(oneFile.records());
    assertThat(manyFiles.content()).isEqualTo(oneFile.content());
  }

  @Test
  void givesTheSameBitsFromColumnsWithoutRows() {
    assertThat(inColumns.values()).isEqualTo(oneFile.values());
    assertThat(inColumns.records()).isEqualTo(oneFile.records());
    assertThat(inColumns.content()).isEqualTo(oneFile.content());
    assertThat(inColumns.files().stream().map(FileCounts::path))
        .containsExactlyInAnyOrderElementsOf(
            manyFiles.files().stream().map(FileCounts::path).toList());
    assertThat(inColumns.refused()).isEqualTo(manyFiles.refused());
  }

  @Test
  void findsTheRefusedRecordsAgainThatItCounted() {
    long unknown = trips.stream().filter(trip -> trip.getString(0).equals("Z")).count();
    long notNumbers =
        trips.stream()
            .filter(trip -> !trip.getString(0).equals("Z"))
            .filter(trip -> !trip.isNullAt(4) && Double.isNaN(trip.getDouble(4)))
            .count();

    assertThat(notNumbers).isPositive();
    assertThat(manyFiles.refused())
        .isEqualTo(Map.of("unknown_district", 7 * unknown, "unparsable_number", 2 * notNumbers));
  }
}
