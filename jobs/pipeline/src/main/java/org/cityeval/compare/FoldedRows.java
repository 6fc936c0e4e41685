package org.cityeval.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.table.spec.TableSpec;

/**
 * Rows of several tables, made by one pass. Each row of the pass has up to 500 rows of one table,
 * and no array of the others. All rows of many districts would not fit into one row of Spark.
 */
final class FoldedRows implements Iterator<Row> {
  /** So many rows of a table take some hundred kilobytes. */
  static final int AT_ONCE = 500;

  private final List<TableSpec> tables;
  private final Iterator<MadeRow> made;
  private final List<List<Row>> waiting = new ArrayList<>();

  /**
   * Folds rows as they are asked for.
   *
   * @param made of these tables, in any order
   */
  FoldedRows(List<TableSpec> tables, Iterator<MadeRow> made) {
    this.tables = tables;
    this.made = made;
    tables.forEach(table -> waiting.add(new ArrayList<>()));
  }

  /** What the rows of the pass are like. */
  static StructType schema(List<TableSpec> tables) {
    StructType schema = new StructType();
    for (TableSpec table : tables) {
      schema = schema.add(table.name(), DataTypes.createArrayType(table.structType()));
    }
    return schema;
  }

  /** The rows of one table. */
  static Dataset<Row> unfolded(Dataset<Row> folded, TableSpec table) {
    return folded.select(inline(col(table.name())));
  }

  @Override
  public boolean hasNext() {
    return made.hasNext() || waiting.stream().anyMatch(rows -> !rows.isEmpty());
  }

  @Override
  public Row next() {
    while (made.hasNext()) {
      MadeRow row = made.next();
      int table = tables.indexOf(row.table());
      waiting.get(table).add(row.row());
      if (waiting.get(table).size() == AT_ONCE) {
        return folded(table);
      }
    }
    for (int table = 0; table < tables.size(); table++) {
      if (!waiting.get(table).isEmpty()) {
        return folded(table);
      }
    }
    throw new NoSuchElementException();
  }

  private Row folded(int table) {
    Object[] cells = new Object[tables.size()];
    // Spark takes an array of rows for an array column, but no list.
    cells[table] = waiting.get(table).toArray(Row[]::new);
    waiting.get(table).clear();
    return RowFactory.create(cells);
  }
}
