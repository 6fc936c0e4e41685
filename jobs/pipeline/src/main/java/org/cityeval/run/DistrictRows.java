package org.cityeval.run;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.place.District;
import org.cityeval.place.ListedDistricts;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.spec.TableRow;

/** The list of districts as rows: keys for joins, and dimension rows. */
public final class DistrictRows {
  private DistrictRows() {}

  /** district_id, city_id. */
  public static Dataset<Row> keys(SparkSession spark, List<District> districts) {
    return spark.createDataFrame(
        districts.stream()
            .map(district -> RowFactory.create(district.districtId(), district.cityId()))
            .toList(),
        new StructType().add(DISTRICT_ID.field()).add(CITY_ID.field()));
  }

  /** Rows of gold.dim_district. */
  public static List<Row> dimDistrict(
      EvaluationConfig config, LocalDate asOf, List<District> districts) {
    return districts.stream()
        .map(
            district ->
                new TableRow(DistrictTable.SPEC)
                    .set(EVALUATION_ID, config.evaluation().id())
                    .set(AS_OF, asOf)
                    .set(DISTRICT_ID, district.districtId())
                    .set(CITY_ID, district.cityId())
                    .set(DistrictTable.NAME, district.name())
                    .set(DistrictTable.NAME_ZH, district.nameZh())
                    .set(DistrictTable.CODE_SYSTEM, config.districts().codeSystem())
                    .set(DistrictTable.VALID_FROM, config.evaluation().firstDay())
                    .set(DistrictTable.VALID_TO, config.evaluation().lastDay())
                    .number(DistrictTable.POPULATION, district.population())
                    .set(DistrictTable.NEIGHBOURS, String.join(";", district.neighbours()))
                    .set(DistrictTable.GEOMETRY_WKT, district.geometryWkt())
                    .row())
        .toList();
  }

  /** Rows of gold.dim_city. */
  public static List<Row> dimCity(
      EvaluationConfig config, LocalDate asOf, List<District> districts) {
    Map<String, Double> residents = ListedDistricts.ofCities(districts);
    Map<String, List<District>> byCity = new LinkedHashMap<>();
    districts.forEach(
        district ->
            byCity.computeIfAbsent(district.cityId(), id -> new ArrayList<>()).add(district));
    return byCity.entrySet().stream()
        .map(
            city ->
                new TableRow(CityTable.SPEC)
                    .set(EVALUATION_ID, config.evaluation().id())
                    .set(AS_OF, asOf)
                    .set(CITY_ID, city.getKey())
                    .set(CityTable.NAME, city.getValue().get(0).cityName())
                    .set(CityTable.NAME_ZH, city.getValue().get(0).cityNameZh())
                    .set(CityTable.DISTRICTS, city.getValue().size())
                    .number(CityTable.POPULATION, residents.get(city.getKey()))
                    .row())
        .toList();
  }
}
