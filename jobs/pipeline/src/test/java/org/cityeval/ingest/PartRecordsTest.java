package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.place.District;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** HC is made of H, of 300 residents, and C, of 100; A stands for itself. */
@ExtendWith(SparkExtension.class)
class PartRecordsTest {
  private static final StructType RECORDS =
      StructType.fromDDL(
          "source_id string, file string, position string, measure string, city_id string,"
              + " district_id string, date date, as_of date, value_text string, value double,"
              + " reason_code string, reason string, record string, records bigint, mended boolean,"
              + " column string, columns int");
  private static final LocalDate DAY = LocalDate.of(2020, 3, 1);

  @TempDir private Path folder;

  private final SparkSession spark;
  private final List<Row> records = new ArrayList<>();

  PartRecordsTest(SparkSession spark) {
    this.spark = spark;
  }

  private static District district(String id, Map<String, Double> parts) {
    return new District(
        id, id, null, "T", "T", null, 400, List.of(), null, Map.of(), Map.of(), parts);
  }

  private PartRecords parts(TinyLake lake) {
    return new PartRecords(
        ConfigLoader.load(lake.config(), Map.of(), List.of()),
        List.of(district("A", Map.of()), district("HC", Map.of("H", 300.0, "C", 100.0))));
  }

  private PartRecordsTest cell(
      String source, String measure, String district, double value, String column, int columns) {
    records.add(
        RowFactory.create(
            "tiny/" + source,
            source + ".csv",
            district + (column == null ? "" : "/" + column),
            measure,
            "T",
            district,
            DAY,
            DAY.plusDays(9),
            String.valueOf(value),
            value,
            "none",
            null,
            null,
            1L,
            false,
            column,
            columns));
    return this;
  }

  private PartRecordsTest cases(String district, double value) {
    return cell("cases", "new_cases", district, value, null, 1);
  }

  private Dataset<Row> records() {
    return spark.createDataFrame(records, RECORDS);
  }

  private static List<String> shown(Dataset<Row> rows) {
    return rows
        .select("district_id", "value", "reason_code", "joined", "records", "position")
        .collectAsList()
        .stream()
        .map(row -> row.mkString("|"))
        .sorted()
        .toList();
  }

  private List<String> together() {
    return shown(parts(TinyLake.in(folder)).together(records()));
  }

  @Test
  void countsOfAllPartsAreAddedUpIntoOneRecordOfTheWhole() {
    cases("H", 5).cases("C", 2).cases("A", 3);

    assertThat(together())
        .containsExactly("A|3.0|none|null|1|A", "HC|7.0|none|parts_added|2|C + H");
  }

  /** (300 x 10 + 100 x 30) / 400. */
  @Test
  void anIndexIsTheMeanByResidents() {
    cell("mobility", "mobility_distance_change", "H", 10, null, 1);
    cell("mobility", "mobility_distance_change", "C", 30, null, 1);

    assertThat(together()).containsExactly("HC|15.0|none|parts_averaged|2|C + H");
  }

  @Test
  void aPartWithoutTheOtherIsAloneAndKeepsItsId() {
    cases("H", 5);

    assertThat(together()).containsExactly("H|5.0|part_alone|null|1|H");
  }

  @Test
  void aNumberOfTheWholeBesideOnesOfPartsRefusesThemAll() {
    cases("H", 5).cases("C", 2).cases("HC", 7);

    assertThat(together())
        .containsExactly(
            "C|2.0|whole_and_part|null|1|C",
            "HC|7.0|whole_and_part|null|1|HC",
            "H|5.0|whole_and_part|null|1|H");
  }

  /** Whichever source says it. */
  @Test
  void anotherSourceMayNotTellOfTheWholeEither() {
    cases("H", 5).cases("C", 2).cell("more", "new_cases", "HC", 7, null, 1);

    assertThat(together()).allMatch(record -> record.contains("|whole_and_part|"));
  }

  @Test
  void theWholeAloneStandsAsItIs() {
    cases("HC", 7);

    assertThat(together()).containsExactly("HC|7.0|none|null|1|HC");
  }

  @Test
  void columnsOfOneDistrictAreAddedUp() {
    cell("cases", "new_cases", "A", 5, "A_men", 2).cell("cases", "new_cases", "A", 6, "A_women", 2);

    assertThat(together()).containsExactly("A|11.0|none|parts_added|2|A/A_men + A/A_women");
  }

  @Test
  void aColumnWithoutTheOtherIsAlone() {
    cell("cases", "new_cases", "A", 5, "A_men", 2);

    assertThat(together()).containsExactly("A|5.0|part_alone|null|1|A/A_men");
  }

  /** H has both its columns and C one of two, so that the whole is incomplete. */
  @Test
  void aPartThatLacksAColumnLeavesTheOtherPartsAlone() {
    cell("cases", "new_cases", "H", 5, "H_men", 2).cell("cases", "new_cases", "H", 6, "H_w", 2);
    cell("cases", "new_cases", "C", 1, "C_men", 2);

    assertThat(together()).hasSize(3).allMatch(record -> record.contains("|part_alone|"));
  }

  @Test
  void aRefusedPartCountsAsAbsentAndStaysAsItIs() {
    cases("H", 5);
    records.add(
        RowFactory.create(
            "tiny/cases",
            "cases.csv",
            "C",
            "new_cases",
            "T",
            "C",
            DAY,
            DAY.plusDays(9),
            "x",
            null,
            "unparsable_number",
            "told",
            null,
            1L,
            false,
            null,
            1));

    assertThat(together())
        .containsExactly("C|null|unparsable_number|null|1|C", "H|5.0|part_alone|null|1|H");
  }

  /** A region may be called as a part is: C. */
  @Test
  void whatIsSaidOfARegionIsOfNoPart() {
    TinyLake lake =
        TinyLake.in(folder)
            .configure("population: residents", "population: residents\n    regions: {part: p}")
            .configure("path: enterprises.csv", "path: enterprises.csv\n    region: part");
    cell("enterprises", "enterprise_output_change", "C", 5, null, 1);

    assertThat(shown(parts(lake).together(records()))).containsExactly("C|5.0|none|null|1|C");
    assertThat(parts(lake).byWhole(records()).select("district_id").first().get(0)).isEqualTo("C");
  }

  /** Nor is it of the whole, though a region may be called as that is. */
  @Test
  void whatIsSaidOfARegionStandsBesideParts() {
    TinyLake lake =
        TinyLake.in(folder)
            .configure("population: residents", "population: residents\n    regions: {part: p}")
            .configure("path: enterprises.csv", "path: enterprises.csv\n    region: part");
    cell("enterprises", "enterprise_output_change", "HC", 5, null, 1);
    cell("cases", "enterprise_output_change", "H", 10, null, 1);
    cell("cases", "enterprise_output_change", "C", 30, null, 1);

    assertThat(shown(parts(lake).together(records())))
        .containsExactly("HC|15.0|none|parts_averaged|2|C + H", "HC|5.0|none|null|1|HC");
  }

  @Test
  void recordsAreNamedByTheirWhole() {
    cases("H", 5).cases("A", 3);

    assertThat(parts(TinyLake.in(folder)).byWhole(records()).select("district_id").collectAsList())
        .extracting(row -> row.get(0))
        .containsExactlyInAnyOrder("HC", "A");
  }

  @Test
  void withoutMergedDistrictsAndAddedColumnsThereAreNoParts() {
    TinyLake lake = TinyLake.in(folder);
    PartRecords none =
        new PartRecords(
            ConfigLoader.load(lake.config(), Map.of(), List.of()),
            List.of(district("H", Map.of())));
    cases("H", 5);

    assertThat(none.areThere()).isFalse();
    assertThat(shown(none.together(records()))).containsExactly("H|5.0|none|null|1|H");
    assertThat(parts(lake).areThere()).isTrue();
  }
}
