package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The whole files that the committed lakes are cut from, where they lie beside the project. The
 * expected numbers were counted with Python's csv module.
 */
@Tag("slow")
@ExtendWith(SparkExtension.class)
class WholeLakesTest {
  private static final Path LAKES = Path.of("../../../shared/data").toAbsolutePath().normalize();

  @Test
  void everyTripOfNewYorkIsAccountedFor() {
    Path warehouse = run("nyc_events", "ingest", "whole/nyc");

    assertThat(outcomes(warehouse, "nyc/trips"))
        .containsExactly(
            // Two measures of 532,807 trips: 48 end before they begin or lie outside the months,
            // 1,724 begin in no borough.
            Map.of("records", "1065614", "good", "1062070", "left_out", "3544", "refused", "0"));
    assertThat(
            Commands.query(
                warehouse,
                "select district_id, date, measure, value, records from silver.observation"
                    + " where source_id = 'nyc/trips' and concat(district_id, ' ', date) in"
                    + " ('Manhattan 2020-04-15', 'Staten Island 2020-03-05')"
                    + " order by 1, 3"))
        .extracting(row -> row.get("value") + " of " + row.get("records"))
        .containsExactly("8644.36 of 616", "616 of 616", "542.46 of 12", "12 of 12");
    assertThat(
            Commands.query(
                warehouse,
                "select count(*) as n from silver.observation where source_id = 'nyc/trips'"))
        .containsExactly(Map.of("n", "1820"));
  }

  @Test
  void everyRecordOfThreeThousandCountiesIsAccountedFor() {
    Path warehouse = run("us_counties_2020", "ingest", "whole/us-counties");

    assertThat(outcomes(warehouse, "us-counties/cases"))
        .containsExactly(counts(1_028_720, 967_736, 0, 32_032 + 25_872 + 3_080));
    assertThat(outcomes(warehouse, "us-counties/mobility"))
        .containsExactly(counts(1_077_912, 1_046_296, 7_330, 20_592 + 396));
    assertThat(outcomes(warehouse, "us-counties/merchants"))
        .containsExactly(counts(146_045, 146_045, 0, 0));
    assertThat(outcomes(warehouse, "us-counties/spending"))
        .containsExactly(counts(134_096, 23_664, 0, 110_432));
    // 320 milestones order nothing that is graded, and Rhode Island says one thing twice.
    assertThat(outcomes(warehouse, "us-counties/policy")).containsExactly(counts(672, 241, 0, 110));
  }

  @Test
  void theRestOfChinaIsOutOfScopeOfZhejiang() {
    Path lake = LAKES.resolve("china_zhejiang_2020");
    String activity = lake.resolve("EnvCausal_df_m3_overall_with_day.csv.gz").toString();
    Path warehouse =
        run(
            "china_zhejiang_2020",
            "ingest",
            "zhejiang",
            "--set",
            "sources.cases.path=" + lake.resolve("Wuhan-2019-nCoV.csv.gz"),
            "--set",
            "sources.mobility.path=" + activity,
            "--set",
            "sources.mobility.unknown_district=out_of_scope",
            "--set",
            "sources.enterprise.path=" + activity,
            "--set",
            "sources.enterprise.unknown_district=out_of_scope");

    assertThat(outcomes(warehouse, "zhejiang/cases"))
        .containsExactly(counts(67_815, 1_182, 0, 66_633));
    // Two cities of eleven are excluded from mobility: 156 records.
    assertThat(outcomes(warehouse, "zhejiang/mobility"))
        .containsExactly(counts(12_948, 702, 0, 12_246));
    assertThat(outcomes(warehouse, "zhejiang/enterprise"))
        .containsExactly(counts(12_948, 858, 0, 12_090));
  }

  @Test
  void everyRecordOfFiftyThreeCitiesIsAccountedFor() {
    Path lake = LAKES.resolve("us_cities_oi");
    List<String> settings = new ArrayList<>();
    Map.of(
            "districts", "GeoIDs - City.csv",
            "sources.cases", "COVID - City - Daily.csv.gz",
            "sources.cases_2020_12_14", "vintage_2020-12-14/COVID - City - Daily.csv.gz",
            "sources.womply", "Womply - City - Daily.csv.gz",
            "sources.merchants_2020_12_14",
                "vintage_2020-12-14/Womply Merchants - City - Daily.csv.gz",
            "sources.revenue_2020_12_14", "vintage_2020-12-14/Womply Revenue - City - Daily.csv.gz",
            "sources.mobility", "Google Mobility - City - Daily.csv.gz",
            "sources.employment", "Employment - City - Weekly.csv.gz")
        .forEach(
            (key, file) -> settings.addAll(List.of("--set", key + ".path=" + lake.resolve(file))));
    Path warehouse =
        run("us_cities_oi", "ingest", "us-cities-vintages", settings.toArray(String[]::new));
    String id = "us-cities-vintages/";

    assertThat(outcomes(warehouse, id + "cases")).containsExactly(counts(53_435, 51_227, 0, 0));
    assertThat(outcomes(warehouse, id + "cases_2020_12_14"))
        .containsExactly(counts(17_384, 17_015, 0, 0));
    assertThat(outcomes(warehouse, id + "womply")).containsExactly(counts(57_028, 56_368, 0, 0));
    assertThat(outcomes(warehouse, id + "merchants_2020_12_14"))
        .containsExactly(counts(17_278, 17_278, 0, 0));
    assertThat(outcomes(warehouse, id + "revenue_2020_12_14"))
        .containsExactly(counts(17_278, 17_278, 0, 0));
    assertThat(outcomes(warehouse, id + "mobility"))
        .containsExactly(counts(51_145, 15_180, 0, 35_934));
    assertThat(outcomes(warehouse, id + "employment"))
        .containsExactly(counts(14_681, 14_404, 0, 0));
  }

  private static Map<String, String> counts(long records, long good, long refused, long leftOut) {
    return Map.of(
        "records",
        "" + records,
        "good",
        "" + good,
        "refused",
        "" + refused,
        "left_out",
        "" + leftOut);
  }

  private static Path run(String lake, String command, String config, String... settings) {
    assumeThat(LAKES.resolve(lake)).isDirectory();
    Path warehouse = Commands.folder("whole");
    List<String> arguments = new ArrayList<>(List.of(command, "--config"));
    arguments.add(Commands.config(config).toString());
    arguments.addAll(List.of("--warehouse", warehouse.toString()));
    arguments.addAll(List.of(settings));
    Cli.Answer answer =
        Cli.plain()
            .withEnvironment(Map.of("CITYEVAL_LAKE", LAKES.resolve(lake).toString()))
            .run(arguments.toArray(String[]::new));
    assertThat(answer.exit()).as(answer.err()).isZero();
    return warehouse;
  }

  /** Records of a source by what became of them; missing ones are what is left. */
  private static List<Map<String, String>> outcomes(Path warehouse, String source) {
    String by = "sum(coalesce(cast(get_json_object(outcomes, '$.%s') as bigint), 0))";
    return Commands.query(
        warehouse,
        "select sum(records) as records, "
            + by.formatted("none")
            + " as good, "
            + by.formatted("out_of_range")
            + " as refused, "
            + List.of("filtered", "foreign_district", "excluded").stream()
                .map(by::formatted)
                .reduce((a, b) -> a + " + " + b)
                .orElseThrow()
            + " as left_out from ops.source_file where source_id = '"
            + source
            + "'");
  }
}
