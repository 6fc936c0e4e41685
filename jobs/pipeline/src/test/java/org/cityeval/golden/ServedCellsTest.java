package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.cityeval.serve.Limits;
import org.cityeval.serve.Listening;
import org.cityeval.serve.SqlEndpoint;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.cityeval.warehouse.Warehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every published cell is the same by JDBC, as a BI tool gets it from {@code cityeval serve}. */
@ExtendWith(SparkExtension.class)
class ServedCellsTest {

  @Test
  void byJdbc(SparkSession spark) throws SQLException {
    try (SqlEndpoint endpoint =
            new SqlEndpoint(
                new Warehouse(spark, StoragePath.of(Riverton.warehouse())),
                new Listening("127.0.0.1", 0, Optional.empty(), Optional.empty()),
                new Limits(1_000_000, Duration.ofMinutes(5)),
                failure -> Optional.empty(),
                "test");
        Connection connection =
            DriverManager.getConnection(
                "jdbc:arrow-flight-sql://127.0.0.1:" + endpoint.port() + "/?useEncryption=false");
        Statement statement = connection.createStatement()) {
      assertThat(PublishedCells.hashes(table -> rows(table, statement)))
          .isEqualTo(PublishedCells.hashes(spark));
    }
  }

  private static List<List<String>> rows(TableSpec table, Statement statement) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (ResultSet read = statement.executeQuery("select * from current." + table.name())) {
      while (read.next()) {
        List<String> cells = new ArrayList<>();
        for (String column : table.columnNames()) {
          Object cell = read.getObject(column);
          cells.add(PublishedCells.cell(cell instanceof Date day ? day.toLocalDate() : cell));
        }
        rows.add(cells);
      }
    }
    return rows;
  }
}
