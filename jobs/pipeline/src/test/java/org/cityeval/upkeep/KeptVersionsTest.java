package org.cityeval.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.testing.Written;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions 0 to 4 of a table, committed on the 1st to 5th of May; the manifest names 1. */
class KeptVersionsTest {
  @TempDir private Path folder;
  private StoredTables tables;

  @BeforeEach
  void commit() throws IOException {
    tables = new StoredTables(StoragePath.of(folder), new Configuration());
    for (int version = 0; version < 5; version++) {
      Object[] city = {"tiny", LocalDate.of(2020, 4, 10), "c", "C", null, 3, 6.0};
      Written.cells(tables, CityTable.SPEC, city);
      date("gold/dim_city", version, may(version + 1));
    }
    Written.published(tables, CityTable.SPEC, 1);
  }

  private void date(String table, int version, Instant committed) throws IOException {
    Files.setLastModifiedTime(
        folder
            .resolve(table)
            .resolve("_delta_log")
            .resolve(String.format(Locale.ROOT, "%020d.json", version)),
        FileTime.from(committed));
  }

  private static Instant may(int day) {
    return Instant.parse("2020-05-01T00:00:00Z").plusSeconds(86_400L * (day - 1));
  }

  private KeptVersions since(Instant moment) {
    return new KeptVersions(tables, moment);
  }

  /** At noon of the 3rd version 2 was the newest: a reader may have begun on it. */
  @Test
  void keptIsWhatWasTheNewestSinceTheMomentAndWhatTheManifestNames() {
    assertThat(since(may(3).plusSeconds(43_200)).versions(CityTable.SPEC))
        .containsExactly(1L, 2L, 3L, 4L);
    assertThat(since(may(4)).versions(CityTable.SPEC)).containsExactly(1L, 3L, 4L);
    assertThat(since(may(9)).versions(CityTable.SPEC)).containsExactly(1L, 4L);
    assertThat(since(Instant.EPOCH).versions(CityTable.SPEC)).containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void theManifestsVersionsAreKnown() {
    KeptVersions kept = since(may(9));

    assertThat(kept.isNamed(CityTable.SPEC, 1)).isTrue();
    assertThat(kept.isNamed(CityTable.SPEC, 4)).isFalse();
    assertThat(kept.isNamed(DistrictTable.SPEC, 1)).isFalse();
    assertThat(kept.versions(DistrictTable.SPEC)).isEmpty();
  }

  /** What is published is then unknown: nothing may be removed. */
  @Test
  void aManifestThatLacksAFileStopsTheCleaning() throws IOException {
    try (var files = Files.walk(folder.resolve("gold/publication"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        Files.delete(file);
      }
    }

    assertThatThrownBy(() -> since(may(9)))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("A file of gold.publication is gone.");
  }
}
