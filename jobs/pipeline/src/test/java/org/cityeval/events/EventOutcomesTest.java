package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Fourteen trips with every outcome; the sums are worked out by hand. */
@ExtendWith(SparkExtension.class)
class EventOutcomesTest {
  /** Lines are numbered from the heading, 1. */
  private static final String TRIPS =
      """
      id,zone,began,ended,device,fare,card
      t1,A,2020-03-01 08:00:00,2020-03-01 08:10:00,d1,10.10,y
      t2,A,2020-03-01 09:00:00,2020-03-01 09:10:00,d2,0.20,n
      t3,A,2020-03-01 10:00:00,2020-03-01 10:10:00,d1,0.10,y
      t4,A,2020-03-02 00:00:00,2020-03-02 00:10:00,,5,y
      t5,B,2020-03-01 23:59:59,2020-03-02 00:10:00,d3,,n
      t6,B,2020-03-01 12:00:00,2020-03-01 12:10:00,d3,ten,
      t7,B,2020-03-01 12:00:00,2020-03-01 12:10:00,d4,-4,n
      t8,B,2020-03-01 13:00:00,2020-03-01 12:00:00,d4,3,n
      t9,Z,2020-03-01 13:00:00,2020-03-01 14:00:00,d4,3,n
      t10,A,2020-02-30 13:00:00,2020-03-01 14:00:00,d4,3,n
      t11,A,0001-01-01 00:00:00,2020-03-01 14:00:00,d4,3,n
      t12,A,2020-03-01 15:00:00,2020-03-01 15:30:00,d5,7,y,x
      t1,A,2020-03-01 08:00:00,2020-03-01 08:10:00,d1,10.10,y
      t2,A,2020-03-01 09:00:00,2020-03-01 09:10:00,d2,0.30,n
      """;

  private static final String SOURCE =
      """
      sources:
        trips:
          path: trips.csv
          shape: events
          date: began
          district: zone
          event_id: id
          where: ended >= began
          as_of: 2020-04-10
          measures:
            mobility_activity_change: {value: "1", kind: level, baseline: march, aggregate: count}
            mobility_retail_change: {value: device, kind: level, baseline: march, aggregate: distinct}
            mobility_parks_change: {value: device, kind: level, baseline: march, aggregate: distinct_approximate}
            enterprise_spending_change: {value: fare, kind: level, baseline: march, aggregate: sum, range: [0, 1000]}
            enterprise_revenue_change: {value: fare, kind: level, baseline: march, aggregate: mean, range: [0, 1000]}
            mobility_transit_change: {value: card = 'y', kind: level, baseline: march, aggregate: share}
      """;

  @TempDir private static Path folder;
  private static TinyLake lake;

  @BeforeAll
  static void ingestTheTrips() {
    lake =
        TinyLake.in(folder)
            .write("trips.csv", TRIPS)
            .configure("sources:\n", SOURCE)
            .configure(
                "panel:",
                "baselines:\n  march: {first_day: 2020-03-01, last_day: 2020-03-07, method: mean}\n"
                    + "quality: {maximum_quarantined_share: 0.5}\npanel:");
    Cli.Answer answer = lake.run("ingest");
    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  /**
   * Trips left: t1, t3 in A on the first; t4 on the second; t5, t6, t7 in B, without a good fare.
   */
  @Test
  void addsUpTheTripsOfADistrictAndDay() {
    assertThat(
            lake.sql(
                    "select district_id, date, measure, value from silver.observation"
                        + " where source_id = 'tiny/trips' order by 1, 2, 3")
                .rows())
        .containsExactly(
            // 10.1 + 0.1 and half of it.
            "A,2020-03-01,enterprise_revenue_change,5.1",
            "A,2020-03-01,enterprise_spending_change,10.2",
            "A,2020-03-01,mobility_activity_change,2",
            "A,2020-03-01,mobility_parks_change,1",
            "A,2020-03-01,mobility_retail_change,1",
            "A,2020-03-01,mobility_transit_change,1",
            "A,2020-03-02,enterprise_revenue_change,5",
            "A,2020-03-02,enterprise_spending_change,5",
            "A,2020-03-02,mobility_activity_change,1",
            "A,2020-03-02,mobility_transit_change,1",
            "B,2020-03-01,mobility_activity_change,3",
            "B,2020-03-01,mobility_parks_change,2",
            "B,2020-03-01,mobility_retail_change,2",
            "B,2020-03-01,mobility_transit_change,0");
  }

  /**
   * Six records a trip, one of the broken line 13, 79 in all. Good: t1 and t3 six each, t4 four, t5
   * and t7 four, t6 three. Missing: devices of t4, fares of t5, card of t6. Out of scope: t8.
   * Refused: fares of t6 and t7, t9 to t11, line 13, both t2. The other sources are 360 good ones.
   */
  @Test
  void losesNoRecord() {
    assertThat(
            lake.sql("select observed from ops.quality_check where check = 'record equation'")
                .rows())
        .containsExactly(
            "good 387 + missing 5 + out_of_scope 6 + quarantined 35 + deduplicated 6 = 439");
  }

  @Test
  void saysOfEveryRefusedRecordWhereItStandsAndWhy() {
    assertThat(
            lake.sql(
                    "select position, reason_code from ops.quarantine"
                        + " where source_id = 'tiny/trips' and (position like '%enterprise_revenue_change'"
                        + " or reason_code = 'cell_count') order by 1")
                .rows())
        .containsExactly(
            "trips.csv:10 enterprise_revenue_change,unknown_district",
            "trips.csv:11 enterprise_revenue_change,unparsable_date",
            "trips.csv:12 enterprise_revenue_change,implausible_date",
            "trips.csv:13 mobility_activity_change,cell_count",
            "trips.csv:15 enterprise_revenue_change,conflicting_duplicate",
            "trips.csv:3 enterprise_revenue_change,conflicting_duplicate",
            "trips.csv:7 enterprise_revenue_change,unparsable_number",
            "trips.csv:8 enterprise_revenue_change,out_of_range");
  }

  @Test
  void keepsTheEventAsItWasRead() {
    assertThat(
            lake.sql(
                    "select record, reason from ops.quarantine"
                        + " where position = 'trips.csv:7 enterprise_spending_change'")
                .out())
        .contains(
            "{\"\"id\"\":\"\"t6\"\",\"\"zone\"\":\"\"B\"\",\"\"began\"\":\"\"2020-03-01 12:00:00\"\",")
        .contains("The value is not a number: ten");
    assertThat(lake.sql("select record from ops.quarantine where reason_code = 'cell_count'").out())
        .contains("t12,A,2020-03-01 15:00:00,2020-03-01 15:30:00,d5,7,y,x");
    assertThat(
            lake.sql(
                    "select distinct reason from ops.quarantine"
                        + " where reason_code = 'conflicting_duplicate'")
                .rows())
        .containsExactly("Another event of the same id says otherwise: t2");
  }
}
