package org.cityeval.table.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class TableColumnTest {
  private static final TableColumn<LocalDate> DAY = TableColumn.day("day", "A day.");
  private static final TableColumn<Double> SIZE = TableColumn.number("size", "A size [m].");
  private static final TableColumn<Long> COUNT = TableColumn.count("count", "A count.");

  /** Another order than the columns are written down in. */
  private static Row row(Long count, Double size, LocalDate day) {
    StructType schema = new StructType().add(COUNT.field()).add(SIZE.field()).add(DAY.field());
    return new GenericRowWithSchema(new Object[] {count, size, day}, schema);
  }

  @Test
  void readsACellByItsName() {
    Row row = row(3L, 1.5, LocalDate.of(2020, 2, 29));

    assertThat(DAY.of(row)).isEqualTo(LocalDate.of(2020, 2, 29));
    assertThat(SIZE.of(row)).isEqualTo(1.5);
    assertThat(COUNT.of(row)).isEqualTo(3L);
  }

  @Test
  void anEmptyCellIsNullAndNoNumber() {
    Row row = row(null, null, null);

    assertThat(DAY.of(row)).isNull();
    assertThat(SIZE.orNaN(row)).isNaN();
    assertThat(COUNT.orNaN(row)).isNaN();
    assertThat(COUNT.orNaN(row(7L, null, null))).isEqualTo(7.0);
  }

  @Test
  void aTableMaySayItsOwnMeaning() {
    TableColumn<Double> other = SIZE.meaning("Another size [m].");

    assertThat(other.name()).isEqualTo("size");
    assertThat(other.type()).isEqualTo(SIZE.type());
    assertThat(other.field().getComment().get()).isEqualTo("Another size [m].");
  }

  @Test
  void namesAreSnakeCaseAndMeaningsAreGiven() {
    assertThatIllegalArgumentException().isThrownBy(() -> TableColumn.text("aName", "A name."));
    assertThatIllegalArgumentException().isThrownBy(() -> TableColumn.text("a__name", "A name."));
    assertThatIllegalArgumentException().isThrownBy(() -> TableColumn.text("name", " "));
    assertThat(TableColumn.names(DAY, SIZE)).containsExactly("day", "size");
  }

  @Test
  void aRowIsFilledByItsColumns() {
    TableSpec table =
        TableSpec.of("ops", "sizes", "One size.").key(DAY).columns(SIZE, COUNT).build();

    assertThat(new TableRow(table).set(COUNT, 2L).set(DAY, LocalDate.of(2020, 1, 1)).row())
        .hasToString("[2020-01-01,null,2]");
    assertThat(new TableRow(table).number(SIZE, Double.NaN).rowAnd("more"))
        .hasToString("[null,null,null,more]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TableRow(table).set(TableColumn.text("name", "A name."), "x"))
        .withMessage("ops.sizes has no column name");
  }
}
