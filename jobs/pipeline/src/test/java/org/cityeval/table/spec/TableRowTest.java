package org.cityeval.table.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class TableRowTest {
  private static final TableColumn<Double> LOW = TableColumn.number("low", "Low.");
  private static final TableColumn<Double> HIGH = TableColumn.number("high", "High.");
  private static final TableColumn<Double> WIDTH = TableColumn.number("width", "Width.");
  private static final TableSpec TABLE =
      TableSpec.of("gold", "t", "x").key(Keys.DATE).columns(LOW, HIGH, WIDTH).build();
  private static final LocalDate DAY = LocalDate.of(2020, 3, 1);

  private static Row row(Object... cells) {
    return RowFactory.create(cells);
  }

  @Test
  void cellsStandInTheOrderOfTheColumnsHoweverTheyAreSet() {
    assertThat(new TableRow(TABLE).set(WIDTH, 3.0).set(Keys.DATE, DAY).set(HIGH, 2.0).row())
        .isEqualTo(row(DAY, null, 2.0, 3.0));
    assertThat(new TableRow(TABLE).set(HIGH, 2.0).set(HIGH, 5.0).row())
        .isEqualTo(row(null, null, 5.0, null));
  }

  @Test
  void whatIsNotFiniteIsNull() {
    assertThat(new TableRow(TABLE).number(LOW, Double.NaN).number(HIGH, 1).row())
        .isEqualTo(row(null, null, 1.0, null));
    assertThat(new TableRow(TABLE).number(LOW, Double.NEGATIVE_INFINITY).row())
        .isEqualTo(row(null, null, null, null));
  }

  @Test
  void anOpenIntervalHasNoWidth() {
    assertThat(new TableRow(TABLE).interval(LOW, HIGH, WIDTH, 1.5, 4).row())
        .isEqualTo(row(null, 1.5, 4.0, 2.5));
    assertThat(new TableRow(TABLE).interval(LOW, HIGH, WIDTH, 1.5, Double.NaN).row())
        .isEqualTo(row(null, 1.5, null, null));
  }

  @Test
  void furtherCellsFollowThoseOfTheTable() {
    TableRow filled = new TableRow(TABLE).set(LOW, 1.0);
    Row row = filled.rowAnd("more", 7);
    filled.set(LOW, 2.0);

    assertThat(row).isEqualTo(row(null, 1.0, null, null, "more", 7));
  }

  @Test
  void aColumnOfAnotherTableIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TableRow(TABLE).set(Keys.CITY_ID, "x"))
        .withMessage("gold.t has no column city_id");
  }
}
