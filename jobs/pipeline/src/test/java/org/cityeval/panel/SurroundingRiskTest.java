package org.cityeval.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.cityeval.place.District;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A touches B and C, D touches nobody. On the first day the levels of A to D are 1, 4, 2 and 5, on
 * the second 2, unknown, unknown and 5. The city's are 3 and unknown.
 */
@ExtendWith(SparkExtension.class)
class SurroundingRiskTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);

  private static Row day(String level, String id, int day, Double risk) {
    return new TableRow(DistrictDayTable.SILVER)
        .set(CITY_ID, "c")
        .set(DISTRICT_ID, id)
        .set(LEVEL, level)
        .set(DATE, FIRST.plusDays(day))
        .set(DistrictDayTable.of(Quantity.RISK_LEVEL), risk)
        .row();
  }

  private static District district(String id, String... neighbours) {
    return new District(id, id, null, "c", "c", null, 1000, List.of(neighbours), null);
  }

  private static Dataset<Row> days(SparkSession spark, Row... rows) {
    return spark.createDataFrame(List.of(rows), DistrictDayTable.SILVER.structType());
  }

  private static Map<String, String> surrounded(SparkSession spark) {
    // The days of a district come in two parts.
    Dataset<Row> days =
        days(
                spark,
                day("district", "A", 0, 1.0),
                day("district", "B", 0, 4.0),
                day("district", "C", 0, 2.0),
                day("district", "D", 0, 5.0),
                day("city", "c", 0, 3.0))
            .union(
                days(
                    spark,
                    day("district", "A", 1, 2.0),
                    day("district", "B", 1, null),
                    day("district", "C", 1, null),
                    day("district", "D", 1, 5.0),
                    day("city", "c", 1, null)));
    List<District> districts =
        List.of(district("A", "B", "C"), district("B", "A"), district("C", "A"), district("D"));
    Map<String, String> told = new TreeMap<>();
    SurroundingRisk.add(days, districts, FIRST, FIRST.plusDays(1))
        .collectAsList()
        .forEach(
            row ->
                told.put(
                    DISTRICT_ID.of(row) + (DATE.of(row).equals(FIRST) ? 1 : 2),
                    DistrictDayTable.of(Quantity.RISK_NEIGHBOURS).of(row)
                        + " "
                        + DistrictDayTable.of(Quantity.RISK_CITY).of(row)));
    return told;
  }

  /** A names B and C. B names nobody, and of C no day is there. */
  @Test
  void whoIsNamedHasNoNeighbourByThat(SparkSession spark) {
    Dataset<Row> days = days(spark, day("district", "A", 0, 1.0), day("district", "B", 0, 4.0));

    assertThat(
            SurroundingRisk.add(days, List.of(district("A", "B", "C"), district("B")), FIRST, FIRST)
                .collectAsList()
                .stream()
                .map(
                    row ->
                        DISTRICT_ID.of(row)
                            + " "
                            + DistrictDayTable.of(Quantity.RISK_NEIGHBOURS).of(row)))
        .containsExactlyInAnyOrder("A 4.0", "B null");
  }

  /** City A holds the districts A and B; the level of city E is none of theirs. */
  @Test
  void aCityMayBearTheIdOfADistrict(SparkSession spark) {
    List<District> districts =
        List.of(
            new District("A", "A", null, "A", "A", null, 1000, List.of("B"), null),
            new District("B", "B", null, "A", "A", null, 1000, List.of("A"), null),
            new District("E", "E", null, "E", "E", null, 1000, List.of(), null));
    Dataset<Row> days =
        days(
            spark,
            of("A", day("district", "A", 0, 1.0)),
            of("A", day("district", "B", 0, 2.0)),
            of("E", day("district", "E", 0, 3.0)),
            of("A", day("city", "A", 0, 4.0)),
            of("E", day("city", "E", 0, 5.0)));

    assertThat(
            SurroundingRisk.add(days, districts, FIRST, FIRST).collectAsList().stream()
                .map(
                    row ->
                        LEVEL.of(row)
                            + " "
                            + DISTRICT_ID.of(row)
                            + " "
                            + DistrictDayTable.of(Quantity.RISK_NEIGHBOURS).of(row)
                            + " "
                            + DistrictDayTable.of(Quantity.RISK_CITY).of(row)))
        .containsExactlyInAnyOrder(
            "district A 2.0 4.0",
            "district B 1.0 4.0",
            "district E null 5.0",
            "city A null null",
            "city E null null");
  }

  /** The same day of another city. */
  private static Row of(String city, Row day) {
    Object[] cells = new Object[day.size()];
    Arrays.setAll(cells, day::get);
    cells[DistrictDayTable.SILVER.structType().fieldIndex(CITY_ID.name())] = city;
    return RowFactory.create(cells);
  }

  @Test
  void theHighestLevelAmongNeighboursAndThatOfTheCityAreAdded(SparkSession spark) {
    assertThat(surrounded(spark))
        .isEqualTo(
            Map.of(
                "A1", "4.0 3.0",
                "B1", "1.0 3.0",
                "C1", "1.0 3.0",
                "D1", "null 3.0",
                "A2", "null null",
                "B2", "2.0 null",
                "C2", "2.0 null",
                "D2", "null null",
                "c1", "null null",
                "c2", "null null"));
  }
}
