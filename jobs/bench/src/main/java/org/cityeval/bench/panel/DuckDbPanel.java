package org.cityeval.bench.panel;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cityeval.bench.DuckDbScript;

/** The panel of the counties by DuckDB, in this process and in memory. */
final class DuckDbPanel implements AutoCloseable {
  /** Columns that the script gives as they were observed: equal on every day. */
  static final List<String> OBSERVED =
      List.of(
          "new_cases",
          "mobility_distance_change",
          "enterprise_open_change",
          "enterprise_revenue_change",
          "enterprise_spending_change",
          "mobility_change",
          "mobility_smoothed",
          "enterprise_change",
          "enterprise_smoothed");

  /**
   * Columns made of cases as they were reported. The pipeline leaves backlogs out and shares
   * opposite steps, so a week that holds such a day is not compared.
   */
  static final List<String> OF_CASES = List.of("new_cases_smoothed", "incidence");

  /** Means are rounded once by the pipeline, after each step by DuckDB: parts of the value. */
  private static final double TOLERANCE = 1e-12;

  private static final String COMPARED =
      """
      CREATE TABLE pipeline AS
        SELECT *, coalesce(max(cases_flag IS NOT NULL AND cases_flag <> 'fall') OVER (
            PARTITION BY district_id ORDER BY date ROWS BETWEEN 6 PRECEDING AND CURRENT ROW), false) AS adjusted
        FROM read_parquet('%s/silver/district_day/**/*.parquet', hive_partitioning = false)
        WHERE level = 'district';
      CREATE TABLE beside AS
        SELECT p.district_id IS NULL AS is_missing, d.district_id IS NULL AS is_further, p.adjusted,
               COLUMNS(d.* EXCLUDE (district_id, date)) AS "duck_\\0", COLUMNS(p.*) AS "\\0"
        FROM district_day d
        FULL JOIN (SELECT * FROM pipeline WHERE date >= (SELECT min(date) FROM district_day)) p USING (district_id, date)
      """;

  private final Connection connection;

  DuckDbPanel(int cores) throws SQLException {
    this.connection = DriverManager.getConnection("jdbc:duckdb:");
    execute("SET threads = " + cores);
  }

  /** Reads the lake and makes the table {@code district_day}. */
  void make(Path lake) throws SQLException, IOException {
    execute(DuckDbScript.of(DuckDbPanel.class, "county-panel.sql", Map.of("lake", lake)));
  }

  /** Writes the table as a file, as the pipeline does. */
  void write(Path parquet) throws SQLException {
    execute(
        "COPY district_day TO '" + parquet.toString().replace("'", "''") + "' (FORMAT parquet)");
  }

  /**
   * Sets the table beside the one that a run left in a new warehouse, where no file is of an older
   * version.
   */
  List<Agreement> compare(Path warehouse) throws SQLException {
    execute(COMPARED.formatted(warehouse.toString().replace("'", "''")));
    List<Agreement> columns = new ArrayList<>();
    for (String column : OBSERVED) {
      columns.add(agreement(column, "true"));
    }
    for (String column : OF_CASES) {
      columns.add(agreement(column, "NOT adjusted"));
    }
    return columns;
  }

  private Agreement agreement(String column, String where) throws SQLException {
    String query =
        """
        SELECT count(*), count("%1$s"),
               count(*) FILTER (is_missing OR is_further OR ("%1$s" IS NULL) <> ("duck_%1$s" IS NULL)
                   OR abs("%1$s" - "duck_%1$s") > %2$s * greatest(1, abs("duck_%1$s"))),
               coalesce(max(abs("%1$s" - "duck_%1$s") / greatest(1, abs("duck_%1$s"))), 0)
        FROM beside WHERE is_missing OR is_further OR %3$s
        """
            .formatted(column, TOLERANCE, where);
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      found.next();
      return new Agreement(
          column, found.getLong(1), found.getLong(2), found.getLong(3), found.getDouble(4));
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
