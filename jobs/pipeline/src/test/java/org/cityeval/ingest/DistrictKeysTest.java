package org.cityeval.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.place.District;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A and B are in the north; AB is made of P and Q; nobody knows the residents of B. */
@ExtendWith(SparkExtension.class)
class DistrictKeysTest {
  @TempDir private Path folder;

  private final SparkSession spark;

  DistrictKeysTest(SparkSession spark) {
    this.spark = spark;
  }

  private static District district(String id, double residents, Map<String, Double> parts) {
    return new District(
        id,
        id,
        null,
        "T",
        "T",
        null,
        residents,
        List.of(),
        null,
        Map.of("part", "north"),
        Map.of(),
        parts);
  }

  private static final List<District> DISTRICTS =
      List.of(
          district("A", 100, Map.of()),
          district("B", Double.NaN, Map.of()),
          district("AB", 50, Map.of("P", 20.0, "Q", 30.0)));

  private static EvaluationConfig config(TinyLake lake) {
    return ConfigLoader.load(lake.config(), Map.of(), List.of());
  }

  private DistrictKeys keys(TinyLake lake) {
    return new DistrictKeys(spark, config(lake), DISTRICTS);
  }

  private List<String> resolved(TinyLake lake, String source, String keys) {
    Dataset<Row> rows = spark.sql("select * from values " + keys + " as t(district)");
    DistrictKeys of = keys(lake);
    return of
        .resolve(config(lake).sources().get(source), rows, lit(null).cast("date"))
        .select(
            col(DistrictKeys.DISTRICT),
            col(DistrictKeys.CITY),
            col(DistrictKeys.REASON),
            of.residents())
        .collectAsList()
        .stream()
        .map(row -> row.mkString("|"))
        .toList();
  }

  @Test
  void anIdHasItsCityAndItsResidentsAndAPartIsItself() {
    assertThat(resolved(TinyLake.in(folder), "cases", "('A'), ('B'), ('P'), ('Z')"))
        .containsExactly(
            "A|T|null|100.0", "B|T|null|null", "P|T|null|null", "Z|null|unknown_district|null");
  }

  @Test
  void whatIsOnNoListMayBeOutOfScope() {
    TinyLake lake =
        TinyLake.in(folder)
            .configure("path: cases.csv", "path: cases.csv\n    unknown_district: out_of_scope");

    assertThat(resolved(lake, "cases", "('Z')")).containsExactly("Z|null|foreign_district|null");
  }

  /** A region stands in the place of the district and has no city. */
  @Test
  void aRegionIsKnownByWhatTheDistrictsSay() {
    TinyLake lake =
        TinyLake.in(folder)
            .configure("population: residents", "population: residents\n    regions: {part: p}")
            .configure("path: enterprises.csv", "path: enterprises.csv\n    region: part");

    assertThat(resolved(lake, "enterprises", "('north'), ('south')"))
        .containsExactly("north|null|null|null", "south|null|unknown_region|null");
    assertThat(keys(lake).known(config(lake).sources().get("enterprises")).test("north")).isTrue();
    assertThat(keys(lake).known(config(lake).sources().get("enterprises")).test("A")).isFalse();
  }

  /** What happens in a part happens in the whole. */
  @Test
  void aRequestOfAPartIsOfTheWhole() {
    TinyLake lake =
        TinyLake.in(folder)
            .configure(
                "panel:\n",
                "requests:\n  hotline: {path: h.csv, request_id: id, opened: o,"
                    + " district: district}\npanel:\n");
    Dataset<Row> rows = spark.sql("select * from values ('Q'), ('A') as t(district)");

    assertThat(
            keys(lake)
                .resolve(config(lake).requests().get("hotline").key(), rows, lit(null).cast("date"))
                .select(DistrictKeys.DISTRICT)
                .collectAsList())
        .extracting(row -> row.get(0))
        .containsExactly("AB", "A");
  }

  @Test
  void aHeadingIsKnownByTheListOrByTheCrosswalk() {
    TinyLake lake = TinyLake.in(folder);
    assertThat(keys(lake).known(config(lake).sources().get("cases")).test("P")).isTrue();
    assertThat(keys(lake).known(config(lake).sources().get("cases")).test("p")).isFalse();

    lake.configure("path: cases.csv", "path: cases.csv\n    crosswalk: names")
        .configure(
            "panel:",
            "crosswalks:\n  names: {path: names.csv, spelling: s, district_id: id}\npanel:")
        .write("names.csv", "s,id\nAlder,A\n");
    assertThat(keys(lake).known(config(lake).sources().get("cases")).test(" ALDER")).isTrue();
    assertThat(keys(lake).known(config(lake).sources().get("cases")).test("A")).isFalse();
  }

  /** What was read before is read again where any of it changes. */
  @Test
  void theBasisOfASourceIsAllThatItsDistrictsDependOn() {
    TinyLake lake = TinyLake.in(folder);
    String basis = keys(lake).basis(config(lake).sources().get("cases"));

    assertThat(basis).contains("A\tT\n", "AB\tT\t{P=20.0, Q=30.0}\n").doesNotContain("north");
    lake.configure("population: residents", "population: residents\n    regions: {part: p}")
        .configure("path: enterprises.csv", "path: enterprises.csv\n    region: part");
    assertThat(keys(lake).basis(config(lake).sources().get("enterprises"))).contains("north");
  }
}
