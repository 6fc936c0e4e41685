package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cityeval.testing.Cli;
import org.cityeval.testing.ForkedCli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What readers see of a run that ends between the commits of its tables. */
@ExtendWith(SparkExtension.class)
class CrashTest {
  private static final String DAYS =
      "select to_json(struct(*)) from %s.district_day where level = 'district' order by 1";
  private static final String VALUES =
      "select to_json(struct(*)) from %s.indicator_value order by 1";

  @TempDir private Path folder;
  private TinyLake lake;
  private String days;
  private String values;

  @BeforeEach
  void publishThenReviseTheLake() {
    lake = TinyLake.published().copyTo(folder.resolve("lake"));
    days = lake.sql(DAYS.formatted("current")).out();
    values = lake.sql(VALUES.formatted("current")).out();
    lake.change("cases.csv", "2020-03-11,A,60\n", "2020-03-11,A,90\n");
  }

  private void readersSeeTheFirstPublication() {
    assertThat(lake.sql(DAYS.formatted("current")).out()).isEqualTo(days).contains("\"A\"");
    assertThat(lake.sql(VALUES.formatted("current")).out()).isEqualTo(values);
  }

  private void aRerunPublishesTheRevision() {
    Cli.Answer answer = lake.run("run");
    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(lake.sql(DAYS.formatted("current")).out())
        .isEqualTo(lake.sql(DAYS.formatted("gold")).out())
        .isNotEqualTo(days);
    assertThat(lake.sql(VALUES.formatted("current")).out())
        .isEqualTo(lake.sql(VALUES.formatted("gold")).out())
        .isNotEqualTo(values);
  }

  @Test
  void readersSeeTheLastWholePublicationUntilTheNextIsWhole() {
    assertThat(lake.run("ingest").exit()).isZero();
    assertThat(lake.run("panel").exit()).isZero();

    readersSeeTheFirstPublication();
    assertThat(lake.sql(DAYS.formatted("gold")).out()).isNotEqualTo(days);
  }

  /** The run that reads and the run that publishes are two, where the first was killed between. */
  @Test
  void thePageOfARepeatedRunShowsTheChecksOfBoth() {
    assertThat(lake.run("ingest", "--run-id", "killed").exit()).isZero();

    assertThat(lake.run("run", "--run-id", "again").exit()).isZero();

    String page = lake.text("warehouse/reports/tiny/2020-04-10.html");
    assertThat(page)
        .contains(
            "Checks of run killed, which read the sources of this publication,"
                + " and of run again, which published it.");
    List<String> again =
        lake.sql("select distinct check from ops.quality_check where run_id = 'again'").rows();
    // The page names measures in words.
    assertThat(again).isNotEmpty().allSatisfy(check -> assertThat(page).contains(inWords(check)));
  }

  private static String inWords(String check) {
    return check
        .replace("new_cases", "new cases")
        .replace("mobility_change", "change of mobility")
        .replace("enterprise_change", "change of enterprise activity")
        .replace("rt_mean", "reproduction number");
  }

  @Test
  @Tag("slow")
  void aRunThatIsKilledLeavesReadersTheFirstPublicationAndCanBeRepeated() throws Exception {
    long committed = commits("gold/indicator_value");
    long published = commits("gold/publication");
    Process run =
        ForkedCli.start(
            folder.resolve("killed.txt"),
            "-Duser.timezone=UTC",
            "run",
            "--config",
            lake.config().toString(),
            "--warehouse",
            lake.warehouse().toString(),
            "--run-id",
            "killed");
    ForkedCli.await(run, () -> commits("gold/indicator_value") > committed);
    run.destroyForcibly().waitFor();

    assertThat(commits("gold/publication")).isEqualTo(published);
    assertThat(lake.text("warehouse/_locks/tiny")).contains("killed");
    readersSeeTheFirstPublication();
    aRerunPublishesTheRevision();
  }

  private long commits(String table) throws IOException {
    try (Stream<Path> log = Files.list(lake.warehouse().resolve(table).resolve("_delta_log"))) {
      return log.filter(file -> file.toString().endsWith(".json")).count();
    }
  }
}
