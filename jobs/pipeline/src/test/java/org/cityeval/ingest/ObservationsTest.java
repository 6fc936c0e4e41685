package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.source.PublishedVersions;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ObservationsTest {
  private static final LocalDate DEFAULT = LocalDate.of(2020, 4, 5);

  @TempDir private Path folder;

  private final SparkSession spark;

  ObservationsTest(SparkSession spark) {
    this.spark = spark;
  }

  /** Source, measure, district, vintage, reason, joined, mended and record. */
  private Dataset<Row> records(String rows) {
    return spark.sql(
        "select s source_id, m measure, d district_id, if(d = 'Z', null, 'T') city_id,"
            + " date(a) as_of, r reason_code, j joined, e mended, k record from values "
            + rows
            + " as t(s, m, d, a, r, j, e, k)");
  }

  private List<String> kept(TinyLake lake, String rows, String... columns) {
    return new Observations(
            ConfigLoader.load(lake.config(), Map.of(), List.of()), Map.of("tiny/cases", DEFAULT))
            .kept(
                records(rows),
                new PublishedVersions()
                    .add("tiny/cases", Map.of(DEFAULT, "v1", LocalDate.of(2020, 4, 9), "v2"))
                    .add("tiny/mobility", Map.of(LocalDate.of(2020, 4, 10), "v3"))
                    .add("tiny/enterprises", Map.of(LocalDate.of(2020, 4, 10), "v4")))
            .selectExpr(columns)
            .collectAsList()
            .stream()
            .map(row -> row.mkString("|"))
            .sorted()
            .toList();
  }

  @Test
  void onlyGoodRecordsAreKeptEachWithTheVersionOfItsVintage() {
    assertThat(
            kept(
                TinyLake.in(folder),
                "('tiny/cases', 'new_cases', 'A', null, 'none', null, false, null),"
                    + " ('tiny/cases', 'new_cases', 'B', '2020-04-09', 'none', null, false, null),"
                    + " ('tiny/cases', 'new_cases', 'C', null, 'no_value', null, false, null)",
                "district_id",
                "as_of",
                "source_version"))
        .containsExactly("A|2020-04-05|v1", "B|2020-04-09|v2");
  }

  @Test
  void unitFamilyAndKindAreThoseOfTheMeasure() {
    assertThat(
            kept(
                TinyLake.in(folder),
                "('tiny/cases', 'new_cases', 'A', null, 'none', null, false, null),"
                    + " ('tiny/mobility', 'mobility_distance_change', 'A', '2020-04-10', 'none',"
                    + " null, false, null)",
                "measure",
                "family",
                "kind"))
        .containsExactly("mobility_distance_change|mobility|index", "new_cases|cases|daily_count");
  }

  /** A mean of a week, a number of a region, an average of parts, a mended record. */
  @Test
  void whatIsPeculiarToAValueIsFlaggedInOneOrder() {
    TinyLake lake =
        TinyLake.in(folder)
            .configure("kind: daily_count}", "kind: daily_count, smoothed_days: 7}")
            .configure("population: residents", "population: residents\n    regions: {part: p}")
            .configure("path: enterprises.csv", "path: enterprises.csv\n    region: part")
            .configure("kind: percent_change}", "kind: percent_change, every: week}");

    assertThat(
            kept(
                lake,
                "('tiny/cases', 'new_cases', 'A', null, 'none', null, true, null),"
                    + " ('tiny/enterprises', 'enterprise_output_change', 'A', '2020-04-10', 'none',"
                    + " 'parts_averaged', false, null),"
                    + " ('tiny/mobility', 'mobility_distance_change', 'A', '2020-04-10', 'none',"
                    + " null, false, null)",
                "measure",
                "flags"))
        .containsExactly(
            "enterprise_output_change|weekly,region_part,parts_averaged",
            "mobility_distance_change|null",
            "new_cases|smoothed_7d,mended");
  }

  /** A district that is on no list stays in the record alone. */
  @Test
  void refusedAreThoseThatAreKeptWithTheirRecord() {
    Dataset<Row> never =
        records(
            "('tiny/cases', 'new_cases', 'Z', null, 'unknown_district', null, false, 'told'),"
                + " ('tiny/cases', 'new_cases', 'A', null, 'no_value', null, false, null)");
    Dataset<Row> judged =
        records(
            "('tiny/cases', 'new_cases', 'B', null, 'conflicting_duplicate', null, false, 'two'),"
                + " ('tiny/cases', 'new_cases', 'C', null, 'none', null, false, null)");

    assertThat(
            Observations.refused(never, judged, "run 1")
                .selectExpr("record", "district_id", "run_id")
                .collectAsList())
        .extracting(row -> row.mkString("|"))
        .containsExactlyInAnyOrder("told|null|run 1", "two|B|run 1");
  }
}
