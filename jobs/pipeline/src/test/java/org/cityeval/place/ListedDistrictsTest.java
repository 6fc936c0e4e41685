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
class ListedDistrictsTest {
  private static District district(String id, String city, double residents) {
    return new District(id, id, null, city, city, null, residents, List.of(), null);
  }

  @Test
  void aDistrictHasItsCityAndResidentsAndAnyOtherNeither(SparkSession spark) {
    ListedDistricts listed =
        new ListedDistricts(
            List.of(
                district("A", "one", 1_000),
                district("B", "two", Double.NaN),
                district("C", "two", 0)));

    assertThat(
            spark
                .sql("select * from values ('A'), ('B'), ('C'), ('Z'), (null) as t(id)")
                .select(col("id"), listed.city(col("id")), listed.residents(col("id")))
                .collectAsList()
                .stream()
                .map(row -> row.mkString(" ")))
        .containsExactly(
            "A one 1000.0", "B two null", "C two null", "Z null null", "null null null");
  }

  /** The name of a city is that which its first district says. */
  @Test
  void districtsAndCitiesHaveTheirNames(SparkSession spark) {
    ListedDistricts listed =
        new ListedDistricts(
            List.of(
                new District("A", "Alder", null, "B", "Birch City", null, 1, List.of(), null),
                new District("B", "Birch", null, "B", "Birchen", null, 1, List.of(), null)));

    assertThat(
            spark
                .sql("select * from values ('A'), ('B'), (null) as t(id)")
                .select(listed.name(col("id")), listed.nameOfCity(col("id")))
                .collectAsList()
                .stream()
                .map(row -> row.mkString("|")))
        .containsExactly("Alder|null", "Birch|Birch City", "null|null");
  }

  /** 400 and 600 are 1,000; of the other city one district's residents are unknown. */
  @Test
  void aCityHasTheResidentsOfItsDistrictsIfAllAreKnown(SparkSession spark) {
    List<District> districts =
        List.of(
            district("A", "one", 400),
            district("B", "two", 50),
            district("C", "one", 600),
            district("D", "two", Double.NaN));

    assertThat(
            spark
                .sql("select * from values ('one'), ('two'), ('A') as t(id)")
                .select(new ListedDistricts(districts).residentsOfCity(col("id")))
                .collectAsList()
                .stream()
                .map(row -> row.mkString()))
        .containsExactly("1000.0", "null", "null");
    assertThat(ListedDistricts.ofCities(districts))
        .containsExactly(Map.entry("one", 1_000.0), Map.entry("two", Double.NaN));
  }
}
