package org.cityeval.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.efficiency.ResponseLag;
import org.cityeval.indicator.efficiency.ResumptionLossArea;
import org.cityeval.indicator.precision.TargetingPrecision;
import org.cityeval.indicator.publicvalue.WorstOffGap;
import org.cityeval.series.Quantity;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableJson;
import org.cityeval.testing.PublishedFew;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.StoredRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** City T of the districts A and B, and district X of another, over some days around the 10th. */
class DailyInputsTest {
  private static final LocalDate TENTH = LocalDate.of(2020, 3, 10);

  @TempDir private Path folder;

  private PublishedFew few;
  private Publication publication;

  @BeforeEach
  void write() {
    few = new PublishedFew(folder);
    for (int day : new int[] {1, 0, -1, -28, -29, 5, 6}) {
      day("T", "A", "district", day);
      day("T", "B", "district", day);
      day("T", "T", "city", day);
      day("X", "A", "city", day);
    }
    day("X", "X", "district", 0);
    publication = few.publish("tiny", "{}");
  }

  private void day(String city, String id, String level, int after) {
    few.write(
        DistrictDayTable.SILVER,
        PublishedFew.row(DistrictDayTable.SILVER, "tiny")
            .set(Keys.CITY_ID, city)
            .set(Keys.DISTRICT_ID, id)
            .set(Keys.LEVEL, level)
            .set(Keys.DATE, TENTH.plusDays(after))
            .set(DistrictDayTable.of(Quantity.ENTERPRISE_SMOOTHED), (double) after));
  }

  private Inputs inputs(Indicator indicator, String id, String level) {
    StoredRow value =
        new StoredRow(
            List.of("city_id", "district_id", "level", IndicatorValueTable.PARAMETERS.name()),
            "T",
            id,
            level,
            TableJson.write(Parameters.DEFAULTS));
    StoredRow period =
        new StoredRow(
            List.of(PeriodTable.FIRST_DAY.name(), PeriodTable.LAST_DAY.name()),
            TENTH,
            TENTH.plusDays(5));
    return DailyInputs.of(
        few.publications(), publication, indicator, value, period, DistrictDayTable.SILVER);
  }

  /** As district and day of March. */
  private static List<String> days(Inputs inputs) {
    return inputs.rows().stream().map(row -> row.get(0) + " " + row.get(1)).toList();
  }

  @Test
  void aDistrictsOwnDaysOfThePeriodBothEndsIncluded() {
    Inputs inputs = inputs(new ResumptionLossArea(), "A", "district");

    assertThat(inputs.table()).isEqualTo("silver.district_day");
    assertThat(inputs.columns())
        .containsExactly("district_id", "date", "enterprise_smoothed", "enterprise_bridged");
    assertThat(days(inputs)).containsExactly("A 2020-03-10", "A 2020-03-11", "A 2020-03-15");
    assertThat(inputs.rows().get(2).get(2)).isEqualTo(5.0);
  }

  /** A is the id of a city too, whose rows are not the district's. */
  @Test
  void ofACityTheShareThatItsNumbersCoverStandsBeside() {
    Inputs inputs = inputs(new ResumptionLossArea(), "T", "city");

    assertThat(inputs.columns()).endsWith("enterprise_bridged", "enterprise_covered_share");
    assertThat(days(inputs)).containsExactly("T 2020-03-10", "T 2020-03-11", "T 2020-03-15");
  }

  /** What a decision on the 10th could know is a day old; whoever is asked about comes first. */
  @Test
  void theDaysBeforeThePeriodThatAnIndicatorIsHandedAreThere() {
    assertThat(days(inputs(new TargetingPrecision(), "B", "district")))
        .startsWith("B 2020-03-09", "B 2020-03-10", "B 2020-03-11", "B 2020-03-15")
        .endsWith("A 2020-03-09", "A 2020-03-10", "A 2020-03-11", "A 2020-03-15")
        .hasSize(8);
  }

  @Test
  void whatIsPooledIsMadeOfTheDistrictsOfTheCity() {
    assertThat(days(inputs(new WorstOffGap(), "T", "city")))
        .containsExactly(
            "A 2020-03-10",
            "A 2020-03-11",
            "A 2020-03-15",
            "B 2020-03-10",
            "B 2020-03-11",
            "B 2020-03-15");
  }

  /** Judged by the city's own days, which come first; twice 14 days before the period. */
  @Test
  void whatIsPooledByTheCitysOwnDaysHasThoseBeforeItsDistricts() {
    List<String> days = days(inputs(new ResponseLag(), "T", "city"));

    assertThat(days)
        .startsWith("T 2020-02-11", "T 2020-03-09")
        .hasSize(15)
        .doesNotContain("T 2020-02-10", "X 2020-03-10");
    assertThat(days.get(5)).isEqualTo("A 2020-02-11");
    assertThat(days.get(10)).isEqualTo("B 2020-02-11");
  }
}
