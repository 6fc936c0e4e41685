package org.cityeval.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.TestConfig;
import org.cityeval.place.District;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A and B of city c; D, whose residents are unknown, of city d. */
@ExtendWith(SparkExtension.class)
class DistrictRowsTest {
  private static final LocalDate AS_OF = LocalDate.of(2020, 5, 8);
  private static final List<District> LISTED =
      List.of(
          district("A", "c", 10, List.of("B", "D")),
          district("B", "c", 30, List.of("A")),
          district("D", "d", Double.NaN, List.of()));

  @TempDir private Path folder;

  private static District district(
      String id, String city, double residents, List<String> neighbours) {
    return new District(
        id, "name " + id, "名" + id, city, "city " + city, null, residents, neighbours, null);
  }

  private static List<String> told(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).toList();
  }

  @Test
  void keysAreThoseOfTheList(SparkSession spark) {
    assertThat(told(DistrictRows.keys(spark, LISTED))).containsExactly("[A,c]", "[B,c]", "[D,d]");
  }

  @Test
  void theDimensionsTellDistrictsAndCities() {
    var config = TestConfig.load(folder, TestConfig.VALID);

    assertThat(DistrictRows.dimDistrict(config, AS_OF, LISTED).get(0))
        .hasToString("[toy,2020-05-08,A,c,name A,名A,our own,2020-03-01,2020-04-30,10.0,B;D,null]");
    assertThat(DistrictRows.dimCity(config, AS_OF, LISTED))
        .extracting(Row::toString)
        .containsExactly(
            "[toy,2020-05-08,c,city c,null,2,40.0]", "[toy,2020-05-08,d,city d,null,1,null]");
  }
}
