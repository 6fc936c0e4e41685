package org.cityeval.place;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RegionMembersTest {
  private static District district(String id, String city) {
    return new District(id, id, null, city, city, null, 1000, List.of(), null);
  }

  /** Two sources each have a region named north, of other districts. */
  @Test
  void aRegionOfASourceHasItsDistrictsWithTheirCities(SparkSession spark) {
    RegionMembers members =
        new RegionMembers(
            Map.of(
                "s/one", Map.of("north", List.of(district("A", "c"), district("B", "d"))),
                "s/two", Map.of("north", List.of(district("C", "d")))));

    assertThat(
            spark
                .sql(
                    "select * from values ('s/one', 'north'), ('s/two', 'north'),"
                        + " ('s/one', 'south'), ('s/one', null), ('s/three', 'north'),"
                        + " ('s/three', null), (null, null)"
                        + " as t(source, region)")
                .select(members.members(col("source"), col("region")))
                .collectAsList()
                .stream()
                .map(row -> String.valueOf(row.<Object>getAs(0))))
        .containsExactly(
            "ArraySeq([A,c], [B,d])", "ArraySeq([C,d])", "null", "null", "null", "null", "null");
  }
}
