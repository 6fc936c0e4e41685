package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flight.sql.FlightSqlProducer;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetDbSchemas;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetPrimaryKeys;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetTables;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetXdbcTypeInfo;
import org.apache.arrow.vector.ipc.ReadChannel;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DateTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.testing.PublishedFew;
import org.cityeval.warehouse.Warehouse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedCatalogTest {
  @TempDir private static Path folder;

  /** Publishes cities, districts and waves; days are written, and not published. */
  private static PublishedCatalog catalog;

  @BeforeAll
  static void publish() {
    PublishedFew few =
        new PublishedFew(folder.resolve("w"))
            .write(WaveTable.SPEC)
            .write(DistrictTable.SPEC)
            .write(CityTable.SPEC);
    few.publish("tiny", "{}");
    few.write(DateTable.SPEC);
    catalog = catalogOf(few);
  }

  private static PublishedCatalog catalogOf(PublishedFew few) {
    return new PublishedCatalog(
        new Warehouse(
            () -> {
              throw new IllegalStateException("No session is to be started here");
            },
            few.tables()));
  }

  private static List<Object> names(CommandGetTables.Builder asked) {
    return catalog.tables(asked.build()).stream().map(row -> row.get(2)).toList();
  }

  @Test
  void oneCatalogueHoldsOneSchemaOfOneKindOfTable() {
    assertThat(catalog.catalogs()).containsExactly(List.of("cityeval"));
    assertThat(catalog.tableTypes()).containsExactly(List.of("TABLE"));
    assertThat(catalog.schemas(CommandGetDbSchemas.getDefaultInstance()))
        .containsExactly(List.of("cityeval", "current"));
  }

  @Test
  void schemasAreFoundByCatalogueAndPattern() {
    CommandGetDbSchemas.Builder asked = CommandGetDbSchemas.newBuilder();

    assertThat(catalog.schemas(asked.setCatalog("cityeval").build())).hasSize(1);
    assertThat(catalog.schemas(asked.setDbSchemaFilterPattern("c_rr%").build())).hasSize(1);
    assertThat(catalog.schemas(asked.setDbSchemaFilterPattern("gold").build())).isEmpty();
    asked.setDbSchemaFilterPattern("%");
    assertThat(catalog.schemas(asked.setCatalog("").build())).isEmpty();
    assertThat(catalog.schemas(asked.setCatalog("other").build())).isEmpty();
  }

  @Test
  void tablesThatArePublishedStandInTheOrderOfTheirNames() {
    assertThat(catalog.tables(CommandGetTables.getDefaultInstance()))
        .containsExactly(
            List.of("cityeval", "current", "dim_city", "TABLE"),
            List.of("cityeval", "current", "dim_district", "TABLE"),
            List.of("cityeval", "current", "wave", "TABLE"));
  }

  @Test
  void tablesAreFoundByCataloguePatternsAndType() {
    assertThat(names(CommandGetTables.newBuilder().setCatalog("cityeval"))).hasSize(3);
    assertThat(names(CommandGetTables.newBuilder().setCatalog("other"))).isEmpty();
    assertThat(names(CommandGetTables.newBuilder().setTableNameFilterPattern("dim%y")))
        .containsExactly("dim_city");
    assertThat(names(CommandGetTables.newBuilder().setDbSchemaFilterPattern("current"))).hasSize(3);
    assertThat(names(CommandGetTables.newBuilder().setDbSchemaFilterPattern("gold"))).isEmpty();
    assertThat(names(CommandGetTables.newBuilder().addTableTypes("VIEW"))).isEmpty();
    assertThat(names(CommandGetTables.newBuilder().addTableTypes("VIEW").addTableTypes("TABLE")))
        .hasSize(3);
  }

  @Test
  void columnsAreSentWhereTheyAreAskedFor() throws IOException {
    List<Object> row =
        catalog
            .tables(
                CommandGetTables.newBuilder()
                    .setTableNameFilterPattern("wave")
                    .setIncludeSchema(true)
                    .build())
            .get(0);

    Schema sent =
        MessageSerializer.deserializeSchema(
            new ReadChannel(Channels.newChannel(new ByteArrayInputStream((byte[]) row.get(4)))));
    assertThat(sent.getFields())
        .extracting(Field::getName)
        .containsExactly(WaveTable.SPEC.columnNames());
  }

  @Test
  void aKeyIsItsColumnsInTheirOrder() {
    CommandGetPrimaryKeys.Builder asked = CommandGetPrimaryKeys.newBuilder().setTable("dim_city");

    assertThat(catalog.primaryKeys(asked.build()))
        .containsExactly(
            List.of("cityeval", "current", "dim_city", "evaluation_id", 1, "dim_city_key"),
            List.of("cityeval", "current", "dim_city", "as_of", 2, "dim_city_key"),
            List.of("cityeval", "current", "dim_city", "city_id", 3, "dim_city_key"));
    assertThat(catalog.primaryKeys(asked.setDbSchema("current").build())).hasSize(3);
    assertThat(catalog.primaryKeys(asked.setCatalog("cityeval").build())).hasSize(3);
    assertThat(catalog.primaryKeys(asked.setCatalog("other").build())).isEmpty();
    assertThat(catalog.primaryKeys(asked.clearCatalog().setDbSchema("gold").build())).isEmpty();
  }

  /** A name here is no pattern. */
  @Test
  void noKeyIsKnownOfATableThatIsNotPublished() {
    for (String table : List.of("dim_date", "dim%", "")) {
      assertThat(catalog.primaryKeys(CommandGetPrimaryKeys.newBuilder().setTable(table).build()))
          .isEmpty();
    }
  }

  @Test
  void anEmptyWarehouseHasASchemaWithoutTables(@TempDir Path other) {
    PublishedCatalog empty = catalogOf(new PublishedFew(other));

    assertThat(empty.schemas(CommandGetDbSchemas.getDefaultInstance())).hasSize(1);
    assertThat(empty.tables(CommandGetTables.getDefaultInstance())).isEmpty();
    assertThat(empty.primaryKeys(CommandGetPrimaryKeys.newBuilder().setTable("wave").build()))
        .isEmpty();
  }

  /** One cell of a type, by the name of the protocol's column. */
  private static Object cell(List<Object> row, String column) {
    return row.get(
        FlightSqlProducer.Schemas.GET_TYPE_INFO_SCHEMA.getFields().stream()
            .map(Field::getName)
            .toList()
            .indexOf(column));
  }

  /** By the reference of java.sql.DatabaseMetaData.getTypeInfo. */
  @Test
  void typesSayWhatTheReferenceAsksOfThem() {
    List<List<Object>> types = catalog.types(CommandGetXdbcTypeInfo.getDefaultInstance());
    Map<String, Integer> radix = Map.of("BIGINT", 10, "INTEGER", 10, "DECIMAL", 10, "DOUBLE", 10);

    assertThat(types)
        .extracting(row -> cell(row, "type_name"))
        .containsExactly(
            "BOOLEAN", "BIGINT", "INTEGER", "DECIMAL", "DOUBLE", "VARCHAR", "DATE", "TIMESTAMP");
    assertThat(types)
        .extracting(row -> cell(row, "data_type"))
        .containsExactly(
            Types.BOOLEAN,
            Types.BIGINT,
            Types.INTEGER,
            Types.DECIMAL,
            Types.DOUBLE,
            Types.VARCHAR,
            Types.DATE,
            Types.TIMESTAMP);
    // Digits of 2^63 and 2^31; characters of 2020-01-01 and 2020-01-01 00:00:00.000000.
    assertThat(types)
        .extracting(row -> cell(row, "column_size"))
        .containsExactly(1, 19, 10, 38, 15, null, 10, 26);
    assertThat(types)
        .allSatisfy(
            row -> {
              String name = (String) cell(row, "type_name");
              boolean isNumber = radix.containsKey(name);
              assertThat(row)
                  .hasSameSizeAs(FlightSqlProducer.Schemas.GET_TYPE_INFO_SCHEMA.getFields());
              assertThat(cell(row, "num_prec_radix")).isEqualTo(radix.get(name));
              assertThat(cell(row, "nullable")).isEqualTo(DatabaseMetaData.typeNullable);
              assertThat(cell(row, "searchable")).isEqualTo(DatabaseMetaData.typeSearchable);
              assertThat(cell(row, "case_sensitive")).isEqualTo(name.equals("VARCHAR"));
              assertThat(cell(row, "unsigned_attribute")).isEqualTo(isNumber ? false : null);
              assertThat(cell(row, "minimum_scale")).isEqualTo(isNumber ? 0 : null);
              assertThat(cell(row, "maximum_scale"))
                  .isEqualTo(name.equals("DECIMAL") ? (Integer) 38 : isNumber ? 0 : null);
              assertThat(cell(row, "sql_data_type")).isEqualTo(cell(row, "data_type"));
            });
  }

  @Test
  void aLiteralStandsBetweenItsPrefixAndItsSuffix() {
    assertThat(catalog.types(CommandGetXdbcTypeInfo.getDefaultInstance()))
        .extracting(row -> Arrays.asList(cell(row, "literal_prefix"), cell(row, "literal_suffix")))
        .containsExactly(
            Arrays.asList(null, null),
            Arrays.asList(null, null),
            Arrays.asList(null, null),
            Arrays.asList(null, null),
            Arrays.asList(null, null),
            List.of("'", "'"),
            List.of("DATE '", "'"),
            List.of("TIMESTAMP '", "'"));
  }

  @Test
  void oneTypeIsFoundByItsNumber() {
    CommandGetXdbcTypeInfo.Builder asked = CommandGetXdbcTypeInfo.newBuilder();

    assertThat(catalog.types(asked.setDataType(Types.DATE).build()))
        .extracting(row -> row.get(0))
        .containsExactly("DATE");
    assertThat(catalog.types(asked.setDataType(Types.BLOB).build())).isEmpty();
  }
}
