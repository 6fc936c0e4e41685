package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cityeval.testing.Cli;
import org.cityeval.testing.ForkedCli;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartsNoSparkTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"--help,Usage: cityeval", "schema,$schema", "list indicators,targeting_precision"})
  void aCommandThatOnlyTells(String command, String told) throws Exception {
    assertThat(loaded(told, command.split(" "))).isEmpty();
  }

  @Test
  void theCheckOfASyntaxAlone() throws Exception {
    TinyLake lake = TinyLake.in(folder).remove("cases.csv");

    assertThat(loaded("no problem found", "check", "--syntax", "--config", "" + lake.config()))
        .isEmpty();
  }

  @Test
  void theDraftOfAConfig() throws Exception {
    TinyLake lake = TinyLake.in(folder);

    assertThat(loaded("guessed: ", "init", "--from", "" + lake.config().getParent())).isEmpty();
  }

  @Test
  void theListOfRunsWhichIsThatOfTheTable() throws Exception {
    TinyLake lake = TinyLake.published();

    assertThat(loaded("first", "list", "runs", "--warehouse", "" + lake.warehouse())).isEmpty();
    assertThat(lake.run("list", "runs", "--format", "csv").out())
        .isEqualTo(
            lake.sql(
                    "select run_id, attempt, step, evaluation_id, status, started, ended, rows_in,"
                        + " rows_out, message from ops.run order by started, step")
                .out());
  }

  @ParameterizedTest
  @CsvSource({
    "explain P1 A,Targeting precision",
    "explain V1 tiny --format json,recovery_inequality",
    "explain score A,contributions",
    "explain rank A,next to it"
  })
  void whatAValueAScoreOrARankIsMadeOf(String command, String told) throws Exception {
    String warehouse = "" + TinyLake.published().warehouse();

    assertThat(loaded(told, (command + " --warehouse " + warehouse).split(" "))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "csv", "parquet", "json"})
  void theExportOfWhatIsPublished(String format) throws Exception {
    String warehouse = "" + TinyLake.published().warehouse();
    Path place = folder.resolve("out");

    assertThat(
            loaded(
                "19 tables",
                ("export --format " + format + " --warehouse " + warehouse + " --out " + place)
                    .split(" ")))
        .isEmpty();
    assertThat(place).exists();
  }

  @Test
  void aReleaseOfWhatIsPublished() throws Exception {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("copy"));

    assertThat(loaded("19 tables", "release", "spring", "--warehouse", "" + lake.warehouse()))
        .isEmpty();
  }

  @Test
  void theReportOfWhatIsPublished() throws Exception {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("copy"));
    Path page = lake.warehouse().resolve("reports/tiny/2020-04-10.html");
    String before = Files.readString(page);
    Files.delete(page);

    assertThat(
            loaded(
                "", "report", "--config", "" + lake.config(), "--warehouse", "" + lake.warehouse()))
        .isEmpty();
    assertThat(page).content().isEqualTo(before);
  }

  @Test
  void whatChangedBetweenTwoPublications() throws Exception {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("copy"));
    Cli.Answer again = lake.run("compare", "--run-id", "again", "--set", "comparison.draws=300");
    assertThat(again.exit()).as(again.err()).isZero();

    assertThat(
            loaded(
                "What the sources revised",
                "diff",
                "first",
                "again",
                "--config",
                "" + lake.config(),
                "--warehouse",
                "" + lake.warehouse()))
        .isEmpty();
    assertThat(folder.resolve("out.txt")).content().contains("comparison.draws");
  }

  /** Of a day that no run evaluated, the sources alone tell. */
  @Test
  void whatTheSourcesRevised() throws Exception {
    TinyLake lake = TinyLake.published();

    assertThat(
            loaded(
                "Nothing was evaluated as of 2020-04-11",
                "diff",
                "first",
                "2020-04-11",
                "--config",
                "" + lake.config(),
                "--warehouse",
                "" + lake.warehouse()))
        .isEmpty();
  }

  @Test
  void aRunThatHasNothingToDo() throws Exception {
    TinyLake lake = TinyLake.in(folder.resolve("lake"));
    String[] run = {"run", "--config", "" + lake.config(), "--warehouse", "" + lake.warehouse()};
    assertThat(loaded("Districts by the efficiency weighting", run)).isNotEmpty();

    assertThat(loaded("Districts by the efficiency weighting", run)).isEmpty();
  }

  /** Classes of a Spark context, and of the network that 'serve' speaks, that it loaded. */
  private String loaded(String told, String... arguments) throws IOException, InterruptedException {
    Path log = folder.resolve("classes.log");
    Path out = folder.resolve("out.txt");
    Process process = ForkedCli.start(out, "-Xlog:class+load:file=" + log, arguments);
    assertThat(process.waitFor()).as(Files.readString(out)).isZero();
    assertThat(out).content().containsIgnoringCase(told);
    String classes = Files.readString(log);
    assertThat(classes).contains("org.cityeval.cli.CityEval");
    return String.join(
        "\n",
        classes
            .lines()
            .filter(
                line ->
                    line.contains("org.apache.spark.SparkContext ")
                        || line.contains("org.apache.arrow.flight."))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "ingest",
        "panel",
        "evaluate",
        "compare",
        "report",
        "check",
        "sql",
        "serve",
        "list",
        "explain",
        "export",
        "release",
        "maintain",
        "bi",
        "schema",
        "init"
      })
  void theHelpOfACommandWhichHoldsAnExample(String command) {
    Cli.Answer help = Cli.plain().run(command, "--help");

    assertThat(help.exit()).isZero();
    assertThat(help.out()).containsPattern("Examples?:\\s+cityeval " + command);
    assertThat(help.err()).isEmpty();
  }
}
