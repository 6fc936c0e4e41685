package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.ingest.ContentHash;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.FileTallies;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.Outcome;
import org.cityeval.ingest.Reason;
import org.cityeval.run.Run;
import org.cityeval.storage.StoragePath;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.Warehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a run knows of its files, one stage after the other; no file is read. */
@ExtendWith(SparkExtension.class)
class ReadFilesTest {
  private static final String FILE = "cases.csv";
  private static final LocalDate PUBLISHED = LocalDate.of(2020, 4, 10);

  private final SparkSession spark;
  @TempDir private Path folder;
  private ReadFiles<SourceReading> planned;

  ReadFilesTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void planTheOneFileOfASource() {
    TinyLake lake = TinyLake.in(folder);
    EvaluationConfig config = ConfigLoader.load(lake.config(), Map.of(), List.of());
    Run run =
        new Run(
            new Run.Identity("run", 1, "test", "1"),
            config,
            "hash",
            new Warehouse(spark, StoragePath.of(lake.warehouse())),
            Optional.empty(),
            Run.Extent.CHANGES);
    planned =
        ReadFiles.planned(
            SourceReading.plan(
                run, "cases", List.of(), List.of(), new DistrictKeys(spark, config, List.of())));
  }

  private static FileTally tally(LocalDate asOf, Map<Reason, Long> outcomes) {
    return new FileTally(
        FILE,
        asOf,
        outcomes,
        TinyLake.FIRST_DAY,
        TinyLake.FIRST_DAY.plusDays(39),
        new ContentHash(1, BigDecimal.ONE, 1));
  }

  private ReadFiles<SourceReading> found(long rows, int recordsOfRow, Map<Reason, Long> outcomes) {
    return planned.found(
        new Reading.Opened(spark.emptyDataFrame(), Map.of(FILE, rows), recordsOfRow),
        List.of(tally(PUBLISHED, outcomes)));
  }

  @Test
  void beforeAnythingIsReadNothingIsHeld() {
    assertThat(planned.toRead()).containsExactly(FILE);
    assertThat(planned.areAll()).isTrue();
    assertThat(planned.areUnchanged()).isFalse();
    assertThat(planned.held()).isZero();
  }

  /** Nine rows of two measures, and one that could not be read and is one record. */
  @Test
  void aRowIsSoManyRecordsUnlessItCannotBeRead() {
    ReadFiles<SourceReading> found = found(10, 2, Map.of(Reason.NONE, 18L, Reason.OPEN_QUOTE, 1L));

    assertThat(found.held()).isEqualTo(19);
  }

  /** A reading that loses records is told by the walk, not by itself. */
  @Test
  void whatAFileHoldsIsWhatTheWalkCounted() {
    assertThat(found(120, 1, Map.of(Reason.NONE, 61L)).held()).isEqualTo(120);
  }

  @Test
  void duplicatesAreToldInANewValue() {
    ReadFiles<SourceReading> before = found(120, 1, Map.of(Reason.NONE, 120L));

    ReadFiles<SourceReading> after =
        before.judged(
            Map.of(
                new FileTallies.Place("tiny/cases", FILE, null),
                Map.of(Reason.IDENTICAL_DUPLICATE, 3L)));

    assertThat(after.read().records(Outcome.GOOD)).isEqualTo(117);
    assertThat(after.read().records(Outcome.DEDUPLICATED)).isEqualTo(3);
    assertThat(before.read().records(Outcome.GOOD)).isEqualTo(120);
  }

  @Test
  void duplicatesOfAnotherSourceOrPublicationAreNotItsOwn() {
    Map<Reason, Long> three = Map.of(Reason.IDENTICAL_DUPLICATE, 3L);

    ReadFiles<SourceReading> after =
        found(120, 1, Map.of(Reason.NONE, 120L))
            .judged(
                Map.of(
                    new FileTallies.Place("tiny/mobility", FILE, null), three,
                    new FileTallies.Place("tiny/cases", FILE, PUBLISHED.minusDays(1)), three,
                    new FileTallies.Place("tiny/cases", null, PUBLISHED), three));

    assertThat(after.read().records(Outcome.GOOD)).isEqualTo(120);
  }

  @Test
  void aFileWithoutARecordIsRememberedToo() {
    assertThat(planned.readTallies())
        .singleElement()
        .satisfies(
            tally -> {
              assertThat(tally.file()).isEqualTo(FILE);
              assertThat(tally.records()).isZero();
            });
  }

  @Test
  void whatWasFoundInAllFilesTakesThePlaceOfWhatWasFoundBefore() {
    ReadFiles<SourceReading> anew =
        found(120, 1, Map.of(Reason.NONE, 120L))
            .foundInAll(
                new Reading.Opened(spark.emptyDataFrame(), Map.of(FILE, 7L), 1),
                List.of(tally(PUBLISHED, Map.of(Reason.NONE, 7L))));

    assertThat(anew.read().records()).isEqualTo(7);
    assertThat(anew.held()).isEqualTo(7);
  }
}
