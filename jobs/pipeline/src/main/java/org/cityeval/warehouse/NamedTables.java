package org.cityeval.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.Tables;
import org.cityeval.table.spec.TableSpec;

/**
 * The tables of a warehouse by the names that a query uses: {@code schema.table}, and {@code
 * current.table} for what is published.
 */
public final class NamedTables {
  /** The schema that follows the manifest. */
  public static final String CURRENT = "current";

  /** The schemas, as they are listed. */
  public static final List<String> SCHEMAS = List.of(CURRENT, "gold", "ops", "silver");

  private final Warehouse warehouse;
  private List<Publication> publications;

  public NamedTables(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * A table by its name.
   *
   * @param schema one of {@link #SCHEMAS}
   */
  public record Name(String schema, TableSpec table) {
    /** As a query writes it. */
    public String qualified() {
      return schema + "." + table.name();
    }

    boolean isCurrent() {
      return schema.equals(CURRENT);
    }
  }

  /** Every name, whether the table was written yet or not. */
  public static List<Name> all() {
    List<Name> names = new ArrayList<>();
    Tables.ALL.forEach(table -> names.add(new Name(table.schema(), table)));
    Tables.PUBLISHED.forEach(table -> names.add(new Name(CURRENT, table)));
    return names;
  }

  /** What a name stands for; upper and lower case are the same. */
  public static Optional<Name> find(String schema, String table) {
    String wanted = (schema + "." + table).toLowerCase(Locale.ROOT);
    return all().stream().filter(name -> name.qualified().equals(wanted)).findFirst();
  }

  /** Whether there are rows to read. */
  public boolean isThere(Name name) {
    return name.isCurrent() ? !parts(name).isEmpty() : warehouse.exists(name.table());
  }

  /**
   * The rows of a table; of a {@code current} one those that are published.
   *
   * @throws UserProblem where no run has written it yet
   */
  public Dataset<Row> read(Name name) {
    List<Publication> parts = name.isCurrent() ? parts(name) : List.of();
    if (name.isCurrent() ? parts.isEmpty() : !warehouse.exists(name.table())) {
      throw new UserProblem(
          "There is no " + name.qualified() + " in this warehouse yet.",
          "No run has " + (name.isCurrent() ? "published" : "written") + " it.",
          "Run 'cityeval run' first; 'cityeval list runs' tells what ran.");
    }
    return name.isCurrent()
        ? parts.stream()
            .map(part -> warehouse.read(part, name.table()))
            .reduce(Dataset::union)
            .orElseThrow()
        : warehouse.read(name.table());
  }

  /** The publications that hold it; a statement sees one state of the manifest. */
  private List<Publication> parts(Name name) {
    if (publications == null) {
      publications = new Publications(warehouse.stored()).listCurrent();
    }
    return publications.stream()
        .filter(part -> part.tableVersions().containsKey(name.table().qualifiedName()))
        .toList();
  }
}
