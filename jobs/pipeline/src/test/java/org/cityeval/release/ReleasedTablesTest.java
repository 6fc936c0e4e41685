package org.cityeval.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.PublishedFew;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two cities of tiny are published; another vintage, another evaluation and a later row are not.
 */
class ReleasedTablesTest {
  @TempDir private Path folder;

  private PublishedFew few;
  private Publication publication;
  private StoredTables released;

  @BeforeEach
  void publish() {
    few =
        new PublishedFew(folder.resolve("from"))
            .write(RankIntervalTable.SPEC)
            .write(
                CityTable.SPEC,
                city("tiny", "a"),
                city("tiny", "b"),
                city("town", "c"),
                city("tiny", "d").set(Keys.AS_OF, PublishedFew.AS_OF.minusDays(1)));
    publication = few.publish("tiny", "{}");
    few.write(CityTable.SPEC, city("tiny", "later"));
    released = new StoredTables(StoragePath.of(folder.resolve("to dir")), new Configuration());
  }

  private static TableRow city(String evaluation, String id) {
    return PublishedFew.row(CityTable.SPEC, evaluation).set(Keys.CITY_ID, id);
  }

  @Test
  void theFilesOfTheVintageAreCopiedAndNoOthers() throws IOException {
    ReleasedTables.Copied copied = new ReleasedTables(few.tables(), released).of(publication);

    assertThat(copied.tables()).isEqualTo(2);
    assertThat(copied.files()).isEqualTo(2);
    assertThat(copied.bytes())
        .isEqualTo(
            released.files(CityTable.SPEC, 0).files().stream()
                .mapToLong(file -> file.bytes())
                .sum());
    assertThat(released.rows(CityTable.SPEC).list())
        .extracting(row -> row.get(Keys.CITY_ID))
        .containsExactly("a", "b");
    assertThat(released.rows(CityTable.SPEC).list())
        .extracting(row -> row.cells())
        .isEqualTo(
            new Publications(few.tables())
                .rows(publication, CityTable.SPEC).list().stream()
                    .map(row -> row.cells())
                    .toList());
  }

  /** In the new warehouse every table has one version, which the manifest names. */
  @Test
  void theManifestNamesTheVersionsOfTheCopies() throws IOException {
    new ReleasedTables(few.tables(), released).of(publication);

    Publication copy = new Publications(released).findCurrent("tiny").orElseThrow();
    assertThat(copy.version(CityTable.SPEC)).isZero();
    assertThat(copy.version(RankIntervalTable.SPEC)).isZero();
    assertThat(copy.asOf()).isEqualTo(publication.asOf());
    assertThat(copy.sourceVersions()).isEqualTo(publication.sourceVersions());
    assertThat(copy.tableVersions()).hasSize(2);
    assertThat(released.findNote(CityTable.SPEC, 0)).contains("written by a test");
  }

  @Test
  void aTableOfWhichTheVintageHasNoRowIsThereAndEmpty() throws IOException {
    new ReleasedTables(few.tables(), released).of(publication);

    assertThat(released.exists(RankIntervalTable.SPEC)).isTrue();
    assertThat(released.rows(RankIntervalTable.SPEC).list()).isEmpty();
  }

  /** A note that names no run tells none. */
  @Test
  void theRunIsThatOfTheNoteIfItNamesOne() throws IOException {
    assertThat(new ReleasedTables(few.tables(), released).of(publication).run()).isEmpty();
  }
}
