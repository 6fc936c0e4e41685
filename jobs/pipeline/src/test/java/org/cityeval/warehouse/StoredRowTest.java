package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cityeval.table.spec.TableColumn;
import org.junit.jupiter.api.Test;

class StoredRowTest {
  private static final TableColumn<String> NAME = TableColumn.text("name", "A name.");
  private static final TableColumn<LocalDate> DAY = TableColumn.day("day", "A day.");
  private static final TableColumn<Double> SIZE = TableColumn.number("size", "A size.");
  private static final List<String> COLUMNS = List.of("name", "day", "size");

  private static StoredRow row(String name, String day, Double size) {
    return new StoredRow(COLUMNS, name, day == null ? null : LocalDate.parse(day), size);
  }

  @Test
  void cellsAreFoundByTheirColumn() {
    StoredRow row = row("a", "2020-03-01", null);

    assertThat(row.get(NAME)).isEqualTo("a");
    assertThat(row.get(DAY)).isEqualTo(LocalDate.of(2020, 3, 1));
    assertThat(row.get(SIZE)).isNull();
    assertThat(row.cells()).containsExactly("a", LocalDate.of(2020, 3, 1), null);
  }

  @Test
  void anEmptyCellIsNeitherAValueNorAnother() {
    StoredRow row = row("a", null, 2.0);

    assertThat(row.is(NAME, "a")).isTrue();
    assertThat(row.isOther(NAME, "a")).isFalse();
    assertThat(row.isOther(NAME, "b")).isTrue();
    assertThat(row.is(DAY, LocalDate.of(2020, 3, 1))).isFalse();
    assertThat(row.isOther(DAY, LocalDate.of(2020, 3, 1))).isFalse();
  }

  @Test
  void anotherValueMakesAnotherRow() {
    StoredRow row = row("a", null, 2.0);

    assertThat(row.with("size", 3.0).get(SIZE)).isEqualTo(3.0);
    assertThat(row.get(SIZE)).isEqualTo(2.0);
  }

  @Test
  void theFirstColumnOrdersBeforeTheNextAndEmptyCellsComeFirst() {
    List<StoredRow> rows =
        Stream.of(
                row("b", "2020-03-01", 1.0),
                row("a", "2020-03-02", 1.0),
                row("a", null, 1.0),
                row("a", "2020-03-01", 1.0))
            .sorted(StoredRow.order(COLUMNS, List.of("name", "day")))
            .toList();

    assertThat(rows)
        .extracting(row -> row.get(NAME) + " " + row.get(DAY))
        .containsExactly("a null", "a 2020-03-01", "a 2020-03-02", "b 2020-03-01");
  }

  @Test
  void whatTheRowLacksIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> row("a", null, 1.0).cell("width"))
        .withMessageContaining("width")
        .withMessageContaining("name, day, size");
    assertThatIllegalArgumentException().isThrownBy(() -> new StoredRow(COLUMNS, "a"));
  }
}
