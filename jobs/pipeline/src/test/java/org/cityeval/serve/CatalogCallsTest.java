package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.sql.FlightSqlClient;
import org.apache.arrow.memory.RootAllocator;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a tool shows in its tree before anyone asks for rows. */
@ExtendWith(SparkExtension.class)
class CatalogCallsTest {
  @TempDir private static Path folder;
  private static ServedWaves served;
  private static Connection connection;
  private static DatabaseMetaData metadata;

  @BeforeAll
  static void connect() throws SQLException {
    served = ServedWaves.start(ServedWaves.publish(folder.resolve("w")));
    connection = served.connect();
    metadata = connection.getMetaData();
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    served.close();
  }

  /** The named columns of an answer. */
  private static List<List<Object>> columns(ResultSet answer, String... names) throws SQLException {
    List<List<Object>> all = new ArrayList<>();
    try (answer) {
      while (answer.next()) {
        List<Object> row = new ArrayList<>();
        for (String name : names) {
          row.add(answer.getObject(name));
        }
        all.add(row);
      }
    }
    return all;
  }

  @Test
  void oneCatalogHoldsOneSchemaWithTheTablesThatArePublished() throws SQLException {
    assertThat(columns(metadata.getCatalogs(), "TABLE_CAT")).containsExactly(List.of("cityeval"));
    assertThat(columns(metadata.getSchemas(), "TABLE_CATALOG", "TABLE_SCHEM"))
        .containsExactly(List.of("cityeval", "current"));
    assertThat(columns(metadata.getSchemas("other", null), "TABLE_SCHEM")).isEmpty();
    assertThat(columns(metadata.getSchemas(null, "g%"), "TABLE_SCHEM")).isEmpty();
    assertThat(columns(metadata.getTableTypes(), "TABLE_TYPE")).containsExactly(List.of("TABLE"));
    assertThat(
            columns(
                metadata.getTables(null, null, "%", null),
                "TABLE_CAT",
                "TABLE_SCHEM",
                "TABLE_NAME",
                "TABLE_TYPE"))
        .containsExactly(List.of("cityeval", "current", "wave", "TABLE"));
  }

  @Test
  void tablesAreFoundByCatalogPatternAndType() throws SQLException {
    String[] views = {"VIEW"};

    assertThat(columns(metadata.getTables("cityeval", "cur%", "WA_E", null), "TABLE_NAME"))
        .containsExactly(List.of("wave"));
    assertThat(columns(metadata.getTables(null, null, "wa\\_e", null), "TABLE_NAME")).isEmpty();
    assertThat(columns(metadata.getTables("gold", null, "%", null), "TABLE_NAME")).isEmpty();
    assertThat(columns(metadata.getTables(null, null, "%", views), "TABLE_NAME")).isEmpty();
  }

  /** Delta's own reader knows the columns and what is said of them, too. */
  @Test
  void columnsHaveTheirTypesAndRemarks(SparkSession spark) throws SQLException {
    List<List<Object>> expected = new ArrayList<>();
    for (StructField field :
        spark
            .read()
            .format("delta")
            .load(folder.resolve("w/gold/wave").toString())
            .schema()
            .fields()) {
      int type =
          switch (field.dataType().typeName()) {
            case "string" -> Types.VARCHAR;
            case "date" -> Types.DATE;
            case "integer" -> Types.INTEGER;
            case "double" -> Types.DOUBLE;
            default -> throw new IllegalStateException(field.toString());
          };
      expected.add(Arrays.asList(field.name(), type, field.getComment().get()));
    }

    assertThat(
            columns(
                metadata.getColumns("cityeval", "current", "wave", null),
                "COLUMN_NAME",
                "DATA_TYPE",
                "REMARKS"))
        .hasSize(12)
        .isEqualTo(expected)
        .contains(List.of("end_date", Types.DATE, "Last day of the wave."));
    assertThat(
            columns(metadata.getColumns(null, null, "wave", "%_id"), "COLUMN_NAME", "IS_NULLABLE"))
        .containsExactly(
            List.of("evaluation_id", "NO"), List.of("city_id", "NO"), List.of("district_id", "NO"));
  }

  @Test
  void keysAreTheTablesAndNothingRefersToAnother() throws SQLException {
    assertThat(
            columns(
                metadata.getPrimaryKeys("cityeval", "current", "wave"), "COLUMN_NAME", "KEY_SEQ"))
        .containsExactly(
            List.of("evaluation_id", 1),
            List.of("as_of", 2),
            List.of("city_id", 3),
            List.of("district_id", 4),
            List.of("wave_no", 5),
            List.of("level", 6));
    assertThat(columns(metadata.getPrimaryKeys(null, "current", "other"), "KEY_SEQ")).isEmpty();
    assertThat(columns(metadata.getImportedKeys(null, "current", "wave"), "KEY_SEQ")).isEmpty();
    assertThat(columns(metadata.getExportedKeys(null, "current", "wave"), "KEY_SEQ")).isEmpty();
    assertThat(
            columns(metadata.getCrossReference(null, null, "wave", null, null, "wave"), "KEY_SEQ"))
        .isEmpty();
  }

  @Test
  void theLanguageIsTold() throws SQLException {
    assertThat(metadata.getDatabaseProductName()).isEqualTo("CityEval");
    assertThat(metadata.isReadOnly()).isTrue();
    assertThat(metadata.getIdentifierQuoteString()).isEqualTo("`");
    assertThat(metadata.supportsTransactions()).isFalse();
    assertThat(metadata.getSearchStringEscape()).isEqualTo("\\");
  }

  /** The driver does not ask; other clients of the protocol do. */
  @Test
  @SuppressWarnings("try") // Closing may be interrupted.
  void typesAreListed() throws Exception {
    try (RootAllocator allocator = new RootAllocator();
        FlightSqlClient client =
            new FlightSqlClient(
                FlightClient.builder(
                        allocator, Location.forGrpcInsecure("127.0.0.1", served.port()))
                    .build())) {
      assertThat(types(client, client.getXdbcTypeInfo().getEndpoints().get(0).getTicket()))
          .containsExactly(
              "BOOLEAN", "BIGINT", "INTEGER", "DECIMAL", "DOUBLE", "VARCHAR", "DATE", "TIMESTAMP");
      assertThat(
              types(client, client.getXdbcTypeInfo(Types.DATE).getEndpoints().get(0).getTicket()))
          .containsExactly("DATE");
    }
  }

  @SuppressWarnings("try") // Closing may be interrupted.
  private static List<String> types(FlightSqlClient client, org.apache.arrow.flight.Ticket ticket)
      throws Exception {
    List<String> names = new ArrayList<>();
    try (FlightStream stream = client.getStream(ticket)) {
      while (stream.next()) {
        for (int i = 0; i < stream.getRoot().getRowCount(); i++) {
          names.add(stream.getRoot().getVector("type_name").getObject(i).toString());
        }
      }
    }
    return names;
  }
}
