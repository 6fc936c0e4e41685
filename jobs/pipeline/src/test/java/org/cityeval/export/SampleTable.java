package org.cityeval.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.StoredRow;

/** A table with a column of every type, one full row and one that is empty but for its key. */
final class SampleTable {
  static final TableSpec SPEC =
      TableSpec.of("gold", "some", "A row.")
          .key(TableColumn.text("name", "A name."))
          .columns(TableColumn.number("value", "A value."))
          .columns(TableColumn.count("seed", "A seed."))
          .columns(TableColumn.integer("rank", "A rank."))
          .columns(TableColumn.truth("is_so", "Whether."))
          .columns(TableColumn.day("day", "A day."))
          .columns(TableColumn.instant("at", "When."))
          .build();

  private static final List<String> COLUMNS = List.of(SPEC.columnNames());

  static final StoredRow FULL =
      new StoredRow(
          COLUMNS,
          "港口区, \"A\"\u0001",
          0.1 + 0.2,
          Long.MIN_VALUE,
          -7,
          true,
          LocalDate.of(1918, 3, 4),
          Instant.parse("2020-01-01T23:59:59.123456Z"));

  static final StoredRow EMPTY = new StoredRow(COLUMNS, "", null, null, null, null, null, null);

  private SampleTable() {}
}
