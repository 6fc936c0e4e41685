package org.cityeval.query;

import java.util.List;
import java.util.Optional;
import org.cityeval.warehouse.NamedTables;

/** Which tables of a warehouse a statement may name. */
public enum Reach {
  /** Every schema, for who can read the files anyway. */
  WHOLE,
  /** What is published, and nothing that was refused, withheld or not yet published. */
  PUBLISHED;

  /** What may stand before the schema in a name, for tools that write all three parts. */
  public static final String CATALOG = "cityeval";

  /** The schemas, as they are listed. */
  public List<String> schemas() {
    return switch (this) {
      case WHOLE -> NamedTables.SCHEMAS;
      case PUBLISHED -> List.of(NamedTables.CURRENT);
    };
  }

  /** Whether plans are shown, which tell where the files are. */
  boolean showsPlans() {
    return this == WHOLE;
  }

  /** Every name within reach, whether the table was written yet or not. */
  public List<NamedTables.Name> names() {
    return NamedTables.all().stream().filter(name -> schemas().contains(name.schema())).toList();
  }

  /** The names within reach of which there are rows to read. */
  public List<NamedTables.Name> present(NamedTables tables) {
    return names().stream().filter(tables::isThere).toList();
  }

  /**
   * What a name stands for.
   *
   * @param name {@code schema.table}, or {@code cityeval.schema.table}
   */
  Optional<NamedTables.Name> find(List<String> name) {
    List<String> inCatalog = withoutCatalog(name);
    return inCatalog.size() == 2
        ? NamedTables.find(inCatalog.get(0), inCatalog.get(1))
            .filter(found -> schemas().contains(found.schema()))
        : Optional.empty();
  }

  /** The parts of a name below the catalogue. */
  static List<String> withoutCatalog(List<String> name) {
    return name.size() > 1 && name.get(0).equalsIgnoreCase(CATALOG)
        ? name.subList(1, name.size())
        : name;
  }
}
