package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.cityeval.place.District;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class NamedDistrictsTest {
  private final SparkSession spark;
  @TempDir private Path folder;

  NamedDistrictsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void theListIsReadOnceWhenItIsFirstAskedFor() {
    TinyLake lake = TinyLake.in(folder);
    NamedDistricts districts = new NamedDistricts(lake.begin(spark));
    lake.change("districts.csv", "Cedar", "Chestnut");

    assertThat(districts.names()).isEqualTo(Map.of("A", "Alder", "B", "Birch", "C", "Chestnut"));
    lake.remove("districts.csv");
    assertThat(districts.get()).extracting(District::districtId).containsExactly("A", "B", "C");
    assertThat(districts.get()).isSameAs(districts.get());
  }

  @Test
  void aGroupOfSomebodyOnNoListIsRefused() {
    TinyLake lake =
        TinyLake.in(folder).configure("draws: 200", "draws: 200\n  groups: {west: [A, Z]}");

    assertThatThrownBy(() -> new NamedDistricts(lake.begin(spark)).get())
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("comparison.groups.west");
  }

  @Test
  void anEventOfSomebodyOnNoListIsRefused() {
    TinyLake lake =
        TinyLake.in(folder)
            .configure(
                "comparison:",
                "events:\n  - {districts: [Z], day: 2020-03-05, note: older cases, handling: spread_back,"
                    + " days: 3}\ncomparison:");

    assertThatThrownBy(() -> new NamedDistricts(lake.begin(spark)).names())
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("Z");
  }
}
