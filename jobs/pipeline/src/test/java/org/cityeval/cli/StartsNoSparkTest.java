package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cityeval.testing.Cli;
import org.cityeval.testing.CommandsInTurn;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All commands run in one process, one after the other. Classes stay loaded, so only the first
 * command that starts Spark would be seen to. None but the last two may.
 */
class StartsNoSparkTest {
  @TempDir private static Path folder;
  private static final Map<String, CommandsInTurn.Done> DONE = new LinkedHashMap<>();
  private static Path page;
  private static String pageBefore;

  @BeforeAll
  static void runsAll() throws Exception {
    TinyLake lake = TinyLake.published();
    TinyLake copy = lake.copyTo(folder.resolve("copy"));
    Cli.Answer again = copy.run("compare", "--run-id", "again", "--set", "comparison.draws=300");
    assertThat(again.exit()).as(again.err()).isZero();
    TinyLake withoutPage = lake.copyTo(folder.resolve("page"));
    page = withoutPage.warehouse().resolve("reports/tiny/2020-04-10.html");
    pageBefore = Files.readString(page);
    Files.delete(page);
    TinyLake idle = TinyLake.in(folder.resolve("idle"));
    Cli.Answer ran = idle.run("run");
    assertThat(ran.exit()).as(ran.err()).isZero();
    TinyLake lakeWithoutCases = TinyLake.in(folder.resolve("syntax")).remove("cases.csv");

    Map<String, List<String>> commands = new LinkedHashMap<>();
    for (String told : List.of("--help", "schema", "list indicators")) {
      commands.put(told, List.of(told.split(" ")));
    }
    commands.put("check", List.of("check", "--syntax", "--config", "" + lakeWithoutCases.config()));
    commands.put("init", List.of("init", "--from", "" + idle.config().getParent()));
    commands.put("list runs", on(lake, "list", "runs"));
    for (String asked : List.of("P1 A", "V1 tiny --format json", "score A", "rank A")) {
      commands.put("explain " + asked, on(lake, ("explain " + asked).split(" ")));
    }
    for (String format : List.of("xlsx", "csv", "parquet", "json")) {
      commands.put(
          "export " + format,
          on(lake, "export", "--format", format, "--out", "" + folder.resolve("out." + format)));
    }
    commands.put("release", on(copy, "release", "spring"));
    commands.put("report", on(withoutPage, "report", "--config", "" + withoutPage.config()));
    commands.put("diff", on(copy, "diff", "first", "again", "--config", "" + copy.config()));
    commands.put(
        "diff sources", on(lake, "diff", "first", "2020-04-11", "--config", "" + lake.config()));
    commands.put("run", on(idle, "run", "--config", "" + idle.config()));
    commands.put("check sources", List.of("check", "--config", "" + idle.config()));
    commands.put("sql", on(lake, "sql", "select district_id from current.dim_district"));

    List<CommandsInTurn.Done> done = CommandsInTurn.run(folder, List.copyOf(commands.values()));
    List<String> names = List.copyOf(commands.keySet());
    assertThat(done).as(Files.readString(folder.resolve("out.txt.err"))).hasSize(names.size());
    for (int i = 0; i < names.size(); i++) {
      DONE.put(names.get(i), done.get(i));
    }
  }

  private static List<String> on(TinyLake lake, String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--warehouse", "" + lake.warehouse()));
    return all;
  }

  @ParameterizedTest
  @CsvSource({"--help,Usage: cityeval", "schema,$schema", "list indicators,targeting_precision"})
  void aCommandThatOnlyTells(String command, String told) {
    assertThat(loaded(told, command)).isEmpty();
  }

  @Test
  void theCheckOfASyntaxAlone() {
    assertThat(loaded("no problem found", "check")).isEmpty();
  }

  @Test
  void theDraftOfAConfig() {
    assertThat(loaded("guessed: ", "init")).isEmpty();
  }

  @Test
  void theListOfRunsWhichIsThatOfTheTable() {
    TinyLake lake = TinyLake.published();

    assertThat(loaded("first", "list runs")).isEmpty();
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
  void whatAValueAScoreOrARankIsMadeOf(String command, String told) {
    assertThat(loaded(told, command)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "csv", "parquet", "json"})
  void theExportOfWhatIsPublished(String format) {
    assertThat(loaded("19 tables", "export " + format)).isEmpty();
    assertThat(folder.resolve("out." + format)).exists();
  }

  @Test
  void aReleaseOfWhatIsPublished() {
    assertThat(loaded("19 tables", "release")).isEmpty();
  }

  @Test
  void theReportOfWhatIsPublished() {
    assertThat(loaded("", "report")).isEmpty();
    assertThat(page).content().isEqualTo(pageBefore);
  }

  @Test
  void whatChangedBetweenTwoPublications() {
    assertThat(loaded("What the sources revised", "diff")).isEmpty();
    assertThat(DONE.get("diff").out()).contains("comparison.draws");
  }

  /** Of a day that no run evaluated, the sources alone tell. */
  @Test
  void whatTheSourcesRevised() {
    assertThat(loaded("Nothing was evaluated as of 2020-04-11", "diff sources")).isEmpty();
  }

  @Test
  void aRunThatHasNothingToDo() {
    assertThat(loaded("Districts by the efficiency weighting", "run")).isEmpty();
  }

  /** Were it otherwise, no other test of this class could fail. */
  @Test
  void whatStartsSparkIsSeen() {
    assertThat(loaded("no problem found", "check sources")).isNotEmpty();
  }

  /** It takes half a second to start, and nothing that these do needs it. */
  @ParameterizedTest
  @CsvSource({"no problem found,check sources", "district_id,sql"})
  void whatStartsSparkStartsNoReflectionOfScala(String told, String command) {
    assertThat(DONE.get(command).out()).contains(told);
    assertThat(DONE.get(command).classes()).doesNotContain("scala.reflect.runtime.JavaUniverse ");
  }

  /** Classes of a Spark context, and of the network that 'serve' speaks, that it loaded. */
  private static List<String> loaded(String told, String command) {
    CommandsInTurn.Done done = DONE.get(command);
    assertThat(done.out()).containsIgnoringCase(told);
    return done.classes()
        .lines()
        .filter(
            line ->
                line.contains("org.apache.spark.SparkContext ")
                    || line.contains("org.apache.arrow.flight."))
        .toList();
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
