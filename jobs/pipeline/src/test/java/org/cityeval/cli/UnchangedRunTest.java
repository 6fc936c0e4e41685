package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cityeval.cli.session.LongProcess;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Told as one story: a run is repeated, and what it would change decides whether it works. */
@ExtendWith(SparkExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnchangedRunTest {
  private static final String NOTHING = "Nothing has changed since run ";

  @TempDir private static Path folder;
  private static TinyLake lake;
  private static Cli.Answer first;

  @BeforeAll
  static void runOnce() {
    lake = TinyLake.in(folder);
    first = works("first");
  }

  private static Cli.Answer run(String id, String... further) {
    Cli.Answer answer =
        lake.run(
            "run",
            Stream.concat(Stream.of("--run-id", id), Stream.of(further)).toArray(String[]::new));
    assertThat(answer.exit()).as(answer.err()).isZero();
    return answer;
  }

  /** A run that does all steps. */
  private static Cli.Answer works(String id, String... further) {
    Cli.Answer answer = run(id, further);
    assertThat(answer.err()).doesNotContain(NOTHING).contains("ingest ", "compare ");
    return answer;
  }

  /** A run that does none. */
  private static Cli.Answer rests(String id, String since) {
    Cli.Answer answer = run(id);
    assertThat(answer.err()).contains(NOTHING + since + ":").doesNotContain("ingest ");
    return answer;
  }

  /** The newest version of each table. */
  private static Map<String, Long> versions() throws IOException {
    Map<String, Long> versions = new TreeMap<>();
    try (Stream<Path> files = Files.walk(lake.warehouse())) {
      files
          .filter(file -> file.getFileName().toString().matches("\\d{20}\\.json"))
          .forEach(
              file ->
                  versions.merge(
                      lake.warehouse().relativize(file.getParent().getParent()).toString(),
                      1L,
                      Long::sum));
    }
    return versions;
  }

  @Test
  @Order(1)
  void whatIsPublishedStays() throws IOException {
    Map<String, Long> before = versions();

    Cli.Answer second = rests("second", "first");

    assertThat(second.out()).isEqualTo(first.out());
    Map<String, Long> after = versions();
    assertThat(after.put("ops/run", before.get("ops/run"))).isEqualTo(before.get("ops/run") + 1);
    assertThat(after).isEqualTo(before);
    assertThat(lake.sql("select step, status, message from ops.run where run_id = 'second'").rows())
        .containsExactly("run,unchanged,Nothing has changed since run first.");
    rests("third", "first");
  }

  @Test
  @Order(2)
  void aReportAloneChangesNothing() {
    assertThat(lake.run("report").exit()).isZero();

    rests("after-report", "first");
  }

  @Test
  @Order(3)
  void anotherConfigIsAnotherRun() {
    works("set", "--set", "comparison.draws=300");
    // What is published is now that of the other config.
    works("back");
    rests("again", "back");
  }

  @Test
  @Order(4)
  void aNewRecordIsRead() {
    lake.append("cases.csv", "2020-04-09,nowhere,1");

    String refused = "Refused  1 of 121 records of tiny/cases (0.8 %)";
    assertThat(works("more").err()).contains(refused);
    assertThat(rests("no-more", "more").err()).contains(refused);
  }

  @Test
  @Order(5)
  void whatIsGoneIsMadeAgain() throws IOException {
    Path page = lake.warehouse().resolve("reports/tiny/2020-04-10.html");
    Files.delete(page);
    works("page");
    assertThat(page).exists();

    delete(lake.warehouse().resolve("gold/rank_interval"));
    works("table");
    assertThat(lake.warehouse().resolve("gold/rank_interval")).exists();
  }

  private static void delete(Path table) throws IOException {
    try (Stream<Path> files = Files.walk(table)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  @Order(6)
  void aStepAloneMayHaveChangedATable() {
    assertThat(lake.run("panel").exit()).isZero();

    works("after-panel");
  }

  @Test
  @Order(7)
  void everythingIsComputedWhereItIsAskedFor() {
    works("full", "--full");
  }

  /** That is a status no process ends with. */
  @Test
  @Order(8)
  void theLauncherIsAskedForAJvmThatCompilesWellIfThereIsWork() {
    // 9 MB, in a column nobody asks for.
    List<String> lines = lake.text("enterprises.csv").lines().toList();
    String note = "," + "x".repeat(9_000_000 / lines.size()) + "\n";
    lake.write("enterprises.csv", String.join(note, lines) + note);
    works("much");

    System.setProperty("cityeval.again", "true");
    try {
      rests("no-work", "much");
      assertThat(lake.run("run", "--full").exit()).isEqualTo(LongProcess.NEEDED);
      assertThat(lake.run("ingest").exit()).isEqualTo(LongProcess.NEEDED);
      // Silver holds 360 values.
      assertThat(lake.run("report").exit()).isZero();
    } finally {
      System.clearProperty("cityeval.again");
    }
  }
}
