package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.ops.RunTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTablesTest {
  private static final TableSpec RUNS = RunTable.SPEC;

  @TempDir private Path folder;

  private StoredTables tables() {
    return new StoredTables(StoragePath.of(folder), new Configuration());
  }

  private void append(String run, String note) {
    TableRow row = new TableRow(RUNS).set(Keys.RUN_ID, run);
    Object[] cells = new Object[row.row().size()];
    Arrays.setAll(cells, row.row()::get);
    tables().append(RUNS, List.<Object[]>of(cells), note);
  }

  @Test
  void aTableIsMadeByItsFirstRow() {
    assertThat(tables().exists(RUNS)).isFalse();
    assertThat(tables().rows(RUNS).list()).isEmpty();
    append("first", "note 1");

    assertThat(tables().exists(RUNS)).isTrue();
    assertThat(tables().version(RUNS)).isZero();
    assertThat(tables().rows(RUNS).list()).hasSize(1);
    assertThat(tables().folder(RUNS).toString()).endsWith("ops/run");
  }

  @Test
  void eachCommitIsAVersionThatItsNoteFinds() {
    append("first", "note 1");
    append("second", "note 2");
    append("third", "note 1");

    assertThat(tables().version(RUNS)).isEqualTo(2);
    assertThat(tables().commits(RUNS).keySet()).containsExactly(0L, 1L, 2L);
    assertThat(tables().findVersions(RUNS, "note 1")).containsExactly(2L, 0L);
    assertThat(tables().findVersions(RUNS, "note 3")).isEmpty();
    assertThat(tables().findNote(RUNS, 1)).contains("note 2");
    assertThat(tables().files(RUNS, 1).files()).hasSize(2);
  }

  @Test
  void aTableThatIsNotThereHasNoVersionWithANote() {
    assertThat(tables().findVersions(RUNS, "note 1")).isEmpty();
  }
}
