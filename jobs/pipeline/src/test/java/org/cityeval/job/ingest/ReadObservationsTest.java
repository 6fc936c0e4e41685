package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.Outcome;
import org.cityeval.problem.SourceProblem;
import org.cityeval.run.Run;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyDistricts;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Mobility of a lake of three districts and forty days, read from its file. */
@ExtendWith(SparkExtension.class)
class ReadObservationsTest {
  private final SparkSession spark;
  @TempDir private Path folder;

  ReadObservationsTest(SparkSession spark) {
    this.spark = spark;
  }

  private ReadObservations read(TinyLake lake) {
    Run run = lake.begin(spark);
    DistrictKeys keys = new DistrictKeys(spark, run.config(), TinyDistricts.all());
    return LakeReading.read(
        run,
        List.of(SourceReading.plan(run, "mobility", List.of(), List.of(), keys)),
        keys,
        TinyDistricts.all());
  }

  private int kept() {
    return spark.sharedState().cacheManager().numCachedEntries();
  }

  @Test
  void aRecordThatStandsTwiceIsToldInItsFile() {
    TinyLake lake = TinyLake.in(folder);
    String ofA = lake.text("mobility.csv").lines().skip(1).findFirst().orElseThrow();
    lake.append("mobility.csv", ofA);

    try (ReadObservations read = read(lake);
        JudgedObservations judged = read.judge()) {
      assertThat(read.isIdle()).isFalse();
      assertThat(read.records().count()).isEqualTo(160);
      assertThat(read.neverGood().isEmpty()).isTrue();
      assertThat(judged.files())
          .singleElement()
          .satisfies(
              file -> {
                assertThat(file.read().records(Outcome.GOOD)).isEqualTo(120);
                assertThat(file.read().records(Outcome.DEDUPLICATED)).isEqualTo(40);
              });
    }
  }

  @Test
  void nothingIsKeptWhereAContractCannotBeHeldAgainstIt() {
    TinyLake lake =
        TinyLake.in(folder)
            .configure(
                "path: mobility.csv",
                "path: mobility.csv\n    contract: {quality: [{id: rows, type: library,"
                    + " metric: rowCount, mustBeGreaterThan: 0, severity: warn}]}");
    int before = kept();

    try (ReadObservations read = read(lake)) {
      lake.remove("mobility.csv");
      assertThatThrownBy(read::judge).isInstanceOf(SourceProblem.class);
    }

    assertThat(kept()).isEqualTo(before);
  }
}
