package org.cityeval.serve;

import java.sql.DatabaseMetaData;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetDbSchemas;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetPrimaryKeys;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetTables;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetXdbcTypeInfo;
import org.cityeval.query.Reach;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.NamedTables;
import org.cityeval.warehouse.Warehouse;

/**
 * What tools ask before they let anyone click: one catalogue, one schema, its tables and their
 * keys. Cells stand in the order of {@code FlightSqlProducer.Schemas}.
 */
final class PublishedCatalog {
  private static final String TABLE = "TABLE";

  private final Warehouse warehouse;

  PublishedCatalog(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  List<List<Object>> catalogs() {
    return List.of(List.of(Reach.CATALOG));
  }

  List<List<Object>> schemas(CommandGetDbSchemas asked) {
    if (asked.hasCatalog() && !asked.getCatalog().equals(Reach.CATALOG)) {
      return List.of();
    }
    Predicate<String> wanted =
        pattern(asked.hasDbSchemaFilterPattern(), asked.getDbSchemaFilterPattern());
    return Reach.PUBLISHED.schemas().stream()
        .filter(wanted)
        .map(schema -> List.<Object>of(Reach.CATALOG, schema))
        .toList();
  }

  List<List<Object>> tableTypes() {
    return List.of(List.of(TABLE));
  }

  /** Tables that no run has published are not shown. */
  List<List<Object>> tables(CommandGetTables asked) {
    if ((asked.hasCatalog() && !asked.getCatalog().equals(Reach.CATALOG))
        || (asked.getTableTypesCount() > 0 && !asked.getTableTypesList().contains(TABLE))) {
      return List.of();
    }
    Predicate<String> schema =
        pattern(asked.hasDbSchemaFilterPattern(), asked.getDbSchemaFilterPattern());
    Predicate<String> table =
        pattern(asked.hasTableNameFilterPattern(), asked.getTableNameFilterPattern());
    List<List<Object>> rows = new ArrayList<>();
    there()
        .filter(name -> schema.test(name.schema()) && table.test(name.table().name()))
        .sorted((one, other) -> one.table().name().compareTo(other.table().name()))
        .forEach(
            name -> {
              List<Object> row =
                  new ArrayList<>(
                      List.of(Reach.CATALOG, name.schema(), name.table().name(), TABLE));
              if (asked.getIncludeSchema()) {
                row.add(ArrowColumns.of(name.table()).serializeAsMessage());
              }
              rows.add(row);
            });
    return rows;
  }

  /** The columns that identify a row, in their order. */
  List<List<Object>> primaryKeys(CommandGetPrimaryKeys asked) {
    List<List<Object>> rows = new ArrayList<>();
    there()
        .filter(
            name ->
                name.table().name().equals(asked.getTable())
                    && (!asked.hasDbSchema() || name.schema().equals(asked.getDbSchema()))
                    && (!asked.hasCatalog() || asked.getCatalog().equals(Reach.CATALOG)))
        .forEach(
            name -> {
              TableSpec table = name.table();
              for (int i = 0; i < table.key().size(); i++) {
                rows.add(
                    List.of(
                        Reach.CATALOG,
                        name.schema(),
                        table.name(),
                        table.key().get(i),
                        i + 1,
                        table.name() + "_key"));
              }
            });
    return rows;
  }

  private Stream<NamedTables.Name> there() {
    return Reach.PUBLISHED.present(new NamedTables(warehouse)).stream();
  }

  private static Predicate<String> pattern(boolean given, String pattern) {
    return given ? new LikePattern(pattern)::fits : any -> true;
  }

  /** The types that columns of tables and answers have. */
  List<List<Object>> types(CommandGetXdbcTypeInfo asked) {
    return Stream.of(
            type("BOOLEAN", Types.BOOLEAN, 1, null, null),
            type("BIGINT", Types.BIGINT, 19, null, 10),
            type("INTEGER", Types.INTEGER, 10, null, 10),
            type("DECIMAL", Types.DECIMAL, 38, null, 10),
            type("DOUBLE", Types.DOUBLE, 15, null, 10),
            type("VARCHAR", Types.VARCHAR, null, "'", null),
            type("DATE", Types.DATE, 10, "DATE '", null),
            type("TIMESTAMP", Types.TIMESTAMP, 26, "TIMESTAMP '", null))
        .filter(row -> !asked.hasDataType() || row.get(1).equals(asked.getDataType()))
        .toList();
  }

  private static List<Object> type(
      String name, int jdbc, Integer size, String prefix, Integer radix) {
    boolean number = radix != null;
    return Arrays.asList(
        name,
        jdbc,
        size,
        prefix,
        prefix == null ? null : "'",
        null,
        DatabaseMetaData.typeNullable,
        jdbc == Types.VARCHAR,
        DatabaseMetaData.typeSearchable,
        number ? false : null,
        false,
        false,
        name,
        number ? 0 : null,
        jdbc == Types.DECIMAL ? (Integer) 38 : number ? (Integer) 0 : null,
        jdbc,
        null,
        radix,
        null);
  }
}
