package org.cityeval.bi;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.spec.TableSpec;

/** Statements that make the Delta tables known to an engine; descriptions are in the tables. */
final class RegisterSql {
  private static final String SCHEMA = "cityeval_gold";

  private RegisterSql() {}

  static List<KitFile> files(String location) {
    if (location.matches("(?s).*['\\\\\\p{Cntrl}].*")) {
      throw new UserProblem(
          "A path with a quote, a backslash or a line break cannot be put into SQL.",
          "It is " + location + ".",
          "Name another --warehouse.");
    }
    return List.of(
        new KitFile(
            "sql/trino.sql",
            script(
                "Trino, in a catalog named delta of the connector delta_lake with"
                    + " delta.register-table-procedure.enabled=true",
                "CREATE SCHEMA IF NOT EXISTS delta." + SCHEMA,
                table ->
                    String.format(
                            Locale.ROOT,
                            "CALL delta.system.register_table(schema_name => '%s', table_name => '%s',",
                            SCHEMA,
                            table.name())
                        + String.format(
                            Locale.ROOT, " table_location => '%s')", place(location, table)))),
        new KitFile(
            "sql/athena.sql",
            script(
                "Athena, engine version 3, one statement at a time; it reads the newest version",
                "CREATE DATABASE IF NOT EXISTS " + SCHEMA,
                table ->
                    String.format(
                        Locale.ROOT,
                        "CREATE EXTERNAL TABLE %s.%s LOCATION '%s/' TBLPROPERTIES ('table_type' = 'DELTA')",
                        SCHEMA,
                        table.name(),
                        place(location.replaceFirst("^s3[an]:", "s3:"), table)))),
        new KitFile(
            "sql/databricks.sql",
            script(
                "Databricks; the location must be one that it may read",
                "CREATE SCHEMA IF NOT EXISTS " + SCHEMA,
                table ->
                    String.format(
                        Locale.ROOT,
                        "CREATE TABLE IF NOT EXISTS %s.%s USING DELTA LOCATION '%s'",
                        SCHEMA,
                        table.name(),
                        place(location, table)))));
  }

  private static String place(String location, TableSpec table) {
    return location + "/" + table.schema() + "/" + table.name();
  }

  private static String script(String engine, String begin, Function<TableSpec, String> statement) {
    StringBuilder script = new StringBuilder("-- " + engine + ".\n");
    script.append(
        "-- The tables hold every vintage and follow each run: filter by evaluation_id\n");
    script.append("-- and as_of, or register a release, which holds one publication.\n");
    script.append(begin).append(";\n");
    BiKit.TABLES.forEach(
        table ->
            script
                .append("-- ")
                .append(table.grain())
                .append('\n')
                .append(statement.apply(table))
                .append(";\n"));
    return script.toString();
  }
}
