package org.cityeval.bench.events;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * DuckDB in this process, over the same files; days by integer arithmetic, the fastest way. Its
 * avg() is off by the last digit in a few cells of 36,000, hence quotients of exact sums.
 */
final class DuckDbContender implements Contender {
  private static final String DAY = "(epoch_us(started_at) + 28800000000) // 86400000000";

  static final String ONE_STEP =
      """
      SELECT district, %s AS day, count(*) AS trips, count(DISTINCT device) AS devices,
             sum(meters)::DOUBLE AS meters, sum(meters)::DOUBLE / count(*) AS mean_meters,
             count(*) FILTER (paid_by_card)::DOUBLE / count(*) AS by_card
      FROM read_parquet('%s') GROUP BY ALL
      """;

  static final String TWO_STEPS =
      """
      SELECT district, day, sum(n)::BIGINT, count(*), sum(m)::DOUBLE, sum(m)::DOUBLE / sum(n)::DOUBLE,
             sum(c)::DOUBLE / sum(n)::DOUBLE
      FROM (SELECT district, %s AS day, device, count(*) AS n, sum(meters) AS m,
                   count(*) FILTER (paid_by_card) AS c
            FROM read_parquet('%s') GROUP BY ALL)
      GROUP BY ALL
      """;

  private final Connection connection;
  private final Path lake;
  private final String query;

  DuckDbContender(int cores, Path lake, String query) throws SQLException {
    this.connection = DriverManager.getConnection("jdbc:duckdb:");
    this.lake = lake;
    this.query = query;
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + cores);
      statement.execute("SET preserve_insertion_order = false");
    }
  }

  @Override
  public List<DistrictDay> answer() throws SQLException {
    List<DistrictDay> answer = new ArrayList<>();
    String files = lake.resolve(EventLake.TRIPS).resolve("*.parquet").toString();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(String.format(Locale.ROOT, query, DAY, files))) {
      while (rows.next()) {
        answer.add(
            new DistrictDay(
                rows.getInt(1),
                LocalDate.ofEpochDay(rows.getLong(2)).toString(),
                rows.getLong(3),
                rows.getLong(4),
                rows.getDouble(5),
                rows.getDouble(6),
                rows.getDouble(7)));
      }
    }
    return answer;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
