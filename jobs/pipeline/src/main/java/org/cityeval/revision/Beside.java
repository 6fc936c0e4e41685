package org.cityeval.revision;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.SortedRows;
import org.cityeval.warehouse.StoredRow;

/**
 * What two sides, A and B, say of the same keys. Both are taken in whole, and then handed out key
 * by key. They may be more than memory holds.
 */
final class Beside implements Closeable {
  static final int A = 1;
  static final int B = 2;

  private static final String SIDES = "sides";

  private final List<String> columns;
  private final Comparator<StoredRow> byKey;
  private final SortedRows sorted;

  /**
   * @param key columns that rows are put together by, which also order them
   * @param said columns of what is said of a key
   */
  Beside(List<String> key, List<String> said) {
    this.columns = Stream.of(key, said, List.of(SIDES)).flatMap(List::stream).toList();
    this.byKey = StoredRow.order(columns, key);
    this.sorted = SortedRows.by(columns, Stream.concat(key.stream(), Stream.of(SIDES)).toList());
  }

  /** What identifies a row within one publication. */
  static List<String> keys(TableSpec table) {
    return table.key().stream()
        .filter(column -> !column.equals(EVALUATION_ID.name()) && !column.equals(AS_OF.name()))
        .toList();
  }

  /**
   * Takes in what is said of a key.
   *
   * @param sides who says so: {@link #A}, {@link #B} or their sum
   * @param row its cells are those of the key, those of what is said, and maybe others
   */
  void add(int sides, StoredRow row) {
    Object[] cells = row.cells(columns.size());
    cells[cells.length - 1] = sides;
    sorted.add(new StoredRow(columns, cells));
  }

  /** Goes through the keys, in their order: all rows of one, those of A alone first. */
  void each(Consumer<List<StoredRow>> use) {
    List<StoredRow> ofKey = new ArrayList<>();
    try {
      sorted.each(
          row -> {
            if (!ofKey.isEmpty() && byKey.compare(row, ofKey.get(0)) != 0) {
              use.accept(ofKey);
              ofKey.clear();
            }
            ofKey.add(row);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot sort rows in " + System.getProperty("java.io.tmpdir"), e);
    }
    if (!ofKey.isEmpty()) {
      use.accept(ofKey);
    }
  }

  /** Whether a side says this. */
  static boolean says(int side, StoredRow row) {
    return ((Integer) row.cell(SIDES) & side) != 0;
  }

  /**
   * What a side says of a key, which has one row for each side at most; null if it says nothing.
   */
  static StoredRow said(int side, List<StoredRow> ofKey) {
    return ofKey.stream().filter(row -> says(side, row)).findFirst().orElse(null);
  }

  @Override
  public void close() {
    try {
      sorted.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
