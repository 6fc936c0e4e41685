package org.cityeval.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.place.District;
import org.cityeval.table.DistrictDayCodec;

/** The list of districts as rows: keys for joins, and dimension rows. */
public final class DistrictRows {
  private DistrictRows() {}

  /** district_id, city_id, population. */
  public static Dataset<Row> keys(SparkSession spark, List<District> districts) {
    return spark.createDataFrame(
        districts.stream()
            .map(
                district ->
                    RowFactory.create(
                        district.districtId(),
                        district.cityId(),
                        DistrictDayCodec.cell(district.population())))
            .toList(),
        new StructType()
            .add("district_id", DataTypes.StringType)
            .add("city_id", DataTypes.StringType)
            .add("population", DataTypes.DoubleType));
  }

  /** source_id, district_id. */
  public static Dataset<Row> ofSources(SparkSession spark, Map<String, List<District>> bySource) {
    List<Row> rows = new ArrayList<>();
    bySource.forEach(
        (sourceId, districts) ->
            districts.forEach(
                district -> rows.add(RowFactory.create(sourceId, district.districtId()))));
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("source_id", DataTypes.StringType)
            .add("district_id", DataTypes.StringType));
  }

  /** Pairs district_id, neighbour_id. */
  public static Dataset<Row> contiguity(SparkSession spark, List<District> districts) {
    List<Row> pairs = new ArrayList<>();
    for (District district : districts) {
      for (String neighbour : district.neighbours()) {
        pairs.add(RowFactory.create(district.districtId(), neighbour));
      }
    }
    return spark.createDataFrame(
        pairs,
        new StructType()
            .add("district_id", DataTypes.StringType)
            .add("neighbour_id", DataTypes.StringType));
  }

  /** Residents by district or city id, under {@code id}; city_id the same for a city. */
  public static Dataset<Row> residents(SparkSession spark, List<District> districts) {
    List<Row> rows = new ArrayList<>();
    for (District district : districts) {
      rows.add(
          RowFactory.create(
              district.districtId(), "district", DistrictDayCodec.cell(district.population())));
    }
    cityResidents(districts)
        .forEach(
            (city, residents) ->
                rows.add(RowFactory.create(city, "city", DistrictDayCodec.cell(residents))));
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("_id", DataTypes.StringType)
            .add("_level", DataTypes.StringType)
            .add("population", DataTypes.DoubleType));
  }

  /** Residents of each city; {@code NaN} if those of a district are unknown. */
  static Map<String, Double> cityResidents(List<District> districts) {
    Map<String, Double> residents = new LinkedHashMap<>();
    districts.forEach(
        district -> residents.merge(district.cityId(), district.population(), Double::sum));
    return residents;
  }

  /** Rows of gold.dim_district. */
  public static List<Row> dimDistrict(
      EvaluationConfig config, LocalDate asOf, List<District> districts) {
    return districts.stream()
        .map(
            district ->
                RowFactory.create(
                    config.evaluation().id(),
                    asOf,
                    district.districtId(),
                    district.cityId(),
                    district.name(),
                    district.nameZh(),
                    config.districts().codeSystem(),
                    config.evaluation().firstDay(),
                    config.evaluation().lastDay(),
                    DistrictDayCodec.cell(district.population()),
                    String.join(";", district.neighbours()),
                    district.geometryWkt()))
        .toList();
  }

  /** Rows of gold.dim_city. */
  public static List<Row> dimCity(
      EvaluationConfig config, LocalDate asOf, List<District> districts) {
    Map<String, Double> residents = cityResidents(districts);
    Map<String, List<District>> byCity = new LinkedHashMap<>();
    districts.forEach(
        district ->
            byCity.computeIfAbsent(district.cityId(), id -> new ArrayList<>()).add(district));
    return byCity.entrySet().stream()
        .map(
            city ->
                RowFactory.create(
                    config.evaluation().id(),
                    asOf,
                    city.getKey(),
                    city.getValue().get(0).cityName(),
                    city.getValue().get(0).cityNameZh(),
                    city.getValue().size(),
                    DistrictDayCodec.cell(residents.get(city.getKey()))))
        .toList();
  }
}
