package org.cityeval.serve;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.cityeval.cli.output.Failures;
import org.cityeval.cli.session.Sessions;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.Slice;
import org.cityeval.warehouse.Warehouse;

/**
 * A warehouse that publishes three waves, and an endpoint over it, asked by the real driver:
 * flight-sql-jdbc-driver of the Arrow that Spark brings. It reads remarks, which 18.2.0 does not;
 * times with a zone it cannot read (apache/arrow-java#787), so none is sent.
 */
final class ServedWaves implements AutoCloseable {
  static final LocalDate AS_OF = LocalDate.of(2020, 4, 20);
  static final Limits WIDE = new Limits(1_000_000, Duration.ofSeconds(60));

  /** As they are written: the last ends after the data do. */
  static final List<Row> WAVES =
      List.of(
          wave("A", 1, "2020-03-01", "2020-03-10", "2020-04-02", 12.5, 3.25),
          wave("O'Hara `x` 区", 1, "2020-02-29", "2020-03-11", "2020-04-03", 1e9, 0.1),
          wave("O'Hara `x` 区", 2, "2020-04-10", "2020-04-19", null, null, -0.0));

  private final Warehouse warehouse;
  private final SqlEndpoint endpoint;
  private final boolean encrypted;

  private ServedWaves(Warehouse warehouse, Listening listening, Limits limits) {
    this.warehouse = warehouse;
    this.encrypted = listening.tls().isPresent();
    this.endpoint =
        new SqlEndpoint(
            warehouse,
            listening,
            limits,
            failure -> Optional.ofNullable(Failures.asProblem(failure, "w")),
            "test");
  }

  private static Row wave(
      String district, int no, String start, String peak, String end, Double size, double cases) {
    return RowFactory.create(
        "e",
        AS_OF,
        "c",
        district,
        no,
        "district",
        LocalDate.parse(start),
        LocalDate.parse(peak),
        end == null ? null : LocalDate.parse(end),
        size,
        cases,
        "ok");
  }

  /** Writes and publishes the waves. */
  static Warehouse publish(Path root) {
    SparkSession spark = Sessions.open("local[2]").spark();
    Warehouse warehouse = new Warehouse(spark, StoragePath.of(root));
    publish(warehouse, replace(warehouse, WAVES));
    return warehouse;
  }

  /** Writes other waves, and publishes nothing. */
  static long replace(Warehouse warehouse, List<Row> waves) {
    return warehouse
        .replace(
            WaveTable.SPEC,
            Slice.of("e", AS_OF),
            warehouse.rows(WaveTable.SPEC, waves),
            "run r attempt 1")
        .version();
  }

  static void publish(Warehouse warehouse, long version) {
    new Publications(warehouse.stored())
        .publish(
            warehouse,
            new Publication(
                "e",
                AS_OF,
                true,
                Map.of(WaveTable.SPEC.qualifiedName(), version),
                Map.of(),
                "h",
                "{}",
                "test"),
            "run r attempt 1");
  }

  static ServedWaves start(Warehouse warehouse) {
    return start(warehouse, WIDE);
  }

  static ServedWaves start(Warehouse warehouse, Limits limits) {
    return start(warehouse, limits, Optional.empty(), Optional.empty());
  }

  static ServedWaves start(
      Warehouse warehouse, Limits limits, Optional<Listening.Tls> tls, Optional<Login> login) {
    return new ServedWaves(warehouse, new Listening("127.0.0.1", 0, tls, login), limits);
  }

  Warehouse warehouse() {
    return warehouse;
  }

  /**
   * @param properties names and values of the driver's, in turn
   */
  Connection connect(String... properties) throws SQLException {
    Properties all = new Properties();
    for (int i = 0; i < properties.length; i += 2) {
      all.setProperty(properties[i], properties[i + 1]);
    }
    return DriverManager.getConnection(
        "jdbc:arrow-flight-sql://127.0.0.1:" + endpoint.port() + "/?useEncryption=" + encrypted,
        all);
  }

  int port() {
    return endpoint.port();
  }

  /** The rows of an answer, each cell as the driver's object. */
  static List<List<Object>> ask(Connection connection, String statement) throws SQLException {
    try (Statement asked = connection.createStatement();
        ResultSet rows = asked.executeQuery(statement)) {
      return cells(rows);
    }
  }

  static List<List<Object>> cells(ResultSet rows) throws SQLException {
    List<List<Object>> all = new ArrayList<>();
    while (rows.next()) {
      List<Object> row = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        row.add(rows.getObject(i));
      }
      all.add(row);
    }
    return all;
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
