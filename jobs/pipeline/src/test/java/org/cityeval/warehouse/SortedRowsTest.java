package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cityeval.table.ops.MendTable;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortedRowsTest {
  private static final TableSpec TABLE =
      TableSpec.of("gold", "some", "A row.")
          .key(TableColumn.text("name", "A name."))
          .key(TableColumn.count("number", "A number."))
          .columns(TableColumn.text("note", "A note."))
          .build();

  private static final List<String> COLUMNS = List.of(TABLE.columnNames());

  @TempDir private Path folder;

  private static StoredRow row(String name, Long number) {
    return new StoredRow(COLUMNS, name, number, name + number);
  }

  /** In memory alone, with one merge, and with merges of merges. */
  @ParameterizedTest
  @CsvSource({"1000, 64", "100, 64", "7, 3", "1, 2"})
  void rowsComeInTheOrderOfTheKeyWhateverTheMemory(int most, int merged) throws IOException {
    List<String> expected = new ArrayList<>();
    List<StoredRow> shuffled = new ArrayList<>();
    for (String name : List.of("Z", "a", "ab", "区")) {
      for (long number = -60; number < 60; number++) {
        expected.add(name + number);
        shuffled.add(row(name, number));
      }
    }
    Collections.shuffle(shuffled, new Random(1));
    Path parts = folder.resolve("parts");
    List<String> found = new ArrayList<>();

    try (SortedRows rows = new SortedRows(COLUMNS, TABLE.key(), parts, most, merged)) {
      shuffled.forEach(rows::add);
      assertThat(rows.each(row -> found.add(row.get(MendTable.NOTE)))).isEqualTo(expected.size());
    }

    assertThat(found).isEqualTo(expected);
    assertThat(Files.exists(parts) ? parts : folder).isEmptyDirectory();
  }

  @Test
  void noRowsAreNone() throws IOException {
    try (SortedRows rows = SortedRows.of(TABLE, folder)) {
      assertThat(rows.each(row -> {})).isZero();
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    try (SortedRows rows = new SortedRows(COLUMNS, TABLE.key(), file.resolve("below"), 1, 2)) {
      assertThatThrownBy(() -> rows.add(row("a", 1L)))
          .isInstanceOf(SortedRows.Unwritable.class)
          .hasCauseInstanceOf(IOException.class);
    }
  }
}
