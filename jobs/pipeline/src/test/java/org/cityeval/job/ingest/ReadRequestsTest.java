package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.cityeval.job.ingest.TinyIngest.PUBLISHED;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.ingest.Outcome;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.Reason;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A hotline of two files and a counter (walk_in) of one. */
@ExtendWith(SparkExtension.class)
class ReadRequestsTest {
  private static final String HEADING = "id,opened,closed,district\n";

  private final SparkSession spark;
  @TempDir private Path folder;
  private TinyLake lake;

  ReadRequestsTest(SparkSession spark) {
    this.spark = spark;
  }

  /** Request 1 stands twice, request 2 with two times, 3 once; one has no time. */
  @BeforeEach
  void deliver() {
    lake =
        TinyLake.in(folder)
            .configure("panel:\n", TinyIngest.HOTLINE)
            .configure(
                "panel:\n",
                TinyIngest.HOTLINE.replace("requests:\n", "").replace("hotline", "walk_in"))
            .write(
                "hotline/a.csv",
                HEADING
                    + "1,2020-03-01T08:00,,A\n"
                    + "2,2020-03-01T08:00,2020-03-01T09:00,A\n"
                    + "4,soon,,A\n")
            .write(
                "hotline/b.csv",
                HEADING
                    + "1,2020-03-01T08:00,,A\n"
                    + "2,2020-03-01T08:00,2020-03-01T10:00,A\n"
                    + "3,2020-03-03T08:00,,\n")
            .write("walk_in/c.csv", HEADING + "1,2020-03-05T08:00,,B\n");
  }

  private static ReadPlan.Known asFound(Reading reading, String file) {
    return TinyIngest.known(
        reading, TinyIngest.tally(file, PUBLISHED, 3, "2020-03-01", "2020-03-01"));
  }

  private int kept() {
    return spark.sharedState().cacheManager().numCachedEntries();
  }

  @Test
  void whereNoRegisterChangedNothingIsReadOrKept() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    RequestReading before = ingest.register("walk_in");
    int kept = kept();

    try (ReadRequests read =
            ingest.readRequests(ingest.register("walk_in", asFound(before, "c.csv")));
        JudgedRequests judged = read.judge()) {
      assertThat(kept()).isEqualTo(kept);
      assertThat(read.files())
          .singleElement()
          .satisfies(
              register -> {
                assertThat(register.areUnchanged()).isTrue();
                assertThat(register.read().records()).isZero();
                assertThat(register.whole().records()).isEqualTo(3);
              });
      assertThat(judged.files()).isEqualTo(read.files());
      assertThat(judged.records()).isEmpty();
      assertThat(judged.judged()).isEmpty();
    }
  }

  @Test
  void aRegisterOfWhichOneFileChangedIsReadWholeAndOthersAreNot() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    RequestReading hotline =
        ingest.register("hotline", asFound(ingest.register("hotline"), "a.csv"));
    RequestReading counter =
        ingest.register("walk_in", asFound(ingest.register("walk_in"), "c.csv"));

    try (ReadRequests read = ingest.readRequests(counter, hotline);
        JudgedRequests judged = read.judge()) {
      assertThat(read.files())
          .extracting(ReadFiles::sourceId)
          .containsExactly("tiny/walk_in", "tiny/hotline");
      assertThat(read.files())
          .extracting(register -> register.read().records())
          .containsExactly(0L, 6L);
      assertThat(read.files()).extracting(ReadFiles::held).containsExactly(0L, 6L);
      assertThat(judged.records().orElseThrow().count()).isEqualTo(6);
    }
  }

  /** Until duplicates are told, all five that can be read are good. */
  @Test
  void duplicatesAreToldInTheFileTheyStandIn() {
    TinyIngest ingest = TinyIngest.of(lake, spark);

    try (ReadRequests read =
        ingest.readRequests(ingest.register("hotline"), ingest.register("walk_in"))) {
      assertThat(read.files().get(0).read().records(Outcome.GOOD)).isEqualTo(5);
      try (JudgedRequests judged = read.judge()) {
        assertThat(judged.files().get(0).read().files())
            .extracting(file -> file.file(), file -> withoutZeros(file.byReason()))
            .containsExactlyInAnyOrder(
                tuple(
                    "a.csv",
                    Map.of(
                        Reason.NONE, 1L,
                        Reason.CONFLICTING_DUPLICATE, 1L,
                        Reason.UNPARSABLE_DATE, 1L)),
                tuple(
                    "b.csv",
                    Map.of(
                        Reason.NONE, 1L,
                        Reason.CONFLICTING_DUPLICATE, 1L,
                        Reason.IDENTICAL_DUPLICATE, 1L)));
        // Request 1 of another register is another request.
        assertThat(judged.files().get(1).read().records(Outcome.GOOD)).isEqualTo(1);
        assertThat(
                judged
                    .judged()
                    .orElseThrow()
                    .where(ReadRequests.isGood())
                    .selectExpr("concat_ws(' ', source_id, request_id, as_of)")
                    .collectAsList())
            .extracting(Row::mkString)
            .containsExactlyInAnyOrder(
                "tiny/hotline 1 2020-04-10",
                "tiny/hotline 3 2020-04-10",
                "tiny/walk_in 1 2020-04-10");
      }
    }
  }

  private static Map<Reason, Long> withoutZeros(Map<Reason, Long> records) {
    return records.entrySet().stream()
        .filter(entry -> entry.getValue() != 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The last good day of the register, where neither a record nor the config names another. */
  @Test
  void recordsThatNameNoDayOfPublicationGetThatOfTheirRegister() {
    lake.configure("district: district\n    as_of: 2020-04-10\npanel", "district: district\npanel");
    lake.configure("    as_of: 2020-04-10\n  walk_in", "  walk_in");
    TinyIngest ingest = TinyIngest.of(lake, spark);

    try (ReadRequests read =
            ingest.readRequests(ingest.register("walk_in"), ingest.register("hotline"));
        JudgedRequests judged = read.judge()) {
      assertThat(
              judged
                  .judged()
                  .orElseThrow()
                  .selectExpr("concat_ws(' ', source_id, as_of)")
                  .distinct()
                  .collectAsList())
          .extracting(Row::mkString)
          .containsExactlyInAnyOrder("tiny/hotline 2020-03-03", "tiny/walk_in 2020-03-05");
    }
  }

  @Test
  void aRegisterWithoutARowHoldsNothing() {
    lake.write("walk_in/c.csv", HEADING);
    TinyIngest ingest = TinyIngest.of(lake, spark);

    try (ReadRequests read =
        ingest.readRequests(ingest.register("hotline"), ingest.register("walk_in"))) {
      assertThat(read.files())
          .extracting(register -> register.read().records())
          .isEqualTo(List.of(6L, 0L));
    }
  }

  @Test
  void whatIsKeptIsLetGoWithWhatItIsOf() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    int before = kept();

    ReadRequests read = ingest.readRequests(ingest.register("hotline"));
    JudgedRequests judged = read.judge();
    assertThat(kept()).isEqualTo(before + 2);
    judged.close();
    assertThat(kept()).isEqualTo(before + 1);
    read.close();
    assertThat(kept()).isEqualTo(before);
  }
}
