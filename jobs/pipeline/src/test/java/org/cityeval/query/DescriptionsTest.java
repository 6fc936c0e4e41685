package org.cityeval.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.table.ops.RunTable;
import org.cityeval.testing.SparkExtension;
import org.cityeval.warehouse.NamedTables;
import org.cityeval.warehouse.Warehouse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse in which two tables were written. */
@ExtendWith(SparkExtension.class)
class DescriptionsTest {
  @TempDir private static Path folder;
  private static Warehouse warehouse;

  @BeforeAll
  static void makeTables(SparkSession spark) {
    warehouse = new Warehouse(spark, StoragePath.of(folder.resolve("warehouse")));
    warehouse.ensure(RunTable.SPEC);
    warehouse.ensure(WaveTable.SPEC);
  }

  private static List<Row> answer(String statement) {
    return new WarehouseQuery(warehouse, Reach.WHOLE).answer(statement).collectAsList();
  }

  private static List<String> strings(String statement) {
    return answer(statement).stream().map(row -> row.getString(0)).toList();
  }

  @Test
  void schemasAreThoseOfTheWarehouse() {
    assertThat(strings("show schemas")).containsExactly("current", "gold", "ops", "silver");
    assertThat(strings("show databases like 's*'")).containsExactly("silver");
    assertThat(strings("show schemas like 'OPS|g*'")).containsExactly("gold", "ops");
  }

  /** Tables that no run has written are not shown. */
  @Test
  void tablesAreThoseThatAreThere() {
    assertThat(answer("show tables in ops").stream().map(row -> row.getString(1)))
        .containsExactly("run");
    assertThat(answer("show tables").stream().map(row -> row.getString(0) + row.getString(1)))
        .containsExactly("goldwave", "opsrun");
    assertThat(answer("show tables like 'w*'").get(0).getString(2))
        .isEqualTo(WaveTable.SPEC.grain());
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> answer("show tables in bronze"))
        .satisfies(p -> assertThat(p.why()).contains(String.join(", ", NamedTables.SCHEMAS)));
  }

  @Test
  void columnsAreDescribedFromTheirSpecs() {
    assertThat(strings("show columns in ops.run")).startsWith("run_id", "attempt", "step");
    assertThat(strings("describe ops.run")).startsWith("run_id", "attempt", "step");
    assertThat(answer("describe ops.run ATTEMPT").get(0))
        .isEqualTo(RowFactory.create("attempt", "int", "Attempt of the run, from 1."));
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> answer("describe ops.run colour"))
        .withMessage("There is no column colour.");
  }
}
