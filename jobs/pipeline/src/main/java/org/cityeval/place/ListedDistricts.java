package org.cityeval.place;

import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.functions.MethodColumn;

/** What the list says of a district that a column names; null of one that is not on it. */
public final class ListedDistricts implements Serializable {
  private final Map<UTF8String, UTF8String> cities = new HashMap<>();
  private final Map<UTF8String, UTF8String> names = new HashMap<>();
  private final Map<UTF8String, UTF8String> namesOfCities = new HashMap<>();
  private final Map<UTF8String, Double> residents = new HashMap<>();
  private final Map<UTF8String, Double> ofCities = new HashMap<>();

  public ListedDistricts(List<District> districts) {
    for (District district : districts) {
      UTF8String id = UTF8String.fromString(district.districtId());
      UTF8String city = UTF8String.fromString(district.cityId());
      cities.put(id, city);
      names.put(id, UTF8String.fromString(district.name()));
      namesOfCities.putIfAbsent(city, UTF8String.fromString(district.cityName()));
      if (district.population() > 0) {
        residents.put(id, district.population());
      }
    }
    ofCities(districts)
        .forEach(
            (city, all) -> {
              if (!Double.isNaN(all)) {
                ofCities.put(UTF8String.fromString(city), all);
              }
            });
  }

  /** Residents of each city, in the order of the list; {@code NaN} if a district's are unknown. */
  public static Map<String, Double> ofCities(List<District> districts) {
    Map<String, Double> residents = new LinkedHashMap<>();
    districts.forEach(
        district -> residents.merge(district.cityId(), district.population(), Double::sum));
    return residents;
  }

  /** Id of its city. */
  public Column city(Column district) {
    return MethodColumn.ask(this, "cityOf", DataTypes.StringType, district);
  }

  /** Its name. */
  public Column name(Column district) {
    return MethodColumn.ask(this, "nameOf", DataTypes.StringType, district);
  }

  /** Name of a city. */
  public Column nameOfCity(Column city) {
    return MethodColumn.ask(this, "nameOfCity", DataTypes.StringType, city);
  }

  /** Its residents; null too where they are unknown. */
  public Column residents(Column district) {
    return MethodColumn.ask(this, "residentsOf", DataTypes.DoubleType, district);
  }

  /** Residents of a city; null too where those of one of its districts are unknown. */
  public Column residentsOfCity(Column city) {
    return MethodColumn.ask(this, "residentsOfCity", DataTypes.DoubleType, city);
  }

  /** Called by plans. */
  public static UTF8String cityOf(ListedDistricts list, UTF8String district) {
    return list.cities.get(district);
  }

  /** Called by plans. */
  public static UTF8String nameOf(ListedDistricts list, UTF8String district) {
    return list.names.get(district);
  }

  /** Called by plans. */
  public static UTF8String nameOfCity(ListedDistricts list, UTF8String city) {
    return list.namesOfCities.get(city);
  }

  /** Called by plans. */
  public static Double residentsOf(ListedDistricts list, UTF8String district) {
    return list.residents.get(district);
  }

  /** Called by plans. */
  public static Double residentsOfCity(ListedDistricts list, UTF8String city) {
    return list.ofCities.get(city);
  }
}
