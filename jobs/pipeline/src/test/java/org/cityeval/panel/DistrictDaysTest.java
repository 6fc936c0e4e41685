package org.cityeval.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.place.District;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ten days of cases of A, as known on the 20th of March; of B nothing was ever published. */
@ExtendWith(SparkExtension.class)
class DistrictDaysTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
  private static final LocalDate AS_OF = LocalDate.of(2020, 3, 20);
  private static final int LEAD = 5;
  private static final List<District> DISTRICTS =
      List.of(
          new District("A", "A", null, "T", "T", null, 100_000, List.of(), null),
          new District("B", "B", null, "T", "T", null, Double.NaN, List.of(), null));

  private final SparkSession spark;

  DistrictDaysTest(SparkSession spark) {
    this.spark = spark;
  }

  private static PanelScope scope() {
    return CasesScope.of(AS_OF, FIRST, FIRST.plusDays(9), LEAD);
  }

  /** Day of the span, days of publication after the first, value, source. */
  private record Told(int day, int published, double value, String source) {
    String sql() {
      return String.format(
          Locale.ROOT,
          "('A', 'new_cases', date'%s', date'%s', %sD, '%s')",
          FIRST.plusDays(day),
          FIRST.plusDays(published),
          value,
          source);
    }
  }

  private List<Row> days(String district, Told... told) {
    List<String> rows = new ArrayList<>();
    for (Told one : told) {
      rows.add(one.sql());
    }
    return new PanelDays(scope(), DISTRICTS)
        .derive(
            spark.sql(
                "select * from values "
                    + String.join(", ", rows)
                    + " as t(district_id, measure, date, as_of, value, source_id)"))
        .where("district_id = '" + district + "'")
        .orderBy("date")
        .collectAsList();
  }

  private static Double cases(List<Row> days, int day) {
    return days.stream()
        .filter(row -> Keys.DATE.of(row).equals(FIRST.plusDays(day)))
        .findFirst()
        .map(DistrictDayTable.of(Quantity.NEW_CASES)::of)
        .orElse(null);
  }

  /** Of three publications of one day the last that was known on the 20th counts. */
  @Test
  void ofADayThatWasKnownLastIsTaken() {
    List<Row> days =
        days(
            "A",
            new Told(2, 5, 10, "s"),
            new Told(2, 19, 12, "s"),
            new Told(2, 20, 99, "s"),
            new Told(3, 5, 7, "s"));

    assertThat(cases(days, 2)).isEqualTo(12);
    assertThat(cases(days, 3)).isEqualTo(7);
    assertThat(cases(days, 4)).isNull();
  }

  /** What ingest lets pass says the same; a fixed order keeps a rerun equal all the same. */
  @Test
  void ofTwoSourcesOfOneDayOneIsTakenInAFixedOrder() {
    Told one = new Told(2, 5, 10, "a");
    Told two = new Told(2, 5, 11, "b");

    assertThat(cases(days("A", one, two), 2)).isEqualTo(11);
    assertThat(cases(days("A", two, one), 2)).isEqualTo(11);
  }

  /** Five days that indicators look back upon, and what those rest on; none after the span. */
  @Test
  void daysReachFromTheLookBackToTheEndOfTheSpan() {
    List<Row> days = days("A", new Told(2, 5, 10, "s"), new Told(11, 12, 10, "s"));

    assertThat(Keys.DATE.of(days.get(0))).isEqualTo(scope().lookBackFrom());
    assertThat(Keys.DATE.of(days.get(days.size() - 1))).isEqualTo(FIRST.plusDays(9));
    assertThat(days).hasSize(10 + LEAD + scope().rule().reachDays());
  }

  /** A cumulative count may begin long before; those days are derived and not kept. */
  @Test
  void daysBeforeTheLookBackAreNotKept() {
    List<Row> days = days("A", new Told(-200, 5, 10, "s"), new Told(2, 5, 10, "s"));

    assertThat(Keys.DATE.of(days.get(0))).isEqualTo(scope().lookBackFrom());
    assertThat(days).hasSize(10 + LEAD + scope().rule().reachDays());
  }

  @Test
  void aDistrictOfWhichNothingWasPublishedHasItsDaysWithoutNumbers() {
    List<Row> days = days("B", new Told(2, 5, 10, "s"));

    assertThat(days).hasSize(10 + LEAD + scope().rule().reachDays());
    assertThat(days).extracting(DistrictDayTable.of(Quantity.NEW_CASES)::of).containsOnlyNulls();
    assertThat(days).extracting(Keys.CITY_ID::of).containsOnly("T");
  }

  /** The hash is of what was taken: a value that was replaced leaves none. */
  @Test
  void whatADistrictRestsOnIsWhatWasTaken() {
    String plain = hash(new Told(2, 19, 12, "s"));

    assertThat(hash(new Told(2, 19, 12, "s"), new Told(2, 5, 10, "s"))).isEqualTo(plain);
    assertThat(hash(new Told(2, 19, 13, "s"))).isNotEqualTo(plain);
  }

  private String hash(Told... told) {
    return Keys.INPUT_HASH.of(days("A", told).get(0));
  }
}
