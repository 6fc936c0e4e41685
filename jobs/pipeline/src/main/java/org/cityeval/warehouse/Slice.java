package org.cityeval.warehouse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a table that one step owns: what it replaces, and nothing beside. */
public final class Slice {
  private final List<String> conditions = new ArrayList<>();
  private final Set<String> columns = new TreeSet<>();

  private Slice() {}

  /** The rows of one evaluation at one vintage. */
  public static Slice of(String evaluationId, LocalDate asOf) {
    return new Slice().and("evaluation_id", evaluationId).and("as_of", asOf);
  }

  /** The rows of one evaluation, all vintages. */
  public static Slice of(String evaluationId) {
    return new Slice().and("evaluation_id", evaluationId);
  }

  /** The rows a source published on the given days. */
  public static Slice ofSource(String sourceId, Collection<LocalDate> asOf) {
    Slice slice = new Slice().and("source_id", sourceId);
    slice.add("as_of", "in (" + literals(asOf.stream().sorted().map(Slice::literal)) + ")");
    return slice;
  }

  /** The rows of a source, of all its files. */
  public static Slice ofSource(String sourceId) {
    return new Slice().and("source_id", sourceId);
  }

  /** The rows of some files of a source. */
  public static Slice ofFiles(String sourceId, Collection<String> files) {
    Slice slice = new Slice().and("source_id", sourceId);
    slice.add("file", "in (" + literals(files.stream().sorted().map(Slice::literal)) + ")");
    return slice;
  }

  /** The row at a position of a source. */
  public static Slice ofPosition(String sourceId, String position) {
    return new Slice().and("source_id", sourceId).and("position", position);
  }

  /** The rows a source published on a day about some days. */
  public static Slice ofDays(
      String sourceId, LocalDate asOf, LocalDate firstDay, LocalDate lastDay) {
    Slice slice = new Slice().and("source_id", sourceId).and("as_of", asOf);
    slice.add("date", "between " + literal(firstDay) + " and " + literal(lastDay));
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

  private Slice and(String column, String value) {
    return add(column, "= " + literal(value));
  }

  private Slice and(String column, LocalDate value) {
    return add(column, "= " + literal(value));
  }

  private Slice add(String column, String condition) {
    conditions.add(column + " " + condition);
    columns.add(column);
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
