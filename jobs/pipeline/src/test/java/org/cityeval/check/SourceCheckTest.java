package org.cityeval.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.groups.Tuple;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkExtension.class)
class SourceCheckTest {
  private static final String DISTRICTS =
      """
          population: residents
          district_name_zh: name
          city_name_zh: city
          regions: {state: city}
        attributes: {income: residents}
        where: id is not null
        neighbours: name
      """;
  private static final String CROSSWALK =
      """
      crosswalks:
        names:
          path: names.csv
          spelling: spelling
          district_id: id
          valid_from: since
          valid_to: until
      panel:
      """;
  private static final String EVENTS =
      """
      sources:
        trips:
          path: trips.csv
          shape: events
          date: began
          district: zone
          event_id: trip
          measures:
            mobility_transit_change: {value: zone, kind: level, baseline: march, aggregate: AGG}
      """;
  private static final String MARCH =
      "baselines:\n  march: {first_day: 2020-03-01, last_day: 2020-03-07, method: mean}\npanel:\n";

  private static final String CASES =
      "date: day\n    district: district\n    as_of: 2020-04-10\n    measures:\n      new_cases";
  private static final String NUMBER = "a number, or text of one";
  private static final String DAY = "a DATE, a TIMESTAMP or text such as 2020-03-01";

  @TempDir private Path folder;

  private TinyLake lake() {
    return TinyLake.in(folder)
        .write("names.csv", "spelling,id,since,until\nAlder,A,,\n")
        .configure("    population: residents\n", DISTRICTS)
        .configure("panel:\n", CROSSWALK);
  }

  private static List<String> found(SparkSession spark, TinyLake lake) {
    return FoundProblems.ofColumns(spark, lake).stream().map(UserProblem::problem).toList();
  }

  @Test
  void aLakeWhoseNamesAllStandIsSilent(SparkSession spark) {
    assertThat(found(spark, lake())).isEmpty();
  }

  @Test
  void eachNameIsLookedForUnderItsKey(SparkSession spark) {
    TinyLake lake =
        lake()
            .configure(
                "district_id: id\n    district_name: name", "district_id: a\n    district_name: b")
            .configure("city_id: city", "city_id: c")
            .configure("city_name: city", "city_name: d")
            .configure("population: residents", "population: e")
            .configure("district_name_zh: name", "district_name_zh: f")
            .configure("city_name_zh: city", "city_name_zh: g")
            .configure("{state: city}", "{state: h}")
            .configure("{income: residents}", "{income: i}")
            .configure("where: id is not null", "where: j > 1")
            .configure("neighbours: name", "neighbours: k")
            .configure("spelling: spelling\n    district_id: id", "spelling: l\n    district_id: m")
            .configure("valid_from: since", "valid_from: n")
            .configure("valid_to: until", "valid_to: o")
            .configure(
                CASES, "date: p\n    district: q\n    as_of: r\n    measures:\n      new_cases")
            .configure("{value: new_cases", "{value: s");

    assertThat(found(spark, lake))
        .containsExactly(
            "districts.columns.district_id: no column a.",
            "districts.columns.district_name: no column b.",
            "districts.columns.city_id: no column c.",
            "districts.columns.city_name: no column d.",
            "districts.columns.population: no column e.",
            "districts.columns.district_name_zh: no column f.",
            "districts.columns.city_name_zh: no column g.",
            "districts.columns.regions.state: no column h.",
            "districts.attributes.income: no column i.",
            "districts.where: no column j.",
            "districts.neighbours: no column k.",
            "crosswalks.names.spelling: no column l.",
            "crosswalks.names.district_id: no column m.",
            "crosswalks.names.valid_from: no column n.",
            "crosswalks.names.valid_to: no column o.",
            "sources.cases.district: no column q.",
            "sources.cases.date: no column p.",
            "sources.cases.as_of: no column r.",
            "sources.cases.measures.new_cases.value: no column s.");
  }

  @Test
  void eachKeyTakesItsKindOfValue(SparkSession spark) {
    TinyLake lake =
        lake()
            .configure("population: residents", "population: id > '1'")
            .configure("{income: residents}", "{income: id > '1'}")
            .configure("where: id is not null", "where: id")
            .configure("valid_from: since", "valid_from: since > '1'")
            .configure("valid_to: until", "valid_to: until > '1'")
            .configure("spelling: spelling", "spelling: \"array(spelling, id)\"")
            .configure("{value: new_cases", "{value: new_cases > '1'")
            .configure(
                CASES,
                CASES.replace("date: day", "date: day > '1'").replace("2020-04-10", "day > '1'"));

    assertThat(FoundProblems.ofColumns(spark, lake))
        .extracting(UserProblem::problem, UserProblem::why)
        .containsExactly(
            refused("districts.columns.population: 'id > '1''", "BOOLEAN", NUMBER),
            refused("districts.attributes.income: 'id > '1''", "BOOLEAN", NUMBER),
            refused("districts.where: 'id'", "STRING", "true or false"),
            refused("crosswalks.names.valid_from: 'since > '1''", "BOOLEAN", DAY),
            refused("crosswalks.names.valid_to: 'until > '1''", "BOOLEAN", DAY),
            refused("sources.cases.date: 'day > '1''", "BOOLEAN", DAY),
            refused("sources.cases.as_of: 'day > '1''", "BOOLEAN", DAY),
            refused(
                "sources.cases.measures.new_cases.value: 'new_cases > '1''", "BOOLEAN", NUMBER));
  }

  private static Tuple refused(String expression, String type, String wanted) {
    return tuple(
        expression + " is not allowed here.",
        "It gives " + type + "; the key takes " + wanted + ".");
  }

  /** Events are counted, or told apart, by any value; only a number can be added up. */
  @ParameterizedTest
  @CsvSource({"sum, 1", "mean, 1", "distinct, 0"})
  void onlyWhatIsAddedUpMustBeANumber(String aggregate, int problems, SparkSession spark) {
    TinyLake lake =
        lake()
            .write("trips.csv", "zone,began,trip\nA,2020-03-01,1\n")
            .configure("sources:\n", EVENTS.replace("AGG", aggregate))
            .configure("value: zone", "value: zone = 'A'")
            .configure("panel:\n", MARCH);

    assertThat(found(spark, lake)).hasSize(problems);
    lake.configure("event_id: trip", "event_id: tripp");
    assertThat(found(spark, lake)).contains("sources.trips.event_id: no column tripp.");
  }

  @Test
  void placesAreLookedForUnderTheirKeys(SparkSession spark) {
    TinyLake lake =
        lake()
            .write("map.geojson", "{\"features\": []}")
            .configure("sources:\n", "  geometry: {path: map.geojson, id: code}\nsources:\n")
            .configure(
                CASES,
                CASES.replace("district: district", "place: {longitude: lon, latitude: lat}"));

    assertThat(found(spark, lake))
        .containsExactly(
            "sources.cases.place.longitude: no column lon.",
            "sources.cases.place.latitude: no column lat.");
  }

  @Test
  void headingsThatDoNotBearTheShapeAreToldOnce(SparkSession spark) {
    TinyLake lake = lake().configure("date_columns: yyyy-MM-dd", "date_columns: dd.MM.yyyy");

    assertThat(found(spark, lake))
        .containsExactly(
            "sources.mobility.date_columns: mobility.csv has days that are not like dd.MM.yyyy.");
  }

  private static TinyLake wide(TinyLake lake, String headings, String columns) {
    return lake.write("wide.csv", headings + "\n2020-03-01,1,2\n")
        .configure(
            "path: cases.csv\n    shape: long\n    date: day\n    district: district\n",
            "path: wide.csv\n    shape: wide_districts\n    date: day\n"
                + "    district_columns: {new_cases: "
                + columns
                + "}\n")
        .configure("{value: new_cases,", "{value: value,");
  }

  @Test
  void aWideFileWithoutTheDistrictsThatAreNamedIsToldOnce(SparkSession spark) {
    assertThat(found(spark, wide(lake(), "day,A_n,B_n", "{columns: {A_n: A, C_n: C}}")))
        .singleElement()
        .asString()
        .contains("C_n");
  }

  /** {@code A_old_n} is that of A or of nobody; only the list of districts tells. */
  @Test
  void aHeadingThatALongerOneHidesInIsToldByTheListOfDistricts(SparkSession spark) {
    TinyLake lake = wide(lake(), "day,A_n,A_old_n", "{suffix: _n}");

    assertThat(found(spark, lake)).singleElement().asString().contains("A_old_n");
    lake.write("wide.csv", "day,A_n,B_n\n2020-03-01,1,2\n");
    assertThat(found(spark, lake)).isEmpty();
    lake.write("districts.csv", "id,name,city,residents\nA,Alder,tiny,many\n");
    assertThat(found(spark, lake)).singleElement().asString().contains("many");
  }

  @Test
  void aFileThatIsNotOfItsFormatIsToldWithTheOthers(SparkSession spark) {
    TinyLake lake =
        lake()
            .write("cases.parquet", "no parquet")
            .configure("path: cases.csv", "path: cases.parquet\n    format: parquet")
            .configure("population: residents", "population: people");

    assertThat(found(spark, lake))
        .hasSize(2)
        .anyMatch(problem -> problem.startsWith("districts.columns.population: no column people"))
        .anyMatch(problem -> problem.contains("cases"));
  }
}
