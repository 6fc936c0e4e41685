package org.cityeval.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableSpec;

/**
 * The published tables as a star, within one evaluation and vintage. A table refers to a dimension
 * if it has the columns of the dimension's key.
 */
public final class Star {
  /** What facts are described by. */
  public static final List<TableSpec> DIMENSIONS =
      Tables.PUBLISHED.stream().filter(table -> table.name().startsWith("dim_")).toList();

  /** The other tables. */
  public static final List<TableSpec> FACTS =
      Tables.PUBLISHED.stream().filter(table -> !DIMENSIONS.contains(table)).toList();

  private Star() {}

  /**
   * A reference: many rows of one table to one row of a dimension.
   *
   * @param columns which make the dimension's key
   */
  public record Relation(TableSpec from, TableSpec to, List<String> columns) {
    /**
     * Whether the row of the dimension depends on more than equal columns: the period of a row is
     * its district's own wave, or one of its city.
     */
    public boolean isOfPeriod() {
      return to.equals(PeriodTable.SPEC);
    }

    /** Whether it holds on rows of districts alone: a city's row has the id of its city there. */
    public boolean isOfDistrictsAlone() {
      return columns.equals(List.of(Keys.DISTRICT_ID.name()))
          && List.of(from.columnNames()).contains(Keys.LEVEL.name());
    }
  }

  /** The columns that identify a row of a table, once evaluation and vintage are chosen. */
  public static List<String> key(TableSpec table) {
    return table.key().stream()
        .filter(column -> !column.equals(Keys.EVALUATION_ID.name()))
        .filter(column -> !column.equals(Keys.AS_OF.name()))
        .toList();
  }

  /** The references of facts, by table. */
  public static List<Relation> relations() {
    List<Relation> relations = new ArrayList<>();
    for (TableSpec fact : FACTS) {
      for (TableSpec dimension : DIMENSIONS) {
        if (new HashSet<>(List.of(fact.columnNames())).containsAll(key(dimension))) {
          relations.add(new Relation(fact, dimension, key(dimension)));
        }
      }
    }
    return relations;
  }

  /** The references of one table. */
  public static List<Relation> relations(TableSpec of) {
    return relations().stream().filter(relation -> relation.from().equals(of)).toList();
  }
}
