package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
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

/** Told as one story: a lake with a file of cases per ten days; an ingest reads what changed. */
@ExtendWith(SparkExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IncrementalIngestTest {
  private static final int DAYS_A_FILE = 10;
  private static final String OBSERVATIONS =
      "select to_json(struct(*)) from silver.observation order by 1";

  @TempDir private static Path folder;
  private static TinyLake lake;

  @BeforeAll
  static void ingestTheFirstFiles() {
    lake = TinyLake.in(folder.resolve("lake"));
    List<String> lines = lake.text("cases.csv").lines().toList();
    for (int file = 0; file < TinyLake.DAYS / DAYS_A_FILE; file++) {
      StringBuilder text = new StringBuilder(lines.get(0)).append('\n');
      for (int day = file * DAYS_A_FILE; day < (file + 1) * DAYS_A_FILE; day++) {
        String date = TinyLake.FIRST_DAY.plusDays(day).toString();
        lines.stream()
            .filter(line -> line.startsWith(date))
            .forEach(l -> text.append(l).append('\n'));
      }
      lake.write("cases/days-" + file + ".csv", text.toString());
    }
    lake.configure("path: cases.csv", "path: cases");
    succeeds(lake.run("ingest", "--run-id", "first"));
    assertThat(recordsRead("first")).isEqualTo("360");
  }

  private static void succeeds(Cli.Answer answer) {
    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  private static String recordsRead(String run) {
    return lake.sql("select rows_in from ops.run where run_id = '" + run + "'").rows().get(0);
  }

  private static List<String> observations(TinyLake of) {
    return of.sql(OBSERVATIONS).rows();
  }

  private static List<String> refused(TinyLake of) {
    return of.sql("select source_id, position, reason_code from ops.quarantine order by 2").rows();
  }

  /** A second after the first writing, as file systems tell times. */
  private static void touched(String file) {
    try {
      FileTime written = Files.getLastModifiedTime(lake.file(file));
      Files.setLastModifiedTime(lake.file(file), FileTime.fromMillis(written.toMillis() + 1000));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @Order(1)
  void whatDidNotChangeIsNotRead() {
    succeeds(lake.run("ingest", "--run-id", "idle"));

    assertThat(recordsRead("idle")).isEqualTo("0");
  }

  @Test
  @Order(2)
  void onlyFilesThatChangedAreRead() {
    // One value is corrected, and ten days come late: 30 + 3 * 10 records.
    lake.change("cases/days-1.csv", "2020-03-11,A,60\n", "2020-03-11,A,61\n");
    touched("cases/days-1.csv");
    StringBuilder late = new StringBuilder("day,district,new_cases\n");
    for (String district : TinyLake.DISTRICTS) {
      for (int day = 0; day < DAYS_A_FILE; day++) {
        late.append(TinyLake.FIRST_DAY.plusDays(TinyLake.DAYS + day)).append(',');
        late.append(district).append(",1\n");
      }
    }
    lake.write("cases/days-4.csv", late.toString());
    succeeds(lake.run("ingest", "--run-id", "second"));

    assertThat(recordsRead("second")).isEqualTo("60");
    assertThat(
            lake.sql(
                    "select value from silver.observation where measure = 'new_cases'"
                        + " and district_id = 'A' and date in ('2020-03-11', '2020-04-10')"
                        + " order by date")
                .rows())
        .containsExactly("61", "1");
    assertThat(observations(lake)).hasSize(390);
  }

  @Test
  @Order(3)
  void aFileThatContradictsAnotherBringsThatOneBack() {
    lake.write("cases/late.csv", "day,district,new_cases\n2020-03-02,B,999\n2020-03-03,B,0\n");
    succeeds(lake.run("ingest", "--run-id", "third"));

    // The file of the first ten days is read with it: 2 + 30 records.
    assertThat(recordsRead("third")).isEqualTo("32");
    assertThat(refused(lake))
        .containsExactly(
            "tiny/cases,days-0.csv:6 new_cases,conflicting_duplicate",
            "tiny/cases,late.csv:2 new_cases,conflicting_duplicate");
  }

  @Test
  @Order(4)
  void aWholeReadingGivesTheSame() {
    List<String> incremental = observations(lake);
    List<String> incrementallyRefused = refused(lake);
    succeeds(lake.run("ingest", "--run-id", "whole", "--full"));

    assertThat(recordsRead("whole")).isEqualTo("392");
    assertThat(observations(lake)).hasSize(389).isEqualTo(incremental);
    assertThat(refused(lake)).isEqualTo(incrementallyRefused);
    // Nor does it depend on what the warehouse held.
    String other = lake.file("other").toString();
    succeeds(Cli.plain().run("ingest", "--config", lake.config().toString(), "--warehouse", other));
    assertThat(Cli.plain().run("sql", OBSERVATIONS, "--warehouse", other, "--format", "csv").rows())
        .isEqualTo(incremental);
  }

  @Test
  @Order(5)
  void mendedInItsFileBothRecordsAreGoodAgain() {
    lake.write("cases/late.csv", "day,district,new_cases\n2020-03-03,B,0\n");
    succeeds(lake.run("ingest", "--run-id", "mended"));

    assertThat(refused(lake)).isEmpty();
    assertThat(observations(lake)).hasSize(390);
  }

  @Test
  @Order(6)
  void aFileDeliveredInPartErasesNothingUnlessItIsMeant() {
    List<String> before = observations(lake);
    String whole = lake.text("cases/days-2.csv");
    lake.write("cases/days-2.csv", String.join("\n", whole.lines().limit(16).toList()) + "\n");

    Cli.Answer answer = lake.run("ingest", "--run-id", "part");

    // 15 of the 30 records of the file are left.
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.err())
        .contains("records lost by tiny/cases", "15 good or refused records, before 30 good ones");
    assertThat(observations(lake)).isEqualTo(before);
  }

  @Test
  @Order(7)
  void aFileThatIsGoneErasesNothingUnlessItIsMeant() throws IOException {
    List<String> before = observations(lake);
    Files.delete(lake.file("cases/days-2.csv"));

    Cli.Answer answer = lake.run("ingest", "--run-id", "gone");

    assertThat(answer.exit()).isEqualTo(4);
    assertThat(answer.err()).contains("sources.cases", "days-2.csv", "--full");
    assertThat(observations(lake)).isEqualTo(before);
    succeeds(lake.run("ingest", "--full"));
    assertThat(observations(lake)).hasSize(360);
    assertThat(lake.sql("select distinct file from ops.source_file order by 1").rows())
        .doesNotContain("days-2.csv")
        .contains("days-1.csv");
  }
}
