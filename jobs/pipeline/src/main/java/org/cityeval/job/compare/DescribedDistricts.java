package org.cityeval.job.compare;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.comparison.PeerVariables;
import org.cityeval.place.District;
import org.cityeval.place.SphericalArea;
import org.cityeval.run.Run;
import org.cityeval.series.Level;
import org.cityeval.table.DistrictDayCodec;

/** The list of districts, and their cities, by what peers may be found by. */
final class DescribedDistricts {
  private DescribedDistricts() {}

  /**
   * Districts and cities as they are described: city_id, district_id, level, name, population,
   * density and the map attributes. A city's density and attributes are the means of its districts,
   * weighed by residents.
   */
  static Dataset<Row> describe(Run run, List<District> districts) {
    boolean asksDensity =
        run.config().comparison().peers().variables().containsKey(PeerVariables.DENSITY);
    List<Row> rows = new ArrayList<>();
    Map<String, List<District>> byCity = new LinkedHashMap<>();
    Map<District, Double> density = new LinkedHashMap<>();
    for (District district : districts) {
      byCity.computeIfAbsent(district.cityId(), id -> new ArrayList<>()).add(district);
      density.put(
          district,
          asksDensity
              ? district.population() / SphericalArea.squareKilometres(district.geometryWkt())
              : Double.NaN);
      rows.add(
          RowFactory.create(
              district.cityId(),
              district.districtId(),
              Level.DISTRICT.id(),
              district.name(),
              DistrictDayCodec.cell(district.population()),
              DistrictDayCodec.cell(density.get(district)),
              district.attributes()));
    }
    byCity.forEach(
        (city, of) -> {
          Map<String, Double> attributes = new LinkedHashMap<>();
          for (String name : run.config().districts().attributes().keySet()) {
            double mean =
                mean(of, district -> district.attributes().getOrDefault(name, Double.NaN));
            if (Double.isFinite(mean)) {
              attributes.put(name, mean);
            }
          }
          rows.add(
              RowFactory.create(
                  city,
                  city,
                  Level.CITY.id(),
                  of.get(0).cityName(),
                  DistrictDayCodec.cell(of.stream().mapToDouble(District::population).sum()),
                  DistrictDayCodec.cell(mean(of, density::get)),
                  attributes));
        });
    return run.spark()
        .createDataFrame(
            rows,
            new StructType()
                .add(CITY_ID.field())
                .add(DISTRICT_ID.field())
                .add(LEVEL.field())
                .add("name", DataTypes.StringType)
                .add("population", DataTypes.DoubleType)
                .add("density", DataTypes.DoubleType)
                .add(
                    "attributes",
                    DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType)));
  }

  private static double mean(List<District> districts, ToDoubleFunction<District> of) {
    double sum = 0;
    double residents = 0;
    for (District district : districts) {
      sum += district.population() * of.applyAsDouble(district);
      residents += district.population();
    }
    return sum / residents;
  }
}
