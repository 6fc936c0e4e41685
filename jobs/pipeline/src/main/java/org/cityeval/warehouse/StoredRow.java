package org.cityeval.warehouse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cityeval.table.spec.TableColumn;

/** A row as a table holds it: its cells by the names of the columns, null where a cell is empty. */
public final class StoredRow {
  private final List<String> columns;
  private final Object[] cells;

  /**
   * @param columns names, in the order of the cells
   * @param cells text, numbers, truth values, {@link LocalDate}, {@link Instant} or null
   */
  public StoredRow(List<String> columns, Object... cells) {
    if (columns.size() != cells.length) {
      throw new IllegalArgumentException(cells.length + " cells for columns " + columns);
    }
    this.columns = columns;
    this.cells = cells;
  }

  /**
   * The order that some columns give, the first of them before the next; an empty cell comes first.
   *
   * @param columns those of the rows
   * @param by text, numbers, days or instants, of one type each
   */
  public static Comparator<StoredRow> order(List<String> columns, List<String> by) {
    int[] places = by.stream().mapToInt(columns::indexOf).toArray();
    return (a, b) -> {
      int order = 0;
      for (int i = 0; order == 0 && i < places.length; i++) {
        order = compare(a.cells[places[i]], b.cells[places[i]]);
      }
      return order;
    };
  }

  @SuppressWarnings("unchecked")
  private static int compare(Object a, Object b) {
    if (a == null || b == null) {
      return a == b ? 0 : a == null ? -1 : 1;
    }
    return ((Comparable<Object>) a).compareTo(b);
  }

  /** The names of the cells, in their order. */
  public List<String> columns() {
    return columns;
  }

  /** The cells, in the order of the columns. */
  public List<Object> cells() {
    return Collections.unmodifiableList(Arrays.asList(cells));
  }

  /**
   * So many cells from the first on, in the order of the columns; beyond the last they are empty.
   */
  public Object[] cells(int many) {
    return Arrays.copyOf(cells, many);
  }

  /**
   * The cell of a column, of the type that the column has.
   *
   * @throws IllegalArgumentException if the row has no such column
   */
  public Object cell(String column) {
    return cells[place(column)];
  }

  /**
   * The cell of a column; null where it is empty.
   *
   * @throws IllegalArgumentException if the row has no such column
   */
  @SuppressWarnings("unchecked")
  public <T> T get(TableColumn<T> column) {
    return (T) cell(column.name());
  }

  /** The text of a column whose name is known when the program runs. */
  public String text(String column) {
    return (String) cell(column);
  }

  /** The number of a column whose name is known when the program runs. */
  public Double number(String column) {
    return (Double) cell(column);
  }

  /** Whether a cell holds this value; an empty one holds none. */
  public boolean is(String column, Object value) {
    return Objects.equals(cell(column), Objects.requireNonNull(value));
  }

  /** Whether a cell holds this value; an empty one holds none. */
  public <T> boolean is(TableColumn<T> column, T value) {
    return is(column.name(), value);
  }

  /** Whether a cell holds another value than this; an empty one holds none. */
  public <T> boolean isOther(TableColumn<T> column, T value) {
    return isOther(column.name(), value);
  }

  /** Whether a cell holds another value than this; an empty one holds none. */
  public boolean isOther(String column, Object value) {
    return cell(column) != null && !is(column, value);
  }

  /** The row with another value in a cell. */
  public StoredRow with(String column, Object value) {
    Object[] other = cells.clone();
    other[place(column)] = value;
    return new StoredRow(columns, other);
  }

  /**
   * The row with the texts that others hold already, where they are equal.
   *
   * @param texts those of others; its own are added
   */
  StoredRow sharing(Map<String, String> texts) {
    Object[] shared = cells.clone();
    for (int i = 0; i < shared.length; i++) {
      if (shared[i] instanceof String text) {
        String first = texts.putIfAbsent(text, text);
        shared[i] = first == null ? text : first;
      }
    }
    return new StoredRow(columns, shared);
  }

  private int place(String column) {
    int place = columns.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(
          "There is no column " + column + " in " + String.join(", ", columns));
    }
    return place;
  }
}
