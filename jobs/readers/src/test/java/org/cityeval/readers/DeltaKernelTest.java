package org.cityeval.readers;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.cityeval.readers.TwoPublications.Asked;
import org.cityeval.storage.StoragePath;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Delta Kernel, which reads the tables for the commands that start no Spark. */
class DeltaKernelTest {
  private static final StoredTables TABLES =
      new StoredTables(StoragePath.of(TwoPublications.WAREHOUSE), new Configuration());
  private static final StoredTables RELEASE =
      new StoredTables(StoragePath.of(TwoPublications.RELEASE), new Configuration());

  @ParameterizedTest
  @MethodSource("org.cityeval.readers.TwoPublications#tables")
  void readsTheVersionThatTheManifestNames(Asked asked) {
    Rows rows = new Rows(asked.table());
    TABLES.rows(asked.table(), asked.version()).each(row -> rows.add(row::cell));
    assertThat(rows.sorted()).isEqualTo(asked.expected());
  }

  @ParameterizedTest
  @MethodSource("org.cityeval.readers.TwoPublications#released")
  void readsARelease(Asked asked) {
    Rows rows = new Rows(asked.table());
    RELEASE.rows(asked.table()).each(row -> rows.add(row::cell));
    assertThat(rows.sorted()).isEqualTo(asked.expected());
  }
}
