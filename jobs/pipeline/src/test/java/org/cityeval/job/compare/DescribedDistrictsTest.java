package org.cityeval.job.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.cityeval.place.District;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class DescribedDistrictsTest {
  @TempDir private Path folder;

  private static District district(
      String id, String city, double population, Map<String, Double> attributes) {
    return new District(
        id,
        "Name of " + id,
        null,
        city,
        "Name of " + city,
        null,
        population,
        List.of(),
        "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))",
        Map.of(),
        attributes,
        Map.of());
  }

  private Map<String, String> described(SparkSession spark, TinyLake lake, District... districts) {
    Map<String, String> described = new TreeMap<>();
    DescribedDistricts.describe(lake.begin(spark, Optional.empty()), List.of(districts))
        .selectExpr("level", "district_id", "city_id", "name", "population", "attributes['income']")
        .collectAsList()
        .forEach(
            row ->
                described.put(
                    row.getString(0) + " " + row.getString(1),
                    row.get(2) + "|" + row.get(3) + "|" + row.get(4) + "|" + row.get(5)));
    return described;
  }

  private TinyLake lake() {
    return TinyLake.in(folder)
        .configure(
            "population: residents", "population: residents\n  attributes: {income: residents}");
  }

  /** (100 x 10 + 300 x 30) / 400. */
  @Test
  void aCityHasTheSumOfItsResidentsAndTheMeanOfTheirAttributes(SparkSession spark) {
    assertThat(
            described(
                spark,
                lake(),
                district("A", "T", 100, Map.of("income", 10.0)),
                district("B", "T", 300, Map.of("income", 30.0)),
                district("X", "U", 50, Map.of("income", 7.0))))
        .isEqualTo(
            Map.of(
                "district A", "T|Name of A|100.0|10.0",
                "district B", "T|Name of B|300.0|30.0",
                "district X", "U|Name of X|50.0|7.0",
                "city T", "T|Name of T|400.0|25.0",
                "city U", "U|Name of U|50.0|7.0"));
  }

  /** Of whom one part is unknown, the mean is too. */
  @Test
  void whatIsUnknownOfADistrictIsUnknownOfItsCity(SparkSession spark) {
    assertThat(
            described(
                spark,
                lake(),
                district("A", "T", 100, Map.of()),
                district("B", "T", 300, Map.of("income", 30.0)),
                district("X", "U", Double.NaN, Map.of("income", 7.0))))
        .containsEntry("city T", "T|Name of T|400.0|null")
        .containsEntry("district A", "T|Name of A|100.0|null")
        .containsEntry("district X", "U|Name of X|null|7.0")
        .containsEntry("city U", "U|Name of U|null|null");
  }

  /** A degree by a degree on the equator is 111.2 km squared, about 12,364 square kilometres. */
  @Test
  void densityIsFoundWherePeersAreFoundByIt(SparkSession spark) {
    TinyLake lake =
        lake()
            .write("map.geojson", "{\"features\": []}")
            .configure("sources:\n", "  geometry: {path: map.geojson, id: code}\nsources:\n")
            .configure("  draws: 200", "  draws: 200\n  peers: {variables: {density: log}}");
    District district = district("A", "T", 12_364, Map.of());

    assertThat(
            DescribedDistricts.describe(lake.begin(spark), List.of(district))
                .select("density")
                .collectAsList())
        .extracting(row -> row.getDouble(0))
        .allSatisfy(density -> assertThat(density).isBetween(0.99, 1.01));
    assertThat(
            DescribedDistricts.describe(
                    lake.configure("{density: log}", "{income: linear}").begin(spark),
                    List.of(district))
                .select("density")
                .collectAsList())
        .allMatch(row -> row.isNullAt(0));
  }
}
