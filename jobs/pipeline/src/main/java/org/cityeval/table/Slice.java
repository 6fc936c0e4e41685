package org.cityeval.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The rows of a table that one step owns: what it replaces, and nothing beside. */
public final class Slice {
  private final List<String> conditions = new ArrayList<>();

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
    slice.conditions.add(
        "as_of in ("
            + String.join(", ", asOf.stream().sorted().map(Slice::literal).toList())
            + ")");
    return slice;
  }

  /** The rows of a source, of all its files. */
  public static Slice ofSource(String sourceId) {
    return new Slice().and("source_id", sourceId);
  }

  /** The rows of some files of a source. */
  public static Slice ofFiles(String sourceId, Collection<String> files) {
    Slice slice = new Slice().and("source_id", sourceId);
    slice.conditions.add(
        "file in ("
            + String.join(", ", files.stream().sorted().map(Slice::literal).toList())
            + ")");
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
    slice.conditions.add("date between " + literal(firstDay) + " and " + literal(lastDay));
    return slice;
  }

  /** Either slice. */
  public Slice or(Slice other) {
    Slice union = new Slice();
    union.conditions.add("(" + predicate() + ") or (" + other.predicate() + ")");
    return union;
  }

  /** The slice as a SQL predicate. */
  public String predicate() {
    return String.join(" and ", conditions);
  }

  private Slice and(String column, String value) {
    conditions.add(column + " = " + literal(value));
    return this;
  }

  private Slice and(String column, LocalDate value) {
    conditions.add(column + " = " + literal(value));
    return this;
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String literal(LocalDate date) {
    return "date'" + date + "'";
  }
}
