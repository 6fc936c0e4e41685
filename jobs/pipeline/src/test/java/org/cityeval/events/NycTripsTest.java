package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.cityeval.ingest.Reason;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trips of New York's green taxis to zones, as CSV of text and as Parquet whose times are text.
 * Expected values were computed from the publisher's CSV files by Python's csv module and
 * math.fsum, which adds without rounding.
 */
@ExtendWith(SparkExtension.class)
class NycTripsTest {
  private static final Path SAMPLES = Path.of("../../data-samples/nyc-events").toAbsolutePath();
  private static final String DISTRICTS =
      """
      districts:
        path: %s/taxi_zone_lookup.csv
        where: LocationID < 264
        code_system: TLC taxi zones
        columns:
          district_id: LocationID
          district_name: Zone
          city_id: "'nyc'"
          city_name: "'New York City'"
      sources:
        trips:
          path: %s/%s
          format: %s
          shape: events
          date: lpep_pickup_datetime
          district: PULocationID
          unknown_district: out_of_scope
          where: lpep_dropoff_datetime >= lpep_pickup_datetime
          measures:
            mobility_activity_change: {value: "1", kind: level, baseline: march, aggregate: count}
            mobility_transit_change: {value: DOLocationID, kind: level, baseline: march, aggregate: distinct}
            enterprise_spending_change: {value: total_amount, kind: level, baseline: march, aggregate: sum, range: [0, 1000]}
            mobility_distance_change: {value: trip_distance, kind: level, baseline: march, aggregate: mean, range: [0, 100]}
            enterprise_revenue_change: {value: try_cast(payment_type as double) = 1, kind: level, baseline: march, aggregate: share}
      baselines:
        march: {first_day: 2020-03-01, last_day: 2020-03-07, method: mean}
      panel:
        mobility: [mobility_activity_change]
        enterprise: [enterprise_spending_change]
      """;

  @TempDir private Path folder;

  private TestEvents read(SparkSession spark, String file, String format) {
    TinyLake lake = TinyLake.in(folder);
    String config = lake.text("tiny.yaml");
    lake.write(
        "tiny.yaml",
        config.substring(0, config.indexOf("districts:"))
            + DISTRICTS.formatted(SAMPLES, SAMPLES, file, format));
    return TestEvents.read(spark, lake.config(), "trips");
  }

  @Test
  void addsUpTripsOfText(SparkSession spark) {
    TestEvents trips = read(spark, "green_tripdata_2020-03.csv.gz", "csv");

    // 9,812 trips: 12 end before they begin, 27 begin outside the known zones, five measures each.
    assertThat(trips.records())
        .isEqualTo(
            Map.of(
                Reason.NONE, 46_662L,
                Reason.FILTERED, 60L,
                Reason.FOREIGN_DISTRICT, 135L,
                Reason.OUT_OF_RANGE, 35L,
                Reason.NO_VALUE, 2_168L));
    assertThat(trips.values())
        .hasSize(3_282)
        .containsEntry("75 2020-03-20 mobility_activity_change", 385.0)
        .containsEntry("75 2020-03-20 mobility_transit_change", 88.0)
        .containsEntry("75 2020-03-20 enterprise_spending_change", 5696.07)
        .containsEntry("75 2020-03-20 mobility_distance_change", 3.1254545454545455)
        .containsEntry("75 2020-03-20 enterprise_revenue_change", 0.5710382513661202)
        .containsEntry("41 2020-03-20 enterprise_spending_change", 3361.9700000000003)
        .containsEntry("74 2020-03-21 mobility_activity_change", 247.0)
        .containsEntry("74 2020-03-21 enterprise_revenue_change", 0.43722943722943725);
    assertThat(trips.refused()).isEqualTo(Map.of("out_of_range", 35L));
  }

  @Test
  void addsUpTripsOfParquet(SparkSession spark) {
    TestEvents trips = read(spark, "green_tripdata_2020-04.parquet", "parquet");

    assertThat(trips.records())
        .isEqualTo(
            Map.of(
                Reason.NONE, 16_791L,
                Reason.FOREIGN_DISTRICT, 30L,
                Reason.OUT_OF_RANGE, 10L,
                Reason.NO_VALUE, 1_104L));
    assertThat(trips.values())
        .hasSize(2_078)
        .containsEntry("75 2020-04-08 mobility_activity_change", 137.0)
        .containsEntry("75 2020-04-08 mobility_transit_change", 45.0)
        .containsEntry("75 2020-04-08 enterprise_spending_change", 1920.71)
        .containsEntry("74 2020-04-07 mobility_distance_change", 2.150153846153846)
        .containsEntry("74 2020-04-06 enterprise_revenue_change", 0.3983739837398374);
    assertThat(trips.refused()).isEqualTo(Map.of("out_of_range", 10L));
  }
}
