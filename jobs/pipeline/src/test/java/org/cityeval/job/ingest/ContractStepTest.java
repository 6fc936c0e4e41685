package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.FileTallies;
import org.cityeval.place.District;
import org.cityeval.run.Check;
import org.cityeval.run.Run;
import org.cityeval.storage.StoragePath;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.Warehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The seam between ingest and contracts, on records made by hand. */
@ExtendWith(SparkExtension.class)
class ContractStepTest {
  private static final StructType RECORDS =
      StructType.fromDDL(
          "source_id string, file string, position string, measure string, city_id string, district_id string,"
              + " date date, as_of date, value_text string, value double, reason_code string,"
              + " reason string, record string");
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
  private static final LocalDate PUBLISHED = LocalDate.of(2020, 4, 10);
  private static final int DAYS = 31;

  private final SparkSession spark;
  @TempDir private Path folder;

  ContractStepTest(SparkSession spark) {
    this.spark = spark;
  }

  /** A and B tell the same number on each of 31 days; C differs from them on every seventh. */
  private Dataset<Row> records() {
    List<Row> rows = new ArrayList<>();
    for (String district : TinyLake.DISTRICTS) {
      for (int day = 0; day < DAYS; day++) {
        double value = 40 + day % 9 + (district.equals("C") && day % 7 == 0 ? 1 : 0);
        rows.add(
            RowFactory.create(
                "tiny/mobility",
                "mobility.csv",
                "mobility.csv:" + district + ":" + day,
                "mobility_distance_change",
                "tiny",
                district,
                FIRST.plusDays(day),
                PUBLISHED,
                String.valueOf(value),
                value,
                "none",
                null,
                null));
      }
    }
    return spark.createDataFrame(rows, RECORDS);
  }

  private ContractStep.Judged judged(Dataset<Row> records, Optional<LocalDate> knownOn) {
    TinyLake lake =
        TinyLake.in(folder)
            .configure(
                "path: mobility.csv",
                "path: mobility.csv\n    contract: {quality: [{id: copies, type: custom,"
                    + " implementation: identicalDays, mustBeLessThan: 20, severity: quarantine,"
                    + " dimension: accuracy}]}");
    EvaluationConfig config = ConfigLoader.load(lake.config(), Map.of(), List.of());
    Run run =
        new Run(
            new Run.Identity("run", 1, "test", "1"),
            config,
            "hash",
            new Warehouse(spark, StoragePath.of(lake.warehouse())),
            knownOn,
            Run.Extent.CHANGES);
    List<District> districts =
        TinyLake.DISTRICTS.stream()
            .map(id -> new District(id, id, null, "tiny", "tiny", null, 1000, List.of(), null))
            .toList();
    SourceReading reading =
        SourceReading.of(
            run, "mobility", List.of(), List.of(), new DistrictKeys(spark, config, districts));
    ReadFiles<SourceReading> files =
        ReadFiles.planned(reading)
            .found(
                new Reading.Opened(records, Map.of(), 1),
                FileTallies.of(records).get("tiny/mobility"));
    return new ContractStep(run, districts).judge(records, records, List.of(files));
  }

  @Test
  void aCopyIsFoundAndTheRecordsOfBothAreRefused() {
    ContractStep.Judged judged = judged(records(), Optional.empty());

    assertThat(judged.checks())
        .extracting(check -> check.subject().district(), Check::outcome, Check::observed)
        .containsExactly(
            tuple("A+B", Check.Outcome.FAILED, "31 days from 2020-03-01 to 2020-03-31"));
    assertThat(
            judged
                .records()
                .groupBy("district_id", "reason_code", "reason")
                .count()
                .orderBy(DISTRICT_ID.col())
                .collectAsList())
        .extracting(Row::mkString)
        .containsExactly(
            "Abroken_contractA check of the source's contract refuses it: copies31",
            "Bbroken_contractA check of the source's contract refuses it: copies31",
            "Cnonenull31");
  }

  @Test
  void whatWasPublishedAfterTheDayAskedForIsNotLookedAt() {
    Dataset<Row> records = records();
    ContractStep.Judged judged = judged(records, Optional.of(PUBLISHED.minusDays(1)));

    assertThat(judged.checks()).extracting(Check::outcome).containsExactly(Check.Outcome.PASSED);
    assertThat(judged.records()).isSameAs(records);
  }
}
