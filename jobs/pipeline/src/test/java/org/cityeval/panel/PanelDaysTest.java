package org.cityeval.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.cityeval.place.District;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nine districts of three cities; on day t, district d has d + t cases. */
@ExtendWith(SparkExtension.class)
class PanelDaysTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
  private static final int DAYS = 3;
  private static final int DISTRICTS = 9;
  private static final int CITIES = 3;

  private static final StructType OBSERVED =
      StructType.fromDDL(
          "district_id string, measure string, date date, as_of date, value double,"
              + " source_id string");

  private final SparkSession spark;

  PanelDaysTest(SparkSession spark) {
    this.spark = spark;
  }

  private static PanelScope scope() {
    return CasesScope.of(FIRST.plusDays(20), FIRST, FIRST.plusDays(DAYS - 1), 0);
  }

  /** Districts 0, 3 and 6 are of city 0, and so on. */
  private static List<District> districts() {
    List<District> districts = new ArrayList<>();
    for (int d = 0; d < DISTRICTS; d++) {
      String city = "city " + d % CITIES;
      districts.add(new District("d" + d, "D" + d, null, city, city, null, 1000, List.of(), null));
    }
    return districts;
  }

  /** Cases that were told long before the look-back do not move the days of the city. */
  @Test
  void daysOfACityBeginAtTheLookBackTooWhereADistrictBeganBefore() {
    LocalDate before = FIRST.minusDays(200);
    List<Row> observed =
        List.of(
            RowFactory.create("d0", "new_cases", before, before, 50.0, "s"),
            RowFactory.create("d0", "new_cases", FIRST, FIRST, 4.0, "s"),
            RowFactory.create("d3", "new_cases", FIRST, FIRST, 5.0, "s"),
            RowFactory.create("d6", "new_cases", FIRST, FIRST, 6.0, "s"));

    List<Row> city =
        new PanelDays(scope(), districts())
            .derive(spark.createDataFrame(observed, OBSERVED))
            .where("level = 'city' and city_id = 'city 0'")
            .orderBy("date")
            .collectAsList();

    assertThat(Keys.DATE.of(city.get(0))).isEqualTo(scope().lookBackFrom());
    assertThat(city)
        .filteredOn(row -> DistrictDayTable.of(Quantity.NEW_CASES).of(row) != null)
        .extracting(
            row -> Keys.DATE.of(row) + " " + DistrictDayTable.of(Quantity.NEW_CASES).of(row))
        .containsExactly(FIRST + " 15.0");
  }

  /** Of 5,000 residents 700 cases are 2,000 a week in 100,000; without residents none is known. */
  @Test
  void aCityHasARateWhereItsResidentsAreKnown() {
    for (double residents : new double[] {5000, Double.NaN}) {
      District only =
          new District("d0", "D0", null, "city", "City", null, residents, List.of(), null);
      LocalDate from = FIRST.minusDays(4);
      List<Row> observed = new ArrayList<>();
      for (int day = 0; day < 7; day++) {
        observed.add(RowFactory.create("d0", "new_cases", from.plusDays(day), FIRST, 100.0, "s"));
      }

      Row last =
          new PanelDays(scope(), List.of(only))
              .derive(spark.createDataFrame(observed, OBSERVED))
              .where("level = 'city' and date = '" + FIRST.plusDays(2) + "'")
              .head();

      assertThat(DistrictDayTable.of(Quantity.INCIDENCE).of(last))
          .isEqualTo(Double.isNaN(residents) ? null : 2000.0);
    }
  }

  private Dataset<Row> panel(int partitions) {
    List<Row> observed = new ArrayList<>();
    for (int d = 0; d <= DISTRICTS; d++) {
      for (int day = 0; day < DAYS; day++) {
        LocalDate date = FIRST.plusDays(day);
        // The last is of a district that is not on the list.
        observed.add(RowFactory.create("d" + d, "new_cases", date, date, 1.0 * d + day, "s"));
      }
    }
    Collections.reverse(observed);
    return new PanelDays(scope(), districts())
        .derive(spark.createDataFrame(observed, OBSERVED).repartition(partitions));
  }

  private static List<String> cases(Dataset<Row> panel) {
    return panel.where("date >= '" + FIRST + "'").collectAsList().stream()
        .map(
            row ->
                Keys.LEVEL.of(row)
                    + " "
                    + Keys.DISTRICT_ID.of(row)
                    + " "
                    + Keys.DATE.of(row)
                    + " "
                    + DistrictDayTable.of(Quantity.NEW_CASES).of(row))
        .toList();
  }

  /** City 0 has 0 + 3 + 6 cases on the first day, and three more on each day after. */
  @Test
  void eachDistrictAndEachCityHasEachOfItsDaysOnce() {
    List<String> expected = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = FIRST.plusDays(day);
      for (int d = 0; d < DISTRICTS; d++) {
        expected.add("district d" + d + " " + date + " " + (d + day) + ".0");
      }
      for (int c = 0; c < CITIES; c++) {
        expected.add("city city " + c + " " + date + " " + (9 + 3 * c + 3 * day) + ".0");
      }
    }

    assertThat(cases(panel(5))).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aCityComesAfterItsDistrictsAndTheseInTheOrderOfTheirIds() {
    List<String> subjects =
        new ArrayList<>(
            new LinkedHashSet<>(
                panel(3).where("city_id = 'city 1'").collectAsList().stream()
                    .map(Keys.DISTRICT_ID::of)
                    .toList()));

    assertThat(subjects).containsExactly("d1", "d4", "d7", "city 1");
  }

  /** Nor does it matter into how many parts cities are shuffled. */
  @Test
  void howRowsAreDividedDoesNotMatter() {
    String key = "spark.sql.shuffle.partitions";
    String before = spark.conf().get(key);
    try {
      spark.conf().set(key, "1");
      List<String> whole = panel(1).collectAsList().stream().map(Row::toString).toList();
      spark.conf().set(key, "5");
      assertThat(panel(7).collectAsList().stream().map(Row::toString))
          .containsExactlyInAnyOrderElementsOf(whole);
    } finally {
      spark.conf().set(key, before);
    }
  }
}
