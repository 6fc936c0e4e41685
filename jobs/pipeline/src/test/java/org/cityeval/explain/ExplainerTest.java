package org.cityeval.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.efficiency.ResumptionLossArea;
import org.cityeval.indicator.flatness.HandOffs;
import org.cityeval.series.Quantity;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableJson;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.PublishedFew;
import org.cityeval.warehouse.Warehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** City T of the districts A and B; A has a wave of its own that is called as one of the city. */
class ExplainerTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);

  @TempDir private Path folder;

  private PublishedFew few;

  @BeforeEach
  void write() {
    few =
        new PublishedFew(folder)
            .write(
                DistrictTable.SPEC,
                district("T", "A", 100_000.0, "B"),
                district("T", "B", 200_000.0, null),
                district("U", "X", 5.0, null))
            .write(
                CityTable.SPEC,
                PublishedFew.row(CityTable.SPEC, "tiny")
                    .set(Keys.CITY_ID, "T")
                    .set(CityTable.NAME, "Town"))
            .write(
                IndicatorValueTable.SPEC,
                value("E4", "span"),
                value("E4", "own-wave-1"),
                value("F1", "span"))
            .write(
                PeriodTable.SPEC,
                period("T", "span", 0, 39),
                period("A", "span", 3, 4),
                period("T", "own-wave-1", 5, 6),
                period("A", "own-wave-1", 7, 8));
    day(DistrictDayTable.SILVER, 7, 0.25);
    day(DistrictDayTable.GOLD, 8, 0.5);
  }

  private static TableRow district(String city, String id, double population, String near) {
    return PublishedFew.row(DistrictTable.SPEC, "tiny")
        .set(Keys.CITY_ID, city)
        .set(Keys.DISTRICT_ID, id)
        .set(DistrictTable.NAME, "Name of " + id)
        .set(DistrictTable.POPULATION, population)
        .set(DistrictTable.NEIGHBOURS, near);
  }

  private static TableRow value(String indicator, String period) {
    return PublishedFew.row(IndicatorValueTable.SPEC, "tiny")
        .set(Keys.CITY_ID, "T")
        .set(Keys.DISTRICT_ID, "A")
        .set(Keys.LEVEL, "district")
        .set(Keys.PERIOD_ID, period)
        .set(Keys.INDICATOR_ID, indicator)
        .set(IndicatorValueTable.VALUE, 12.5)
        .set(IndicatorValueTable.PARTS, "{\"trough_percent\": 59}")
        .set(IndicatorValueTable.PARAMETERS, TableJson.write(Parameters.DEFAULTS));
  }

  private static TableRow period(String whose, String id, int first, int last) {
    return PublishedFew.row(PeriodTable.SPEC, "tiny")
        .set(Keys.CITY_ID, "T")
        .set(Keys.DISTRICT_ID, whose)
        .set(Keys.PERIOD_ID, id)
        .set(PeriodTable.FIRST_DAY, FIRST.plusDays(first))
        .set(PeriodTable.LAST_DAY, FIRST.plusDays(last));
  }

  private void day(TableSpec table, int after, double activity) {
    few.write(
        table,
        PublishedFew.row(table, "tiny")
            .set(Keys.CITY_ID, "T")
            .set(Keys.DISTRICT_ID, "A")
            .set(Keys.LEVEL, "district")
            .set(Keys.DATE, FIRST.plusDays(after))
            .set(DistrictDayTable.of(Quantity.ENTERPRISE_SMOOTHED), activity));
  }

  private Explanation explain(Indicator indicator, String period, String config) {
    few.publish("tiny", config);
    Supplier<SparkSession> none =
        () -> {
          throw new IllegalStateException("No session is to be started here");
        };
    return new Explainer(new Warehouse(none, few.tables()))
        .explain(indicator, new Explainer.Subject(null, "Name of A", null, period));
  }

  @Test
  void aValueIsToldWithItsDefinitionItsCityAndItsPublication() {
    Explanation explanation = explain(new ResumptionLossArea(), "span", "{}");

    assertThat(explanation.facts())
        .containsEntry("evaluation_id", "tiny")
        .containsEntry("as_of", "2020-04-10")
        .containsEntry("district_id", "A")
        .containsEntry("district_name", "Name of A")
        .containsEntry("first_day", "2020-03-01")
        .containsEntry("last_day", "2020-04-09")
        .containsEntry("value", 12.5)
        .containsEntry("better", "lower")
        .containsEntry("parts", Map.of("trough_percent", 59))
        .containsEntry("population", Map.of("A", 100_000.0, "B", 200_000.0))
        .containsEntry("source_versions", Map.of("cases", "v1"))
        .containsEntry("config_hash", "hash");
    assertThat(explanation.inputs().rows()).hasSize(1);
    assertThat(explanation.inputs().rows().get(0).get(1)).isEqualTo("2020-03-08");
  }

  @Test
  void aWaveOfItsOwnIsTheDistrictsNotTheCitys() {
    assertThat(explain(new ResumptionLossArea(), "own-wave-1", "{}").facts())
        .containsEntry("first_day", "2020-03-08")
        .containsEntry("last_day", "2020-03-09");
  }

  /** Silver holds what is withheld. */
  @Test
  void whereSmallCountsAreWithheldTheDaysAreThoseThatArePublished() {
    Inputs inputs =
        explain(new ResumptionLossArea(), "span", "{\"small_counts\": {\"below\": 5}}").inputs();

    assertThat(inputs.table()).isEqualTo("gold.district_day");
    assertThat(inputs.rows()).extracting(row -> row.get(2)).containsExactly(0.5);
  }

  @Test
  void whereSmallCountsAreWithheldNoRequestIsShown() {
    Inputs inputs = explain(new HandOffs(), "span", "{\"small_counts\": {\"below\": 5}}").inputs();

    assertThat(inputs.table()).isEqualTo("silver.service_request");
    assertThat(inputs.rows()).isEmpty();
  }

  @Test
  void countsThatArePublicAlreadyAreNotWithheld() {
    assertThat(
            explain(
                    new ResumptionLossArea(),
                    "span",
                    "{\"small_counts\": {\"already_public\": \"by the county\"}}")
                .inputs()
                .table())
        .isEqualTo("silver.district_day");
  }
}
