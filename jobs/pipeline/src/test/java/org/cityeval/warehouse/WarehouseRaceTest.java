package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class WarehouseRaceTest {
  private static final int ROUNDS = 4;

  @TempDir private Path folder;

  private static TableSpec table(int round) {
    return TableSpec.of("ops", "round_" + round, "A row an evaluation.")
        .evaluationKey()
        .columns(TableColumn.count("number", "Of the round."))
        .build();
  }

  /**
   * Delta knows a table by its path, so two spellings are as strange to each other as processes.
   */
  @Test
  void evaluationsThatBeginInTheSameNewWarehouseBothWrite(SparkSession spark) throws Exception {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    List<Warehouse> warehouses =
        List.of(
            new Warehouse(spark.newSession(), StoragePath.of(real)),
            new Warehouse(spark.newSession(), StoragePath.of(link)));
    CyclicBarrier together = new CyclicBarrier(warehouses.size());
    ExecutorService threads = Executors.newFixedThreadPool(warehouses.size());
    try {
      List<Future<Void>> written =
          threads.invokeAll(
              List.of(
                  writes(warehouses.get(0), "first", together),
                  writes(warehouses.get(1), "second", together)));
      for (Future<Void> one : written) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }

    for (int round = 0; round < ROUNDS; round++) {
      List<String> rows =
          new Warehouse(spark.newSession(), StoragePath.of(real))
              .read(table(round)).collectAsList().stream()
                  .map(row -> EVALUATION_ID.of(row))
                  .sorted()
                  .toList();
      assertThat(rows).as("round %s", round).containsExactly("first", "second");
    }
  }

  private static Callable<Void> writes(
      Warehouse warehouse, String evaluation, CyclicBarrier together) {
    return () -> {
      SparkSession.setActiveSession(warehouse.spark());
      for (int round = 0; round < ROUNDS; round++) {
        TableSpec table = table(round);
        LocalDate day = LocalDate.of(2020, 5, 4);
        Row row = RowFactory.create(evaluation, day, (long) round);
        together.await(1, TimeUnit.MINUTES);
        warehouse.replace(
            table, Slice.of(evaluation, day), warehouse.rows(table, List.of(row)), evaluation);
      }
      return null;
    };
  }
}
