package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.Tables;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.table.silver.ServiceRequestTable;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader of the tables may rely on, looked up in the tables themselves after a run. */
@ExtendWith(SparkExtension.class)
class WarehouseContractTest {

  private static Stream<TableSpec> tables() {
    return Tables.ALL.stream();
  }

  private static String path(TableSpec table) {
    return TinyLake.published().warehouse().toAbsolutePath()
        + "/"
        + table.schema()
        + "/"
        + table.name();
  }

  private static Dataset<Row> rows(SparkSession spark, TableSpec table) {
    return spark.read().format("delta").load(path(table));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyReaderOfDeltaOpensTheTable(TableSpec table, SparkSession spark) {
    Row detail = spark.sql("describe detail delta.`" + path(table) + "`").head();

    assertThat(detail.<Integer>getAs("minReaderVersion")).isEqualTo(1);
    assertThat(detail.<Integer>getAs("minWriterVersion"))
        .isEqualTo(table.checks().isEmpty() ? 2 : 3);
    assertThat(detail.getJavaMap(detail.fieldIndex("properties")).toString())
        .doesNotContain("enableDeletionVectors=true", "columnMapping.mode=name");
    assertThat(detail.<String>getAs("description")).isEqualTo(table.grain()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void filesTellHowManyRowsAndWhichKeysTheyHold(TableSpec table, SparkSession spark)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> statistics = new ArrayList<>();
    File log = new File(path(table), "_delta_log");
    for (File commit : log.listFiles((folder, name) -> name.endsWith(".json"))) {
      for (String action : Files.readAllLines(commit.toPath())) {
        JsonNode added = json.readTree(action).path("add").path("stats");
        if (!added.isMissingNode()) {
          statistics.add(json.readTree(added.textValue()));
        }
      }
    }
    List<String> measured =
        table.key().stream()
            .filter(column -> !table.partitions().contains(column))
            .limit(3)
            .toList();
    assertThat(statistics.isEmpty()).isEqualTo(rows(spark, table).isEmpty());
    for (JsonNode file : statistics) {
      assertThat(file.path("numRecords").longValue()).isPositive();
      assertThat(measured).containsExactlyElementsOf(() -> file.path("minValues").fieldNames());
      assertThat(measured).containsExactlyElementsOf(() -> file.path("nullCount").fieldNames());
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyColumnIsNamedAndExplained(TableSpec table, SparkSession spark) {
    StructField[] fields = rows(spark, table).schema().fields();

    assertThat(Arrays.stream(fields).map(StructField::name)).containsExactly(table.columnNames());
    for (StructField field : fields) {
      assertThat(field.name()).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*");
      assertThat(field.getComment().getOrElse(() -> "")).as(field.name()).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theKeyIsNeverNullAndNamesOneRow(TableSpec table, SparkSession spark) {
    Set<List<Object>> keys = new HashSet<>();
    for (Row row : rows(spark, table).collectAsList()) {
      List<Object> key = table.key().stream().map(row::<Object>getAs).toList();
      assertThat(key).doesNotContainNull();
      assertThat(keys.add(key)).as("%s", key).isTrue();
    }
  }

  @Test
  void noClockAndNoRunStandsInARowOutsideOps() {
    List<String> told =
        Tables.ALL.stream()
            .filter(table -> !table.schema().equals("ops"))
            // The times of requests are the lake's, and of no clock of ours.
            .filter(table -> !table.equals(ServiceRequestTable.SPEC))
            .flatMap(table -> table.columns().stream())
            .filter(
                column ->
                    column.type().equals(DataTypes.TimestampType)
                        || List.of("run_id", "attempt").contains(column.name()))
            .map(TableColumn::name)
            .toList();

    assertThat(told).isEmpty();
  }

  @Test
  void everyCommitNamesItsRun(SparkSession spark) {
    for (TableSpec table : Tables.ALL) {
      assertThat(
              spark
                  .sql("describe history delta.`" + path(table) + "`")
                  .where("operation = 'WRITE'")
                  .select("userMetadata")
                  .distinct()
                  .collectAsList())
          .as(table.qualifiedName())
          .extracting(row -> row.getString(0))
          .isSubsetOf("run first attempt 1");
    }
  }

  @Test
  void theManifestPinsTheVersionOfEveryPublishedTable(SparkSession spark) {
    Publication publication =
        new Publications(
                new Warehouse(spark, StoragePath.of(TinyLake.published().warehouse())).stored())
            .findCurrent("tiny")
            .orElseThrow();

    assertThat(publication.tableVersions().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(ObservationTable.SPEC, DistrictDayTable.SILVER),
                    Tables.PUBLISHED.stream())
                .map(TableSpec::qualifiedName)
                .toList());
    assertThat(publication.sourceVersions()).hasSize(3);
    assertThat(publication.config())
        .contains("\"replicates\":50")
        .doesNotContain("cases.csv", TinyLake.published().warehouse().toString());
  }
}
