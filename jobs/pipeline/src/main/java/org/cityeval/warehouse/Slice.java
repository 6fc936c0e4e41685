package org.cityeval.warehouse;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.ops.SourceFileTable;
import org.cityeval.table.spec.TableColumn;

/** The rows of a table that one step owns: what it replaces, and nothing beside. */
public final class Slice {
  /** Each a list of conditions that all hold; a row of any of them belongs to the slice. */
  private final List<List<Condition>> alternatives;

  private Slice(List<List<Condition>> alternatives) {
    this.alternatives = alternatives;
  }

  /**
   * What a column must hold.
   *
   * @param sql the rest of a predicate that begins with the column
   * @param holds whether a value does, written as Delta's log writes those of partitions
   */
  private record Condition(String column, String sql, Predicate<String> holds) {
    static Condition of(TableColumn<String> column, String value) {
      return new Condition(column.name(), "= " + literal(value), value::equals);
    }

    static Condition of(TableColumn<LocalDate> column, LocalDate value) {
      return new Condition(column.name(), "= " + literal(value), value.toString()::equals);
    }

    /** One of some values. */
    static <T> Condition oneOf(
        TableColumn<T> column, Stream<T> values, Function<T, String> literal) {
      List<T> sorted = values.sorted().toList();
      Set<String> written = sorted.stream().map(String::valueOf).collect(Collectors.toSet());
      return new Condition(
          column.name(),
          "in (" + sorted.stream().map(literal).collect(Collectors.joining(", ")) + ")",
          written::contains);
    }

    static Condition between(TableColumn<LocalDate> column, LocalDate first, LocalDate last) {
      return new Condition(
          column.name(),
          "between " + literal(first) + " and " + literal(last),
          day -> !LocalDate.parse(day).isBefore(first) && !LocalDate.parse(day).isAfter(last));
    }
  }

  /** The rows of one evaluation at one vintage. */
  public static Slice of(String evaluationId, LocalDate asOf) {
    return all(Condition.of(EVALUATION_ID, evaluationId), Condition.of(AS_OF, asOf));
  }

  /** The rows of one evaluation, all vintages. */
  public static Slice of(String evaluationId) {
    return all(Condition.of(EVALUATION_ID, evaluationId));
  }

  /** The rows a source published on the given days. */
  public static Slice ofSource(String sourceId, Collection<LocalDate> asOf) {
    return all(
        Condition.of(SOURCE_ID, sourceId), Condition.oneOf(AS_OF, asOf.stream(), Slice::literal));
  }

  /** The rows of a source, of all its files. */
  public static Slice ofSource(String sourceId) {
    return all(Condition.of(SOURCE_ID, sourceId));
  }

  /** The rows of some files of a source. */
  public static Slice ofFiles(String sourceId, Collection<String> files) {
    return all(
        Condition.of(SOURCE_ID, sourceId),
        Condition.oneOf(SourceFileTable.FILE, files.stream(), Slice::literal));
  }

  /** The row at a position of a source. */
  public static Slice ofPosition(String sourceId, String position) {
    return all(Condition.of(SOURCE_ID, sourceId), Condition.of(QuarantineTable.POSITION, position));
  }

  /** The rows a source published on a day about some days. */
  public static Slice ofDays(
      String sourceId, LocalDate asOf, LocalDate firstDay, LocalDate lastDay) {
    return all(
        Condition.of(SOURCE_ID, sourceId),
        Condition.of(AS_OF, asOf),
        Condition.between(DATE, firstDay, lastDay));
  }

  private static Slice all(Condition... conditions) {
    return new Slice(List.of(List.of(conditions)));
  }

  /** Either slice. */
  public Slice or(Slice other) {
    return new Slice(Stream.concat(alternatives.stream(), other.alternatives.stream()).toList());
  }

  /** The slice as a SQL predicate. */
  public String predicate() {
    return alternatives.size() == 1
        ? predicate(alternatives.get(0))
        : alternatives.stream()
            .map(conditions -> "(" + predicate(conditions) + ")")
            .collect(Collectors.joining(" or "));
  }

  private static String predicate(List<Condition> conditions) {
    return conditions.stream()
        .map(condition -> condition.column() + " " + condition.sql())
        .collect(Collectors.joining(" and "));
  }

  /** Whether the columns decide alone which rows belong to it. */
  boolean isMadeOf(List<String> partitions) {
    return alternatives.stream()
        .flatMap(List::stream)
        .allMatch(condition -> partitions.contains(condition.column()));
  }

  /**
   * Whether the rows of a file belong to it, where partitions decide that alone.
   *
   * @param partition what the file's rows hold in the columns that partition the table
   */
  boolean holds(Map<String, String> partition) {
    return alternatives.stream()
        .anyMatch(
            conditions ->
                conditions.stream()
                    .allMatch(
                        condition -> {
                          String value = partition.get(condition.column());
                          return value != null && condition.holds().test(value);
                        }));
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String literal(LocalDate date) {
    return "date'" + date + "'";
  }
}
