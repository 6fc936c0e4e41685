package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Types;
import java.util.List;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.sql.FlightSqlProducer.Schemas;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetCatalogs;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetCrossReference;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetDbSchemas;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetExportedKeys;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetImportedKeys;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetPrimaryKeys;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetSqlInfo;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetTables;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetXdbcTypeInfo;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlInfo;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a tool asks for its tree, by the columns that the protocol expects. */
@ExtendWith(SparkExtension.class)
class EndpointProducerTreeTest {
  @TempDir private static Path folder;
  private static LocalEndpoint endpoint;
  private static EndpointProducer producer;

  @BeforeAll
  static void publish(SparkSession spark) {
    endpoint = new LocalEndpoint(spark, folder.resolve("w"));
    producer = endpoint.producer();
  }

  @AfterAll
  static void close() {
    endpoint.close();
  }

  @Test
  void theTreeIsSentByTheColumnsOfTheProtocol() {
    SentRows catalogs = new SentRows();
    producer.getStreamCatalogs(null, catalogs);
    assertThat(catalogs.schema()).isEqualTo(Schemas.GET_CATALOGS_SCHEMA);
    assertThat(catalogs.rows()).containsExactly(List.of("cityeval"));

    SentRows schemas = new SentRows();
    producer.getStreamSchemas(CommandGetDbSchemas.getDefaultInstance(), null, schemas);
    assertThat(schemas.schema()).isEqualTo(Schemas.GET_SCHEMAS_SCHEMA);
    assertThat(schemas.rows()).containsExactly(List.of("cityeval", "current"));

    SentRows types = new SentRows();
    producer.getStreamTableTypes(null, types);
    assertThat(types.schema()).isEqualTo(Schemas.GET_TABLE_TYPES_SCHEMA);
    assertThat(types.rows()).containsExactly(List.of("TABLE"));

    SentRows keys = new SentRows();
    producer.getStreamPrimaryKeys(
        CommandGetPrimaryKeys.newBuilder().setTable("dim_city").build(), null, keys);
    assertThat(keys.schema()).isEqualTo(Schemas.GET_PRIMARY_KEYS_SCHEMA);
    assertThat(keys.rows())
        .extracting(row -> row.get(3))
        .containsExactly("evaluation_id", "as_of", "city_id");
  }

  @Test
  void tablesAreSentWithTheirColumnsWhereThoseAreAskedFor() {
    SentRows without = new SentRows();
    producer.getStreamTables(CommandGetTables.getDefaultInstance(), null, without);
    assertThat(without.schema()).isEqualTo(Schemas.GET_TABLES_SCHEMA_NO_SCHEMA);
    assertThat(without.rows()).containsExactly(List.of("cityeval", "current", "dim_city", "TABLE"));

    SentRows with = new SentRows();
    producer.getStreamTables(
        CommandGetTables.newBuilder().setIncludeSchema(true).build(), null, with);
    assertThat(with.schema()).isEqualTo(Schemas.GET_TABLES_SCHEMA);
    assertThat((byte[]) with.rows().get(0).get(4)).isNotEmpty();
  }

  @Test
  void noTableRefersToAnother() {
    SentRows imported = new SentRows();
    producer.getStreamImportedKeys(CommandGetImportedKeys.getDefaultInstance(), null, imported);
    SentRows exported = new SentRows();
    producer.getStreamExportedKeys(CommandGetExportedKeys.getDefaultInstance(), null, exported);
    SentRows crossed = new SentRows();
    producer.getStreamCrossReference(CommandGetCrossReference.getDefaultInstance(), null, crossed);

    assertThat(imported.schema()).isEqualTo(Schemas.GET_IMPORTED_KEYS_SCHEMA);
    assertThat(exported.schema()).isEqualTo(Schemas.GET_EXPORTED_KEYS_SCHEMA);
    assertThat(crossed.schema()).isEqualTo(Schemas.GET_CROSS_REFERENCE_SCHEMA);
    for (SentRows none : List.of(imported, exported, crossed)) {
      assertThat(none.rows()).isEmpty();
      assertThat(none.ends()).isEqualTo(1);
    }
  }

  @Test
  void typesAndTheLanguageAreTold() {
    SentRows types = new SentRows();
    producer.getStreamTypeInfo(
        CommandGetXdbcTypeInfo.newBuilder().setDataType(Types.DATE).build(), null, types);
    assertThat(types.schema()).isEqualTo(Schemas.GET_TYPE_INFO_SCHEMA);
    assertThat(types.rows()).extracting(row -> row.get(0)).containsExactly("DATE");

    SentRows language = new SentRows();
    producer.getStreamSqlInfo(
        CommandGetSqlInfo.newBuilder().addInfo(SqlInfo.FLIGHT_SQL_SERVER_VERSION_VALUE).build(),
        null,
        language);
    assertThat(language.rows()).hasSize(1);
    assertThat(language.rows().get(0).get(1)).hasToString("7.8");
  }

  @Test
  void aCallOfTheTreeIsAnsweredWhereItIsAsked() {
    FlightInfo info =
        producer.getFlightInfoCatalogs(
            CommandGetCatalogs.getDefaultInstance(), null, LocalEndpoint.DESCRIPTOR);

    assertThat(info.getSchemaOptional()).contains(Schemas.GET_CATALOGS_SCHEMA);
    assertThat(info.getEndpoints()).hasSize(1);
    assertThat(info.getEndpoints().get(0).getLocations()).isEmpty();
  }
}
