package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.job.ingest.TinyIngest.PUBLISHED;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.silver.ServiceRequestTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.testing.Written;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A hotline of Shanghai, of which one file is delivered, beside a register that did not change. */
@ExtendWith(SparkExtension.class)
class JudgedRequestsTest {
  private final SparkSession spark;
  @TempDir private Path folder;
  private TinyLake lake;

  JudgedRequestsTest(SparkSession spark) {
    this.spark = spark;
  }

  /** Of request 2 there are two closings; 3 was opened at no time, 4 is a good one again. */
  @BeforeEach
  void deliver() {
    lake =
        TinyLake.in(folder)
            .configure(
                "panel:\n",
                TinyIngest.HOTLINE.replace("panel:", "    time_zone: Asia/Shanghai\npanel:"))
            .configure(
                "panel:\n",
                TinyIngest.HOTLINE.replace("requests:\n", "").replace("hotline", "walk_in"))
            .write(
                "hotline/a.csv",
                """
                id,opened,closed,district
                1,2020-04-10T20:00,,A
                2,2020-04-01T08:00,2020-04-02T09:00,A
                2,2020-04-01T08:00,2020-04-02T10:00,A
                3,soon,,B
                4,2020-04-10T21:00,,Z
                4,2020-04-10T21:00,,
                """)
            .write("walk_in/c.csv", "id,opened,closed,district\n");
  }

  private static JudgedRequests judged(TinyIngest ingest, ReadRequests read) {
    assertThat(read.files()).hasSameSizeAs(ingest.run().config().requests().keySet());
    return read.judge();
  }

  private static ReadRequests read(TinyIngest ingest) {
    RequestReading before = ingest.register("walk_in");
    return ingest.readRequests(
        ingest.register("hotline"),
        ingest.register(
            "walk_in",
            TinyIngest.known(
                before, TinyIngest.tally("c.csv", PUBLISHED, 1, "2020-03-01", "2020-03-01"))));
  }

  private static TableRow refusedBefore(String source, String file) {
    return new TableRow(QuarantineTable.SPEC)
        .set(Keys.SOURCE_ID, source)
        .set(QuarantineTable.FILE, file)
        .set(QuarantineTable.POSITION, file + ":9")
        .set(QuarantineTable.REASON_CODE, "no_id")
        .set(Keys.RUN_ID, "before");
  }

  private static TableRow requestBefore(String source) {
    return new TableRow(ServiceRequestTable.SPEC)
        .set(Keys.SOURCE_ID, source)
        .set(ServiceRequestTable.REQUEST_ID, "9")
        .set(ServiceRequestTable.OPENED, Instant.parse("2020-03-01T00:00:00Z"))
        .set(Keys.AS_OF, PUBLISHED)
        .set(ServiceRequestTable.SOURCE_VERSION, "before");
  }

  private static List<String> rows(TinyIngest ingest, TableSpec table, String columns) {
    return ingest
        .run()
        .warehouse()
        .read(table)
        .selectExpr("concat_ws(' ', " + columns + ")")
        .collectAsList()
        .stream()
        .map(Row::mkString)
        .sorted()
        .toList();
  }

  /** Both records of request 2, 3 and the one of 4 that is of no district of the list. */
  @Test
  void whatIsRefusedTakesThePlaceOfWhatWasRefusedOfTheRegister() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    Written.to(
        ingest.run().warehouse().stored(),
        QuarantineTable.SPEC,
        refusedBefore("tiny/hotline", "gone.csv"),
        refusedBefore("tiny/walk_in", "c.csv"),
        refusedBefore("tiny/cases", "a.csv"));

    try (ReadRequests read = read(ingest);
        JudgedRequests judged = judged(ingest, read)) {
      assertThat(judged.quarantine()).isEqualTo(4);
    }

    assertThat(rows(ingest, QuarantineTable.SPEC, "source_id, position, reason_code, run_id"))
        .containsExactly(
            "tiny/cases a.csv:9 no_id before",
            "tiny/hotline a.csv:3 conflicting_duplicate run",
            "tiny/hotline a.csv:4 conflicting_duplicate run",
            "tiny/hotline a.csv:5 unparsable_date run",
            "tiny/hotline a.csv:6 unknown_district run",
            "tiny/walk_in c.csv:9 no_id before");
  }

  /**
   * Seen open until the last opening the register tells of, at 21:00 of Shanghai. That of another
   * register stands as it stood.
   */
  @Test
  void goodRequestsTakeThePlaceOfThoseOfTheRegister() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    Written.to(
        ingest.run().warehouse().stored(),
        ServiceRequestTable.SPEC,
        requestBefore("tiny/hotline"),
        requestBefore("tiny/walk_in"));

    try (ReadRequests read = read(ingest);
        JudgedRequests judged = judged(ingest, read)) {
      assertThat(judged.commit()).isEqualTo(2);
      String version = judged.files().get(0).whole().versions().get(PUBLISHED);
      assertThat(
              rows(
                  ingest,
                  ServiceRequestTable.SPEC,
                  "source_id, request_id, district_id, opened, known_until, source_version"))
          .containsExactly(
              "tiny/hotline 1 A 2020-04-10 12:00:00 2020-04-10 13:00:00 " + version,
              "tiny/hotline 4 2020-04-10 13:00:00 2020-04-10 13:00:00 " + version,
              "tiny/walk_in 9 2020-03-01 00:00:00 before");
    }
  }

  /** The zone is that of the register: the day ends there eight hours before it ends in UTC. */
  @Test
  void aRequestIsSeenOpenUntilTheEndOfTheDayOfPublicationAtTheLatest() {
    lake.write("hotline/a.csv", "id,opened,closed,district\n1,2020-04-11T09:00,,A\n");
    TinyIngest ingest = TinyIngest.of(lake, spark);

    try (ReadRequests read = read(ingest);
        JudgedRequests judged = judged(ingest, read)) {
      assertThat(judged.commit()).isEqualTo(1);
    }

    assertThat(rows(ingest, ServiceRequestTable.SPEC, "opened, known_until"))
        .containsExactly("2020-04-11 01:00:00 2020-04-10 16:00:00");
  }

  @Test
  void whereNothingWasReadTheTableIsThereAndNothingIsReplaced() {
    TinyIngest ingest = TinyIngest.of(TinyLake.in(folder), spark);

    try (ReadRequests read = ingest.readRequests();
        JudgedRequests judged = judged(ingest, read)) {
      assertThat(judged.quarantine()).isZero();
      assertThat(judged.commit()).isZero();
      assertThat(judged.contractChecks()).isEmpty();
      assertThat(judged.files()).isEmpty();
    }

    assertThat(ingest.run().warehouse().exists(QuarantineTable.SPEC)).isFalse();
    assertThat(ingest.run().warehouse().exists(ServiceRequestTable.SPEC)).isTrue();
    assertThat(rows(ingest, ServiceRequestTable.SPEC, "source_id")).isEmpty();
  }
}
