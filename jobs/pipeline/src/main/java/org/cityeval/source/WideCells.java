package org.cityeval.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.functions.RowsAtHand;
import org.cityeval.lake.Damage;
import org.cityeval.lake.Provenance;

/** Turns a row of many cells into a row a cell. */
public final class WideCells {
  /** The heading of the cell's column. */
  public static final String HEADING = "_heading";

  /** The cell, as text. */
  public static final String VALUE = "value";

  private WideCells() {}

  /**
   * A column whose cells become rows.
   *
   * @param column its place in the row
   * @param says what its heading says, a value for each column of {@code said}
   */
  record Heading(int column, List<? extends Serializable> says) implements Serializable {}

  /**
   * Unpivots the columns with these headings; the others stay. A malformed row stays one row, of
   * which no heading says anything; of one that was cut short in its last cell only this is.
   */
  static Dataset<Row> unpivot(Dataset<Row> rows, StructType said, List<Heading> headings) {
    String[] columns = rows.columns();
    Set<Integer> wide = headings.stream().map(Heading::column).collect(Collectors.toSet());
    List<Integer> kept = new ArrayList<>();
    StructType schema = new StructType();
    for (int i = 0; i < columns.length; i++) {
      if (!wide.contains(i)) {
        kept.add(i);
        schema = schema.add(rows.schema().fields()[i]);
      }
    }
    for (var field : said.fields()) {
      schema = schema.add(field);
    }
    schema = schema.add(HEADING, DataTypes.StringType).add(VALUE, DataTypes.StringType);
    int malformed = Arrays.asList(columns).indexOf(Provenance.MALFORMED);
    Heading silent = new Heading(-1, new ArrayList<>(Collections.nCopies(said.size(), null)));
    Cells cells =
        row -> {
          if (row.isNullAt(malformed)) {
            return cells(row, kept, headings, columns);
          }
          return row.getString(malformed).startsWith(Damage.CUT_SHORT.code())
              ? cutShort(row, kept, headings, columns, malformed)
              : List.of(cell(row, kept, silent, columns)).iterator();
        };
    if (RowsAtHand.areColumnsAlone(rows)) {
      return RowsAtHand.columnsAlone(rows.sparkSession(), schema);
    }
    return RowsAtHand.areHeld(rows)
        ? held(rows, cells, schema)
        : rows.flatMap((FlatMapFunction<Row, Row>) cells::of, Encoders.row(schema));
  }

  /** The rows that one becomes. */
  private interface Cells extends Serializable {
    Iterator<Row> of(Row row);
  }

  /** What is held stays so: a plan of a few rows would start a job. */
  private static Dataset<Row> held(Dataset<Row> rows, Cells cells, StructType schema) {
    List<Row> all = new ArrayList<>();
    RowsAtHand.held(rows).forEach(row -> cells.of(row).forEachRemaining(all::add));
    return rows.sparkSession().createDataFrame(all, schema);
  }

  private static Iterator<Row> cutShort(
      Row row, List<Integer> kept, List<Heading> headings, String[] columns, int malformed) {
    List<Row> cells = new ArrayList<>();
    int damage = kept.indexOf(malformed);
    for (Heading heading : headings) {
      Object[] cell = values(row, kept, heading, columns);
      if (!Damage.CUT_SHORT.isOf(row.getString(malformed), columns[heading.column()])) {
        cell[damage] = null;
      }
      cells.add(RowFactory.create(cell));
    }
    return cells.iterator();
  }

  private static Iterator<Row> cells(
      Row row, List<Integer> kept, List<Heading> headings, String[] columns) {
    return headings.stream().map(heading -> cell(row, kept, heading, columns)).iterator();
  }

  private static Row cell(Row row, List<Integer> kept, Heading heading, String[] columns) {
    return RowFactory.create(values(row, kept, heading, columns));
  }

  private static Object[] values(Row row, List<Integer> kept, Heading heading, String[] columns) {
    Object[] cell = new Object[kept.size() + heading.says().size() + 2];
    int i = 0;
    for (int column : kept) {
      cell[i++] = row.get(column);
    }
    for (Object said : heading.says()) {
      cell[i++] = said;
    }
    if (heading.column() >= 0) {
      Object value = row.get(heading.column());
      cell[i] = columns[heading.column()];
      cell[i + 1] = value == null ? null : value.toString();
    }
    return cell;
  }
}
