package org.cityeval.job.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;
import org.cityeval.run.Run;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.Tables;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.table.silver.ServiceRequestTable;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.Slice;
import org.cityeval.warehouse.Warehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class CompareJobTest {
  private static final LocalDate AS_OF_DAY = LocalDate.of(2020, 4, 10);

  private final SparkSession spark;
  @TempDir private Path folder;

  CompareJobTest(SparkSession spark) {
    this.spark = spark;
  }

  private static void writeCity(Warehouse warehouse, String evaluation) {
    warehouse.replace(
        CityTable.SPEC,
        Slice.of(evaluation, AS_OF_DAY),
        warehouse.rows(
            CityTable.SPEC,
            List.of(
                new TableRow(CityTable.SPEC)
                    .set(EVALUATION_ID, evaluation)
                    .set(AS_OF, AS_OF_DAY)
                    .set(CITY_ID, "tiny")
                    .set(CityTable.DISTRICTS, 3)
                    .row())),
        "run of " + evaluation);
  }

  /** The tables are made by version 0; the run commits version 1 of one, another run version 2. */
  @Test
  void aPublicationIsMadeOfWhatItsRunCommitted() {
    Run run = TinyLake.in(folder).begin(spark);
    Tables.PUBLISHED.forEach(run.warehouse()::ensure);
    run.warehouse().ensure(DistrictDayTable.SILVER);
    writeCity(run.warehouse(), "tiny");
    writeCity(new Warehouse(spark, StoragePath.of(folder.resolve("warehouse"))), "other");

    assertThat(run.warehouse().version(CityTable.SPEC)).isEqualTo(2);
    assertThat(CompareJob.versions(run))
        .containsEntry(CityTable.SPEC.qualifiedName(), 1L)
        .containsEntry(DistrictTable.SPEC.qualifiedName(), 0L)
        .containsEntry(DistrictDayTable.SILVER.qualifiedName(), 0L)
        .doesNotContainKeys(
            ObservationTable.SPEC.qualifiedName(), ServiceRequestTable.SPEC.qualifiedName());

    run.warehouse().ensure(ObservationTable.SPEC);
    assertThat(CompareJob.versions(run)).containsEntry(ObservationTable.SPEC.qualifiedName(), 0L);
  }

  @Test
  void nothingIsComparedBeforeAnythingWasRead() {
    Run run = TinyLake.in(folder).begin(spark);

    assertThatThrownBy(() -> new CompareJob(run, List.of()).run())
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("Nothing of tiny was published");
  }
}
