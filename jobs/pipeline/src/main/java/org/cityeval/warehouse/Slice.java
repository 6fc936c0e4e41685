package org.cityeval.warehouse;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.ops.SourceFileTable;
import org.cityeval.table.spec.TableColumn;

/** The rows of a table that one step owns: what it replaces, and nothing beside. */
public final class Slice {
  private final List<String> conditions = new ArrayList<>();
  private final Set<String> columns = new TreeSet<>();

  private Slice() {}

  /** The rows of one evaluation at one vintage. */
  public static Slice of(String evaluationId, LocalDate asOf) {
    return new Slice().and(EVALUATION_ID, evaluationId).and(AS_OF, asOf);
  }

  /** The rows of one evaluation, all vintages. */
  public static Slice of(String evaluationId) {
    return new Slice().and(EVALUATION_ID, evaluationId);
  }

  /** The rows a source published on the given days. */
  public static Slice ofSource(String sourceId, Collection<LocalDate> asOf) {
    Slice slice = new Slice().and(SOURCE_ID, sourceId);
    slice.add(AS_OF, "in (" + literals(asOf.stream().sorted().map(Slice::literal)) + ")");
    return slice;
  }

  /** The rows of a source, of all its files. */
  public static Slice ofSource(String sourceId) {
    return new Slice().and(SOURCE_ID, sourceId);
  }

  /** The rows of some files of a source. */
  public static Slice ofFiles(String sourceId, Collection<String> files) {
    Slice slice = new Slice().and(SOURCE_ID, sourceId);
    slice.add(
        SourceFileTable.FILE, "in (" + literals(files.stream().sorted().map(Slice::literal)) + ")");
    return slice;
  }

  /** The row at a position of a source. */
  public static Slice ofPosition(String sourceId, String position) {
    return new Slice().and(SOURCE_ID, sourceId).and(QuarantineTable.POSITION, position);
  }

  /** The rows a source published on a day about some days. */
  public static Slice ofDays(
      String sourceId, LocalDate asOf, LocalDate firstDay, LocalDate lastDay) {
    Slice slice = new Slice().and(SOURCE_ID, sourceId).and(AS_OF, asOf);
    slice.add(DATE, "between " + literal(firstDay) + " and " + literal(lastDay));
    return slice;
  }

  /** Either slice. */
  public Slice or(Slice other) {
    Slice union = new Slice();
    union.conditions.add("(" + predicate() + ") or (" + other.predicate() + ")");
    union.columns.addAll(columns);
    union.columns.addAll(other.columns);
    return union;
  }

  /** The slice as a SQL predicate. */
  public String predicate() {
    return String.join(" and ", conditions);
  }

  /** Whether the columns decide alone which rows belong to it. */
  boolean isMadeOf(List<String> partitions) {
    return partitions.containsAll(columns);
  }

  private Slice and(TableColumn<String> column, String value) {
    return add(column, "= " + literal(value));
  }

  private Slice and(TableColumn<LocalDate> column, LocalDate value) {
    return add(column, "= " + literal(value));
  }

  private Slice add(TableColumn<?> column, String condition) {
    conditions.add(column.name() + " " + condition);
    columns.add(column.name());
    return this;
  }

  private static String literals(Stream<String> values) {
    return values.collect(Collectors.joining(", "));
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String literal(LocalDate date) {
    return "date'" + date + "'";
  }
}
