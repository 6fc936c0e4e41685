package org.cityeval.place;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.config.lake.DistrictsConfig;
import org.cityeval.lake.CellText;
import org.cityeval.lake.LakeSource;
import org.cityeval.problem.SourceProblem;
import org.cityeval.problem.UserProblem;
import org.cityeval.source.Expressions;
import org.cityeval.source.Notation;

/** Reads the list of districts; it is small enough for the driver. */
public final class DistrictList {
  private DistrictList() {}

  /**
   * The districts, sorted by id; those that the config merges as one.
   *
   * @throws UserProblem if an id or a city is blank, an id stands twice, or a population is no
   *     number
   */
  public static List<District> read(SparkSession spark, DistrictsConfig config) {
    Dataset<Row> lake = LakeSource.readWhole(spark, "districts", config.location());
    Dataset<Row> rows =
        config.where() == null ? lake : lake.where(Expressions.column(spark, config.where()));
    DistrictsConfig.Columns columns = config.columns();
    List<Row> found =
        rows.select(
                text(spark, columns.districtId()),
                text(spark, columns.districtName()),
                text(spark, columns.districtNameZh()),
                text(spark, columns.cityId()),
                text(spark, columns.cityName()),
                text(spark, columns.cityNameZh()),
                text(spark, columns.population()),
                text(spark, config.neighbours()),
                population(rows, config),
                regions(spark, columns.regions()),
                attributes(rows, config))
            .collectAsList();
    List<District> districts = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Row row : found) {
      String id = row.getString(0);
      if (id == null || row.getString(3) == null) {
        throw new UserProblem(
            "districts: a row has no district_id or no city_id.",
            "The row reads " + row + ".",
            "Mend the row, or leave it out with districts.where.");
      }
      if (!ids.add(id)) {
        throw new UserProblem(
            "districts: " + id + " stands twice.",
            "Every district belongs to one city, once.",
            "Remove one of the rows, or make the ids differ.");
      }
      districts.add(
          new District(
              id,
              row.getString(1) == null ? id : row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getString(4) == null ? row.getString(3) : row.getString(4),
              row.getString(5),
              population(id, row.getString(6), row.getAs(8)),
              neighbours(row.getString(7)),
              null,
              regions(columns.regions(), row.getList(9)),
              attributes(id, config.attributes(), row.getStruct(10)),
              Map.of()));
    }
    if (lake.isEmpty()) {
      throw new SourceProblem(
          "districts: the list is empty.",
          LakeSource.place(config.location()) + " holds no rows.",
          "Deliver the list again; what was published stays.");
    }
    if (districts.isEmpty()) {
      throw new UserProblem(
          "districts: the list is empty.",
          "districts.where leaves no row of " + LakeSource.place(config.location()) + ".",
          "Correct districts.where.");
    }
    districts.sort(Comparator.comparing(District::districtId));
    return MergedDistricts.merge(
        config.geometry() == null
            ? districts
            : Polygons.join(districts, config.geometry(), spark.sessionState().newHadoopConf()),
        config.merge());
  }

  /** The text of a cell; null where it is blank. */
  private static Column text(SparkSession spark, String expression) {
    return expression == null
        ? lit(null).cast(DataTypes.StringType)
        : nullif(
            CellText.stripped(Expressions.column(spark, expression).cast(DataTypes.StringType)),
            lit(""));
  }

  private static Column regions(SparkSession spark, Map<String, String> columns) {
    return array(columns.values().stream().map(text -> text(spark, text)).toArray(Column[]::new))
        .cast(DataTypes.createArrayType(DataTypes.StringType));
  }

  private static Map<String, String> regions(Map<String, String> columns, List<String> found) {
    Map<String, String> regions = new HashMap<>();
    Iterator<String> next = found.iterator();
    for (String column : columns.keySet()) {
      String region = next.next();
      if (region != null) {
        regions.put(column, region);
      }
    }
    return regions;
  }

  /** Of each attribute what stands in the list, and the number it reads as. */
  private static Column attributes(Dataset<Row> rows, DistrictsConfig config) {
    List<Column> cells = new ArrayList<>();
    int number = 0;
    for (String expression : config.attributes().values()) {
      cells.add(text(rows.sparkSession(), expression).as("text_" + number));
      cells.add(
          Notation.of(config.location())
              .number(rows, Expressions.column(rows.sparkSession(), expression))
              .as("value_" + number));
      number++;
    }
    return cells.isEmpty()
        ? lit(null).cast(new StructType().add("none", DataTypes.StringType))
        : struct(cells.toArray(Column[]::new));
  }

  private static Map<String, Double> attributes(String id, Map<String, String> columns, Row found) {
    Map<String, Double> attributes = new HashMap<>();
    int cell = 0;
    for (String name : columns.keySet()) {
      String text = found.getString(cell);
      Double value = found.getAs(cell + 1);
      cell += 2;
      if (text == null) {
        continue;
      }
      if (value == null || !Double.isFinite(value)) {
        throw new UserProblem(
            "districts: the " + name + " of " + id + " is " + text + ".",
            "An attribute is a number.",
            "Mend the value, or leave it blank where unknown.");
      }
      attributes.put(name, value);
    }
    return attributes;
  }

  private static Column population(Dataset<Row> rows, DistrictsConfig config) {
    return config.columns().population() == null
        ? lit(null).cast(DataTypes.DoubleType)
        : Notation.of(config.location())
            .number(rows, Expressions.column(rows.sparkSession(), config.columns().population()));
  }

  private static double population(String id, String text, Double population) {
    if (text == null) {
      return Double.NaN;
    }
    if (population != null && population > 0 && Double.isFinite(population)) {
      return population;
    }
    throw new UserProblem(
        "districts: the population of " + id + " is " + text + ".",
        "Rates need a positive number of residents.",
        "Mend the value, or leave it blank where unknown.");
  }

  private static List<String> neighbours(String ids) {
    return ids == null
        ? List.of()
        : Arrays.stream(ids.split(";", -1))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .sorted()
            .toList();
  }
}
