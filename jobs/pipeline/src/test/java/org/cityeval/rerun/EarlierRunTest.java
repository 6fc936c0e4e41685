package org.cityeval.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.ops.RunTable;
import org.cityeval.testing.Written;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run of basis b published the tiny city at 10:00; its table and report are there. */
class EarlierRunTest {
  private static final LocalDate AS_OF = LocalDate.of(2020, 4, 10);
  private static final String BASIS = "{\"basis\":\"b\",\"publication\":\"2020-04-10\"}";
  private static final String WHOLE = "cityeval run";

  @TempDir private Path folder;
  private StoredTables tables;
  private Path report;

  @BeforeEach
  void publish() throws IOException {
    tables = new StoredTables(StoragePath.of(folder), new Configuration());
    step("first", "report", WHOLE, BASIS, 10, "succeeded");
    city();
    Written.published(tables, CityTable.SPEC, 0);
    report = folder.resolve("reports/tiny/2020-04-10.html");
    Files.createDirectories(report.getParent());
    Files.writeString(report, "<html>");
  }

  private void city() {
    Object[] city = {"tiny", AS_OF, "c", "C", null, 3, 600_000.0};
    Written.cells(tables, CityTable.SPEC, city);
  }

  private void step(
      String run, String step, String command, String inputs, int hour, String status) {
    Instant ended = Instant.parse("2020-05-01T00:00:00Z").plusSeconds(3600L * hour);
    Object[] row = {
      run, 1, step, "tiny", command, "hash", "code", inputs, ended, ended, status, 0L, 0L, null
    };
    tables.append(RunTable.SPEC, List.<Object[]>of(row), "note");
  }

  private String found() {
    return new EarlierRun(tables).find("tiny", "b").orElse("none");
  }

  @Test
  void aWholeRunOnTheSameBasisIsFound() {
    assertThat(found()).isEqualTo("first");
    assertThat(new EarlierRun(tables).find("tiny", "other")).isEmpty();
    assertThat(new EarlierRun(tables).find("another", "b")).isEmpty();
  }

  @Test
  void whatChangesNoTableComesBetweenWithoutHarm() {
    step("second", "run", WHOLE, "{}", 11, "unchanged");
    step("third", "report", "cityeval report", "{}", 12, "succeeded");

    assertThat(found()).isEqualTo("first");
  }

  @Test
  void anyOtherStepSinceMayHaveChangedSomething() {
    step("second", "panel", "cityeval panel", "{}", 11, "succeeded");

    assertThat(found()).isEqualTo("none");
  }

  @Test
  void aStepBeforeItDoesNotCount() {
    step("zeroth", "panel", "cityeval panel", "{}", 9, "succeeded");

    assertThat(found()).isEqualTo("first");
  }

  /** A report that failed may have left half a page. */
  @Test
  void aReportThatFailedSinceIsMadeAgain() {
    step("second", "report", "cityeval report", "{}", 11, "failed");

    assertThat(found()).isEqualTo("none");
  }

  @Test
  void aWholeRunThatFailedIsNone() {
    step("second", "report", WHOLE, BASIS, 11, "failed");

    assertThat(found()).isEqualTo("none");
  }

  @Test
  void withoutTheReportItIsNone() throws IOException {
    Files.delete(report);

    assertThat(found()).isEqualTo("none");
  }

  @Test
  void withoutAPublishedTableItIsNone() throws IOException {
    try (var files = Files.walk(folder.resolve("gold/dim_city/_delta_log"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }

    assertThat(found()).isEqualTo("none");
  }
}
