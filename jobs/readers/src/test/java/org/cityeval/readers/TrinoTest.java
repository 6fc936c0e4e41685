package org.cityeval.readers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.cityeval.readers.TwoPublications.Asked;
import org.cityeval.table.Tables;
import org.cityeval.table.spec.TableSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server of Trino, by the very statements of the README. */
@Tag("trino")
class TrinoTest {
  private static final int SECONDS_TO_START = 180;

  private static Process server;
  private static Connection connection;

  @BeforeAll
  static void start() throws Exception {
    Path folder = Files.createDirectories(TwoPublications.FOLDER.resolve("trino"));
    Path catalogs = Files.createDirectories(folder.resolve("etc/catalog"));
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path home = Path.of(System.getProperty("trino.home"));
    // Of its sixty plugins one: it starts sooner.
    Path plugins = Files.createDirectories(folder.resolve("plugin"));
    Files.createSymbolicLink(
        plugins.resolve("delta-lake"), home.resolve("plugin/delta-lake").toAbsolutePath());
    Files.writeString(
        folder.resolve("etc/config.properties"),
        """
        coordinator=true
        node-scheduler.include-coordinator=true
        node.bind-ip=127.0.0.1
        node.internal-address=127.0.0.1
        http-server.http.port=%d
        discovery.uri=http://127.0.0.1:%d
        plugin.dir=%s
        query.max-memory=300MB
        query.max-memory-per-node=200MB
        """
            .formatted(port, port, plugins));
    Files.writeString(
        catalogs.resolve("delta.properties"),
        """
        connector.name=delta_lake
        hive.metastore=file
        hive.metastore.catalog.dir=local:///metastore
        fs.native-local.enabled=true
        local.location=%s
        delta.register-table-procedure.enabled=true
        """
            .formatted(TwoPublications.FOLDER));
    Path told = folder.resolve("trino.log");
    server =
        new ProcessBuilder(
                System.getProperty("trino.java"),
                "-Xmx1500m",
                "-XX:+UseSerialGC",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dnode.environment=readers",
                "-Dnode.id=one",
                "-Dnode.data-dir=" + folder.resolve("data"),
                "-Dconfig=etc/config.properties",
                "-cp",
                home.resolve("lib") + "/*",
                "io.trino.server.TrinoServer")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(told.toFile())
            .start();
    connection =
        DriverManager.getConnection("jdbc:trino://127.0.0.1:" + port, "readers", (String) null);
    awaitStart(told);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA delta.gold WITH (location = 'local:///schemas/gold')");
      for (TableSpec table : Tables.PUBLISHED) {
        statement.execute(statements(table).get(0));
      }
    }
  }

  private static void awaitStart(Path told) throws IOException, InterruptedException {
    for (int second = 0; second < SECONDS_TO_START && server.isAlive(); second++) {
      try (Statement statement = connection.createStatement();
          ResultSet one = statement.executeQuery("SELECT 1")) {
        one.next();
        return;
      } catch (SQLException notYet) {
        Thread.sleep(1000);
      }
    }
    throw new AssertionError(Files.readString(told, UTF_8));
  }

  @AfterAll
  static void stop() throws Exception {
    if (connection != null) {
      connection.close();
    }
    if (server != null) {
      server.destroy();
      server.waitFor();
    }
  }

  /** The two of the README. */
  private static List<String> statements(TableSpec table) throws IOException {
    List<String> both =
        TwoPublications.statements(
            TwoPublications.block("../../README.md", "FOR VERSION AS OF")
                .replace("hdfs:///cityeval", "local:///warehouse")
                .replace("rank_interval", table.name()));
    assertThat(both).hasSize(2);
    return both;
  }

  @ParameterizedTest
  @MethodSource("org.cityeval.readers.TwoPublications#tables")
  void readsTheVersionThatTheManifestNames(Asked asked) throws Exception {
    String query =
        statements(asked.table()).get(1).replaceAll("AS OF \\d+", "AS OF " + asked.version());
    List<String> read;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      read = Rows.of(asked.table(), rows);
    }
    assertThat(read).isEqualTo(asked.expected());
  }
}
