package org.cityeval.job.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.cityeval.place.District;
import org.cityeval.run.Run;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyDistricts;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ComparisonTest {
  @TempDir private Path folder;

  /** Rows without a column cannot be compared; those of peers were kept before. */
  @Test
  void nothingIsKeptOfAComparisonThatFails(SparkSession spark) {
    Run run = TinyLake.in(folder).begin(spark);
    LocalDate asOf = LocalDate.of(2020, 4, 10);
    List<District> districts = TinyDistricts.all();
    int before = spark.sharedState().cacheManager().numCachedEntries();

    assertThatThrownBy(
            () ->
                Comparison.between(
                    run,
                    ComparisonScopes.read(run, districts, asOf),
                    Slice.of("tiny", asOf),
                    spark.emptyDataFrame(),
                    districts))
        .hasMessageContaining("indicator_id");

    assertThat(spark.sharedState().cacheManager().numCachedEntries()).isEqualTo(before);
  }
}
