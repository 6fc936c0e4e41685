package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructType;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.gold.CityTable;
import org.cityeval.testing.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFilesTest {
  @TempDir private Path folder;

  private static TableFiles ofReader(int version) {
    return new TableFiles(new StructType(), List.of(), version, List.of());
  }

  /** Delta's protocol: reader version 2 brings column mapping, 3 brings deletion vectors. */
  @Test
  void aTableOfReaderVersionOneIsItsFilesAndNothingElse() {
    assertThat(ofReader(1).needNewerReader()).isFalse();
    assertThat(ofReader(2).needNewerReader()).isTrue();
    assertThat(ofReader(3).needNewerReader()).isTrue();
  }

  @Test
  void aVersionHasTheFilesThatItsCommitsAdded() {
    StoredTables tables = new StoredTables(StoragePath.of(folder), new Configuration());
    Object[] city = {"tiny", LocalDate.of(2020, 4, 10), "c", "C", null, 3, 600_000.0};
    Written.cells(tables, CityTable.SPEC, city);
    Written.cells(tables, CityTable.SPEC, city);

    TableFiles first = tables.files(CityTable.SPEC, 0);

    assertThat(first.files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.partition())
                  .isEqualTo(Map.of("evaluation_id", "tiny", "as_of", "2020-04-10"));
              assertThat(file.bytes()).isPositive();
              assertThat(Path.of(URI.create(file.path()))).exists();
            });
    assertThat(first.partitions()).containsExactly("evaluation_id", "as_of");
    assertThat(first.schema().fieldNames()).contains("city_id", "districts");
    assertThat(first.needNewerReader()).isFalse();
    assertThat(tables.files(CityTable.SPEC, 1).files()).hasSize(2);
    assertThatThrownBy(() -> tables.files(CityTable.SPEC, 2)).isInstanceOf(RuntimeException.class);
  }
}
