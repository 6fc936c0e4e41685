package org.cityeval.withholding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.assembly.PanelRule;
import org.cityeval.disclosure.SmallCount;
import org.cityeval.place.District;
import org.cityeval.place.TouchingDistricts;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.PlainRules;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Four weeks of city c, of the districts A and B, which touch. A has 10 cases a day and B 20, but
 * on the fourth day A has 3. Counts below 5 are withheld. The city d is one district D, which
 * touches none, and has as many cases as A.
 */
@ExtendWith(SparkExtension.class)
class PublishedDaysTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
  private static final int DAYS = 28;

  /** The day with a small count, counted from 0. */
  private static final int SMALL = 3;

  private static final PanelRule RULE = PlainRules.ofCases();

  private static Map<String, Row> published;

  @BeforeAll
  static void publish(SparkSession spark) {
    published = published(spark, 3);
  }

  private static Map<String, Row> published(SparkSession spark, double small) {
    List<Row> panel = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      double ofA = day == SMALL ? small : 10;
      panel.add(row("c", "district", "A", day, ofA));
      panel.add(row("c", "district", "B", day, 20));
      panel.add(row("c", "city", "c", day, ofA + 20));
      panel.add(row("d", "district", "D", day, ofA));
      panel.add(row("d", "city", "d", day, ofA));
    }
    Map<String, Row> rows = new TreeMap<>();
    new PublishedDays(FIRST, RULE, new SmallCount(5))
        .withhold(
            spark.createDataFrame(panel, DistrictDayTable.SILVER.structType()),
            new TouchingDistricts(List.of(district("A", "B"), district("B", "A"))))
        .collectAsList()
        .forEach(row -> rows.put(DISTRICT_ID.of(row) + day(row), row));
    return rows;
  }

  private static District district(String id, String neighbour) {
    return new District(id, id, null, "c", "c", null, 1000, List.of(neighbour), null);
  }

  private static int day(Row row) {
    return (int) (DATE.of(row).toEpochDay() - FIRST.toEpochDay());
  }

  /** What is made of counts is the count here, all else is 1. */
  private static Row row(String city, String level, String id, int day, double cases) {
    TableRow row =
        new TableRow(DistrictDayTable.SILVER)
            .set(EVALUATION_ID, "test")
            .set(AS_OF, FIRST.plusDays(60))
            .set(CITY_ID, city)
            .set(DISTRICT_ID, id)
            .set(LEVEL, level)
            .set(DATE, FIRST.plusDays(day))
            .set(DistrictDayTable.RT_STATUS, "ok")
            .set(INPUT_HASH, "hash");
    for (Quantity quantity : Quantity.values()) {
      row.set(DistrictDayTable.of(quantity), Withheld.concerns(quantity) ? cases : 1.0);
    }
    return row.row();
  }

  private static Double number(String id, int day, Quantity quantity) {
    return DistrictDayTable.of(quantity).of(published.get(id + day));
  }

  private static String flags(String id, int day) {
    String flags = DistrictDayTable.MEASURE_FLAGS.of(published.get(id + day));
    return flags == null ? "" : flags;
  }

  @Test
  void everyDayIsStillThere() {
    assertThat(published).hasSize(5 * DAYS);
  }

  @Test
  void aSmallCountIsWithheldAndSaysSo() {
    assertThat(number("A", SMALL, Quantity.NEW_CASES)).isNull();
    assertThat(number("A", SMALL, Quantity.NEW_CASES_ADJUSTED)).isNull();
    assertThat(DistrictDayTable.CASES_FLAG.of(published.get("A" + SMALL))).isEqualTo("suppressed");
  }

  @Test
  void soItIsOfADistrictThatTouchesNoneAndOfACity() {
    for (String id : List.of("D", "d")) {
      assertThat(number(id, SMALL, Quantity.NEW_CASES)).as(id).isNull();
      assertThat(number(id, 8, Quantity.NEW_CASES_SMOOTHED)).as(id).isNull();
      assertThat(number(id, 15, Quantity.RT_MEAN)).as(id).isNull();
      assertThat(number(id, 19, Quantity.RISK_LEVEL)).as(id).isNull();
      assertThat(number(id, 20, Quantity.RISK_LEVEL)).as(id).isEqualTo(10);
    }
  }

  /** 23 less 20 is 3. */
  @Test
  void norCanItBeComputedFromTheCityAndTheOtherDistrict() {
    assertThat(
            number("c", SMALL, Quantity.NEW_CASES) == null
                || number("B", SMALL, Quantity.NEW_CASES) == null)
        .isTrue();
  }

  @Test
  void aMeanIsWithheldUntilItsWeekHoldsNoWithheldDay() {
    assertThat(number("A", 8, Quantity.NEW_CASES_SMOOTHED)).isNull();
    assertThat(number("A", 8, Quantity.INCIDENCE)).isNull();
    assertThat(flags("A", 8)).contains("new_cases_smoothed:suppressed", "incidence:suppressed");
    assertThat(number("A", 13, Quantity.NEW_CASES_SMOOTHED)).isEqualTo(10);
    assertThat(flags("A", 13)).doesNotContain("new_cases_smoothed");
  }

  /** The first week, days 0 to 6, is withheld; R of day 16 rests on days 7 to 16. */
  @Test
  void aReproductionNumberIsWithheldUntilAllItRestsOnIsPublished() {
    assertThat(number("A", 15, Quantity.RT_MEAN)).isNull();
    assertThat(DistrictDayTable.RT_STATUS.of(published.get("A15"))).isEqualTo("suppressed");
    assertThat(number("A", 16, Quantity.RT_MEAN)).isEqualTo(10);
    assertThat(DistrictDayTable.RT_STATUS.of(published.get("A16"))).isEqualTo("ok");
  }

  /** Both ends are the count here, so they are 0 apart. */
  @Test
  void aWidthIsWithheldWithTheEnds() {
    assertThat(DistrictDayTable.RT_WIDTH.of(published.get("A15"))).isNull();
    assertThat(DistrictDayTable.RT_WIDTH.of(published.get("A16"))).isZero();
  }

  /** Risk of day 20 rests on days 7 to 20. */
  @Test
  void aLevelOfRiskIsWithheldFromTheDistrictAndFromItsNeighbour() {
    assertThat(number("A", 19, Quantity.RISK_LEVEL)).isNull();
    assertThat(number("B", 19, Quantity.RISK_NEIGHBOURS)).isNull();
    assertThat(number("A", 19, Quantity.CONTROL_INDEX)).isNull();
    assertThat(number("A", 20, Quantity.RISK_LEVEL)).isEqualTo(10);
    assertThat(number("B", 20, Quantity.RISK_NEIGHBOURS)).isEqualTo(20);
    assertThat(number("A", 20, Quantity.PRECISE_CONTROL_INDEX)).isEqualTo(10);
  }

  /** c publishes every day; a level of its first 13 days would rest on days before the first. */
  @Test
  void theLevelOfTheCityIsWithheldFromItsDistrictsAsFromItself() {
    for (int day = 0; day < DAYS; day++) {
      assertThat(number("c", day, Quantity.RISK_LEVEL) == null)
          .as("day %s", day)
          .isEqualTo(day < 13);
      assertThat(number("A", day, Quantity.RISK_CITY) == null)
          .as("day %s", day)
          .isEqualTo(day < 13);
    }
  }

  @Test
  void whatIsMadeOfNoCountStands() {
    for (int day = 0; day < DAYS; day++) {
      assertThat(number("A", day, Quantity.MOBILITY_CHANGE)).isEqualTo(1);
      assertThat(flags("A", day)).doesNotContain("mobility");
    }
  }

  /** Whoever tries 1 to 4 and compares hashes must not find the count. */
  @Test
  void theHashTellsNothingOfWhatIsWithheld(SparkSession spark) {
    Map<String, Row> withFour = published(spark, 4);

    assertThat(INPUT_HASH.of(withFour.get("A" + SMALL)))
        .hasSize(16)
        .isEqualTo(INPUT_HASH.of(published.get("A" + SMALL)));
    assertThat(INPUT_HASH.of(published.get("A13")))
        .isNotEqualTo(INPUT_HASH.of(published.get("A14")));
  }
}
