package org.cityeval.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.gold.CityTable;
import org.cityeval.testing.SparkExtension;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class OpenWarehouseTest {
  private final AtomicInteger opened = new AtomicInteger();
  @TempDir private Path folder;

  private OpenWarehouse open(SparkSession spark, boolean isOurs) {
    return new OpenWarehouse(
        new StoredTables(StoragePath.of(folder), new Configuration()),
        () -> {
          opened.incrementAndGet();
          return new Sessions.Opened(spark, isOurs);
        });
  }

  @Test
  void aSessionIsOpenedOnceAndOnlyWhereOneIsNeeded(SparkSession spark) {
    try (OpenWarehouse open = open(spark, false)) {
      assertThat(open.warehouse().exists(CityTable.SPEC)).isFalse();
      assertThat(open.warehouse().root()).hasToString(StoragePath.of(folder).toString());
      assertThat(opened).hasValue(0);

      assertThat(open.warehouse().spark()).isSameAs(spark);
      assertThat(open.warehouse().spark()).isSameAs(spark);
      assertThat(opened).hasValue(1);
    }

    assertThat(spark.sparkContext().isStopped()).isFalse();
  }

  @Test
  void whereNoneWasNeededNoneIsClosed() {
    open(null, true).close();

    assertThat(opened).hasValue(0);
  }

  /** There is no session here that could be stopped, so that whoever stops it fails. */
  @Test
  void aSessionOfItsOwnIsClosedWithIt() {
    OpenWarehouse open = open(null, true);
    assertThatNullPointerException().isThrownBy(() -> open.warehouse().spark());
    assertThat(opened).hasValue(1);

    assertThatNullPointerException().isThrownBy(open::close);
  }
}
