package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.RUN_ID;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is added without Spark, read by Delta's own reader. */
@ExtendWith(SparkExtension.class)
class TableAppendTest {
  private static final TableSpec LOG =
      TableSpec.of("ops", "log", "What a run did.")
          .key(TableColumn.text("run_id", "The run."))
          .columns(TableColumn.integer("attempt", "From 1."))
          .columns(TableColumn.count("rows", "How many."))
          .columns(TableColumn.number("share", "Of all."))
          .columns(TableColumn.truth("is_last", "Whether it is the last."))
          .columns(TableColumn.day("day", "When."))
          .columns(TableColumn.instant("started", "When, to the microsecond."))
          .build();

  @TempDir private Path folder;

  @Test
  void aTableOfManyCommitsIsReadFromItsCheckpoint(SparkSession spark) throws IOException {
    StoredTables tables = tables();
    for (int i = 0; i <= 11; i++) {
      append(tables, "run " + i);
    }
    // One is written with every tenth commit; what came before may then be gone.
    Files.delete(folder.resolve("ops/log/_delta_log/" + "0".repeat(19) + "3.json"));

    assertThat(all(spark, tables)).hasSize(12);
    assertThat(tables.findNote(LOG, 11)).contains("note of run 11");
  }

  @Test
  void aFolderOfAnyNameHoldsItsFiles(SparkSession spark) throws IOException {
    Path named = folder.resolve("a 50% b%20浙");
    StoredTables tables = new StoredTables(StoragePath.of(named), new Configuration());

    append(tables, "first");

    assertThat(folder).isDirectoryContaining(below -> below.equals(named));
    assertThat(folder.toFile().list()).hasSize(1);
    try (Stream<Path> files = Files.list(named.resolve("ops/log"))) {
      assertThat(files).anyMatch(file -> file.toString().endsWith(".parquet"));
    }
    assertThat(all(spark, tables)).hasSize(1);
  }

  @Test
  void rowsAddedWithoutSparkAreOrdinaryOnes(SparkSession spark) {
    StoredTables tables = tables();

    append(tables, "first \u00fc\u4e2d\ud83d\ude00");
    append(tables, "second");

    assertThat(all(spark, tables))
        .containsExactly(
            "[first \u00fc\u4e2d\ud83d\ude00,1,2147483648,0.1,true,2020-02-29,"
                + "2020-02-29T23:59:59.999999Z]",
            "[second,1,2147483648,0.1,true,2020-02-29,2020-02-29T23:59:59.999999Z]");
    Row detail =
        spark
            .sql("describe detail delta.`" + tables.location(LOG) + "`")
            .select("minReaderVersion", "minWriterVersion", "description")
            .head();
    assertThat(detail.getInt(0)).isEqualTo(1);
    assertThat(detail.getInt(1)).isEqualTo(2);
    assertThat(detail.getString(2)).isEqualTo("What a run did.");
    assertThat(spark.read().format("delta").load(tables.location(LOG)).schema().json())
        .isEqualTo(LOG.structType().json());
    Row history =
        spark
            .sql("describe history delta.`" + tables.location(LOG) + "`")
            .select("version", "userMetadata")
            .orderBy("version")
            .collectAsList()
            .get(1);
    assertThat(history.toString()).isEqualTo("[1,note of second]");
    assertThat(tables.findVersions(LOG, "note of second")).containsExactly(1L);
    assertThat(tables.rows(LOG, 0).list())
        .extracting(row -> row.get(RUN_ID))
        .containsExactly("first \u00fc\u4e2d\ud83d\ude00");
  }

  private static void append(StoredTables tables, String run) {
    Object[] row = {
      run,
      1,
      1L << 31,
      0.1,
      true,
      LocalDate.of(2020, 2, 29),
      Instant.parse("2020-02-29T23:59:59.999999Z")
    };
    tables.append(LOG, List.<Object[]>of(row), "note of " + run);
  }

  @Test
  void thoseWhoMakeATableAtOnceLoseNoRow(SparkSession spark) throws Exception {
    int processes = 4;
    int rows = 3;
    CyclicBarrier begin = new CyclicBarrier(processes);
    ExecutorService pool = Executors.newFixedThreadPool(processes);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < processes; i++) {
        String run = "run " + i;
        StoredTables own = tables();
        done.add(
            pool.submit(
                () -> {
                  begin.await();
                  for (int row = 0; row < rows; row++) {
                    append(own, run + " " + row);
                  }
                  return null;
                }));
      }
      for (Future<?> of : done) {
        of.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(all(spark, tables())).hasSize(processes * rows).doesNotHaveDuplicates();
    assertThat(tables().version(LOG)).isEqualTo(processes * rows - 1);
  }

  private StoredTables tables() {
    return new StoredTables(StoragePath.of(folder), new Configuration());
  }

  /** The rows as Delta's reader reads them, which are those that are stored. */
  private static List<String> all(SparkSession spark, StoredTables tables) {
    List<String> stored =
        tables.rows(LOG).list().stream()
            .map(row -> row.cells().toString().replace(", ", ","))
            .sorted()
            .toList();
    Row[] read = (Row[]) spark.read().format("delta").load(tables.location(LOG)).collect();
    assertThat(Arrays.stream(read).map(Row::toString).sorted().toList()).isEqualTo(stored);
    return stored;
  }
}
