package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that break what a table says of itself do not get in, whoever writes them. */
@ExtendWith(SparkExtension.class)
class TableChecksTest {
  private static final LocalDate MAY = LocalDate.parse("2020-05-04");
  private static final TableColumn<Double> LOW = TableColumn.number("low", "Lower end.");
  private static final TableColumn<Double> VALUE = TableColumn.number("value", "The value.");
  private static final TableColumn<Double> HIGH = TableColumn.number("high", "Upper end.");
  private static final TableColumn<String> STATUS = TableColumn.text("status", "ok or missing.");

  private static final TableSpec UNCHECKED = spec().build();
  private static final TableSpec CHECKED =
      spec()
          .checks(
              TableCheck.ascending(LOW, VALUE, HIGH),
              TableCheck.within(VALUE, 0, 1),
              TableCheck.word(STATUS, "ok", "missing"))
          .check("value_where_ok", "(status = 'ok') = (value IS NOT NULL)")
          .build();

  @TempDir private Path folder;

  private static TableSpec.Builder spec() {
    return TableSpec.of("gold", "values", "One row per evaluation, vintage and district.")
        .evaluationKey()
        .key(TableColumn.text("district_id", "The district."))
        .columns(LOW, VALUE, HIGH, STATUS);
  }

  private static Row row(Double low, Double value, Double high, String status) {
    return RowFactory.create("e", MAY, "1", low, value, high, status);
  }

  private static final Row GOOD = row(0.25, 0.5, 0.75, "ok");

  private Warehouse warehouse(SparkSession spark) {
    return new Warehouse(spark, StoragePath.of(folder.resolve("warehouse")));
  }

  private static void replace(Warehouse warehouse, TableSpec table, Row row) {
    warehouse.replace(
        table, Slice.of("e", MAY), warehouse.rows(table, List.of(row)), "run r attempt 1");
  }

  /** The rows by Delta's own reader. */
  private List<Row> stored(SparkSession spark) {
    return spark.read().format("delta").load(path()).collectAsList();
  }

  private String path() {
    return folder.resolve("warehouse/gold/values").toAbsolutePath().toString();
  }

  @ParameterizedTest
  @CsvSource({
    "0.6, 0.5, 0.75, ok, low_le_value_le_high",
    "0.25, 0.5, 0.4, ok, low_le_value_le_high",
    "0.5, , 0.4, missing, low_le_value_le_high",
    ", 1.5, , ok, value_from_0_to_1",
    ", -0.1, , ok, value_from_0_to_1",
    ", 0.5, , fine, status_is_known",
    ", , , ok, value_where_ok",
    ", 0.5, , missing, value_where_ok"
  })
  void aRowThatBreaksACheckIsRefusedByName(
      Double low, Double value, Double high, String status, String broken, SparkSession spark) {
    Warehouse warehouse = warehouse(spark);
    replace(warehouse, CHECKED, GOOD);

    assertThatThrownBy(() -> replace(warehouse, CHECKED, row(low, value, high, status)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("A row breaks a check of gold.values; nothing of it was written")
        .hasMessageContaining(broken);

    assertThat(warehouse.version(CHECKED)).isZero();
    assertThat(stored(spark)).containsExactly(GOOD);
  }

  @ParameterizedTest
  @CsvSource({
    ", 0.5, , ok",
    "0.5, 0.5, 0.5, ok",
    "0.25, , , missing",
    "0, 0, 1, ok",
    "0, 1, 1, ok"
  })
  void whatACheckLeavesOpenOrAllowsIsWritten(
      Double low, Double value, Double high, String status, SparkSession spark) {
    replace(warehouse(spark), CHECKED, row(low, value, high, status));

    assertThat(stored(spark)).containsExactly(row(low, value, high, status));
  }

  @Test
  void theFirstCommitIsCheckedToo(SparkSession spark) {
    Warehouse warehouse = warehouse(spark);

    assertThatThrownBy(() -> replace(warehouse, CHECKED, row(null, 2.0, null, "ok")))
        .hasMessageContaining("value_from_0_to_1");
    assertThat(warehouse.exists(CHECKED)).isFalse();
  }

  @Test
  void aTableThatWasMadeWithoutThemIsCheckedToo(SparkSession spark) {
    Warehouse warehouse = warehouse(spark);
    replace(warehouse, UNCHECKED, GOOD);

    assertThatThrownBy(() -> replace(warehouse, CHECKED, row(null, 2.0, null, "ok")))
        .hasMessageContaining("value_from_0_to_1");
    replace(warehouse, CHECKED, row(null, 1.0, null, "ok"));
    assertThat(stored(spark)).containsExactly(row(null, 1.0, null, "ok"));
  }

  /** The constraints are the table's own, and readers of version 1 still open it. */
  @Test
  void otherWritersAreHeldToThemAndReadersNeedKnowNothing(SparkSession spark) {
    replace(warehouse(spark), CHECKED, GOOD);

    Row detail = spark.sql("describe detail delta.`" + path() + "`").head();
    Map<String, String> constraints =
        new TreeMap<>(detail.getJavaMap(detail.fieldIndex("properties")));
    constraints.keySet().removeIf(name -> !name.startsWith("delta.constraints."));
    assertThat(constraints)
        .containsOnly(
            Map.entry(
                "delta.constraints.low_le_value_le_high",
                "coalesce(low <= value AND low <= high AND value <= high, true)"),
            Map.entry(
                "delta.constraints.value_from_0_to_1", "coalesce(value BETWEEN 0 AND 1, true)"),
            Map.entry(
                "delta.constraints.status_is_known", "coalesce(status IN ('ok', 'missing'), true)"),
            Map.entry(
                "delta.constraints.value_where_ok",
                "coalesce((status = 'ok') = (value IS NOT NULL), true)"));
    assertThat(detail.<Integer>getAs("minReaderVersion")).isEqualTo(1);
    assertThat(detail.<Integer>getAs("minWriterVersion")).isEqualTo(3);

    Dataset<Row> bad =
        spark.createDataFrame(List.of(row(null, 2.0, null, "ok")), CHECKED.structType());
    assertThatThrownBy(() -> bad.write().format("delta").mode("append").save(path()))
        .hasStackTraceContaining("value_from_0_to_1");
  }

  /** Delta Kernel evaluates no constraint, so nothing is appended by it where there are any. */
  @Test
  void kernelAppendsNothing(SparkSession spark) {
    Warehouse warehouse = warehouse(spark);
    replace(warehouse, CHECKED, GOOD);
    List<Object[]> rows =
        Collections.singletonList(new Object[] {"e", MAY, "2", null, 0.5, null, "ok"});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> warehouse.stored().append(CHECKED, rows, "run r attempt 1"))
        .withMessageContaining("gold.values has checks");
    // Nor would it by itself.
    assertThatThrownBy(() -> warehouse.stored().append(UNCHECKED, rows, "run r attempt 1"))
        .hasMessageContaining("checkConstraints");
    assertThat(stored(spark)).containsExactly(GOOD);
  }

  @Test
  void filesThatArePutTogetherStayWhatTheyAre(SparkSession spark) {
    Warehouse warehouse = warehouse(spark);
    replace(warehouse, CHECKED, GOOD);
    warehouse.compact(CHECKED, "maintain");
    assertThat(stored(spark)).containsExactly(GOOD);
  }
}
