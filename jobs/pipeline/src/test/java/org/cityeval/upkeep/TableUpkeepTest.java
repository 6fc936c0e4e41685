package org.cityeval.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.gold.CityTable;
import org.cityeval.testing.Written;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of two commits, a file each; the manifest names the second. */
class TableUpkeepTest {
  private static final Instant LONG_AGO = Instant.parse("2020-05-01T00:00:00Z");
  private static final Instant SINCE = Instant.parse("2020-06-01T00:00:00Z");

  @TempDir private Path folder;
  private StoredTables tables;
  private TableUpkeep upkeep;

  @BeforeEach
  void commit() {
    tables = new StoredTables(StoragePath.of(folder), new Configuration());
    append();
    append();
    Written.published(tables, CityTable.SPEC, 1);
    upkeep = new TableUpkeep(tables, CityTable.SPEC);
  }

  private void append() {
    Object[] city = {"tiny", LocalDate.of(2020, 4, 10), "c", "C", null, 3, 6.0};
    Written.cells(tables, CityTable.SPEC, city);
  }

  private Path partition() {
    return folder.resolve("gold/dim_city/evaluation_id=tiny/as_of=2020-04-10");
  }

  private void stray(String name, Instant written) throws IOException {
    Path file = Files.writeString(partition().resolve(name), "12345");
    Files.setLastModifiedTime(file, FileTime.from(written));
  }

  private TableUpkeep.Found look() {
    return upkeep.look(new KeptVersions(tables, SINCE), SINCE);
  }

  @Test
  void aFileThatNoVersionIsMadeOfIsNeedlessOnceItIsOld() throws IOException {
    stray("old.parquet", LONG_AGO);
    stray("new.parquet", SINCE.plusSeconds(1));
    stray("_hidden.parquet", LONG_AGO);

    TableUpkeep.Found found = look();

    assertThat(found.leftAlone()).isEmpty();
    assertThat(found.needless().count()).isEqualTo(1);
    assertThat(found.needless().bytes()).isEqualTo(5);
    assertThat(found.needless().paths().get(0).getName()).isEqualTo("old.parquet");
    assertThat(found.kept().count()).isEqualTo(3);

    upkeep.remove(found.needless());
    assertThat(partition().resolve("old.parquet")).doesNotExist();
    assertThat(partition().resolve("new.parquet")).exists();
    assertThat(look().needless().count()).isZero();
  }

  /** What else is gone cannot be told, so nothing more is taken. */
  @Test
  void aTableThatLacksAFileOfItsOwnIsLeftAlone() throws IOException {
    stray("old.parquet", LONG_AGO);
    try (var files = Files.list(partition())) {
      Files.delete(
          files
              .filter(file -> file.getFileName().toString().matches("(?!old).*\\.parquet"))
              .findFirst()
              .orElseThrow());
    }

    TableUpkeep.Found found = look();

    assertThat(found.leftAlone())
        .contains("its folder lacks a file of version 1, which the manifest names");
    assertThat(found.needless().count()).isZero();
  }

  @Test
  void smallFilesAreCountedWhereAPartitionHasEight() {
    for (int file = 2; file < 7; file++) {
      append();
    }
    assertThat(upkeep.smallFiles()).isZero();

    append();
    assertThat(upkeep.smallFiles()).isEqualTo(8);
  }
}
