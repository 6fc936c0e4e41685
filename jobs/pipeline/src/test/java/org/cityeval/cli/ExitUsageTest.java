package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkExtension.class)
class ExitUsageTest {
  @TempDir private Path folder;

  private static void isWrongUsage(Cli.Answer answer, String... told) {
    assertThat(answer.exit()).as(answer.err()).isEqualTo(2);
    assertThat(answer.err()).contains(told).doesNotContain("\tat ");
    assertThat(answer.out()).isEmpty();
  }

  @Test
  void anUnknownOptionOrCommandIsNamed() {
    isWrongUsage(Cli.plain().run("run", "--warehuose", "x"), "--warehuose");
    isWrongUsage(Cli.plain().run("rnu"), "rnu");
  }

  @Test
  void aDayThatIsNoneIsNamed() {
    isWrongUsage(TinyLake.in(folder).run("run", "--as-of", "2020-13-01"), "--as-of", "2020-13-01");
  }

  @Test
  void anAbsentConfigIsNamed() {
    isWrongUsage(Cli.plain().run("run", "--config", folder + "/none.yaml"), folder + "/none.yaml");
  }

  @Test
  void everyProblemOfAConfigIsToldAtOnceWithTheNearestName() {
    TinyLake lake =
        TinyLake.in(folder)
            .configure("  draws: 200", "  drwas: 200")
            .configure("first_day: 2020-03-01", "first_day: 2020-03-32");

    isWrongUsage(lake.run("run"), "drwas", "draws", "2020-03-32", "first_day");
    assertThat(lake.warehouse()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"check", "ingest", "run"})
  void everyExpressionThatDoesNotResolveIsToldAtOnceWithTheNearestName(String command) {
    TinyLake lake =
        TinyLake.in(folder)
            .configure("value: new_cases,", "value: new_csaes,")
            .configure("value: output,", "value: output +,")
            .configure("population: residents", "population: residnets");

    isWrongUsage(
        lake.run(command),
        "sources.cases.measures.new_cases.value: no column new_csaes",
        "Did you mean new_cases?",
        "sources.enterprises.measures.enterprise_output_change.value: 'output +' does not resolve",
        "districts.columns.population: no column residnets",
        "Did you mean residents?");
  }

  @Test
  void whatCrosswalksPlacesAndWideShapesNameIsResolvedToo() {
    TinyLake lake =
        TinyLake.in(folder)
            .write("names.csv", "name,id\nAlder,A\n")
            .write("squares.geojson", "{}")
            .configure(
                "sources:\n",
                """
                  geometry: {path: squares.geojson}
                crosswalks:
                  names: {path: names.csv, spelling: nmae, district_id: id, valid_to: until}
                sources:
                  trips:
                    path: cases.csv
                    shape: long
                    place: {longitude: new_case, latitude: new_cases}
                    date: day
                    measures: {enterprises_total: {value: new_cases, kind: level}}
                  counts:
                    path: cases.csv
                    shape: wide_districts
                    date: day
                    district_columns:
                      enterprises_resumed: {suffix: _COUNT}
                      mobility_transit_change: {columns: {nwe_cases: A}}
                    measures:
                      enterprises_resumed: {value: value, kind: level}
                      mobility_transit_change: {value: value, kind: index}
                """);

    isWrongUsage(
        lake.run("check"),
        "6 problems",
        "districts.geometry: no polygon for 3 districts: A, B, C.",
        "crosswalks.names.spelling: no column nmae",
        "Did you mean name?",
        "crosswalks.names.valid_to: no column until",
        "sources.trips.place.longitude: no column new_case",
        "Did you mean new_cases?",
        "sources.counts.district_columns.enterprises_resumed: no heading is <district>_COUNT",
        "sources.counts.district_columns.mobility_transit_change: no column nwe_cases");
  }

  @ParameterizedTest
  @CsvSource({"check", "ingest", "run"})
  void aGroupWithAMemberOnNoListIsRefusedBeforeAnythingIsRead(String command) {
    TinyLake lake =
        TinyLake.in(folder).configure("draws: 200", "draws: 200\n  groups: {coast: [A, D]}");

    isWrongUsage(
        lake.run(command),
        "comparison.groups.coast: there is no district or city D",
        "Did you mean");
  }

  @Test
  void aQueryOfAnUnknownTableIsAnsweredWithTheNearestName() {
    TinyLake lake = TinyLake.published();

    isWrongUsage(
        lake.sql("select * from current.rank_intervall"),
        "There is no table current.rank_intervall.",
        "Did you mean current.rank_interval?");
    isWrongUsage(lake.sql("select nothing_such from gold.wave"), "nothing_such");
  }

  @Test
  void anExplanationOfWhatIsNotThereNamesWhatIs() {
    String warehouse = TinyLake.published().warehouse().toString();

    isWrongUsage(Cli.plain().run("explain", "E99", "A", "--warehouse", warehouse), "E99", "E4");
    isWrongUsage(Cli.plain().run("explain", "E4", "AA", "--warehouse", warehouse), "AA");
    isWrongUsage(
        Cli.plain().run("explain", "E4", "A", "--period", "spam", "--warehouse", warehouse),
        "spam",
        "span");
  }

  @ParameterizedTest
  @CsvSource({"panel", "evaluate", "compare", "report", "list", "sql", "explain"})
  void anAbsentWarehouseIsNamedAndNotMade(String command) {
    TinyLake lake = TinyLake.in(folder);
    Cli.Answer answer =
        switch (command) {
          case "list" ->
              Cli.plain().run("list", "runs", "--warehouse", lake.warehouse().toString());
          case "sql" -> lake.sql("select * from ops.run");
          case "explain" ->
              Cli.plain().run("explain", "E4", "A", "--warehouse", lake.warehouse().toString());
          default -> lake.run(command);
        };

    isWrongUsage(answer, "There is no warehouse at " + lake.warehouse(), "cityeval run");
    assertThat(lake.warehouse()).doesNotExist();
  }

  @Test
  void aStepBeforeItsTurnSaysWhichStepIsMissing() {
    TinyLake lake = TinyLake.in(folder);
    lake.write("warehouse/mark", "");

    isWrongUsage(lake.run("panel"), "cityeval ingest");
    assertThat(lake.run("ingest").exit()).isZero();
    isWrongUsage(lake.run("evaluate"), "cityeval panel");
    isWrongUsage(lake.run("compare"), "cityeval evaluate");
    isWrongUsage(lake.run("report"), "Nothing is published of tiny");
    isWrongUsage(lake.sql("select * from gold.wave"), "There is no gold.wave");
    isWrongUsage(lake.sql("select * from current.wave"), "There is no current.wave");
    assertThat(lake.run("panel", "--as-of", "2020-04-01").err())
        .contains("published by 2020-04-01", "later --as-of");
  }
}
