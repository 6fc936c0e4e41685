package org.cityeval.ingest;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.StructType;
import org.cityeval.lake.CellText;
import org.cityeval.place.Crosswalk;
import org.cityeval.place.Spelling;

/**
 * Finds districts by how they are spelt. The lookup has one row a spelling, so that the join keeps
 * every row once; a spelling that means the same on every day, as nearly all do, needs no more than
 * the join.
 */
final class SpeltDistricts {
  private static final String KEY = "_key";
  private static final String SPELLING = "_spelling";
  private static final String ALWAYS = "_always";
  private static final String ALWAYS_CITY = "_always_city";
  private static final String MEANINGS = "_meanings";
  private static final String MEANING = "_meaning";

  /** A larger number is spelt with an exponent. */
  private static final double LARGEST_WHOLE = 1e15;

  private static final StructType LOOKUP =
      new StructType()
          .add(SPELLING, DataTypes.StringType)
          .add(ALWAYS, DataTypes.StringType)
          .add(ALWAYS_CITY, DataTypes.StringType)
          .add(
              MEANINGS,
              new ArrayType(
                  new StructType()
                      .add("first_day", DataTypes.DateType)
                      .add("last_day", DataTypes.DateType)
                      .add("ids", DataTypes.createArrayType(DataTypes.StringType))
                      .add("city", DataTypes.StringType),
                  false));

  private final Map<String, List<Crosswalk.Meaning>> meanings;
  private final Map<String, String> cities;
  private final UnaryOperator<Column> form;

  private SpeltDistricts(
      Crosswalk crosswalk, Map<String, String> cities, UnaryOperator<Column> form) {
    this.meanings = crosswalk.meanings();
    this.cities = cities;
    this.form = form;
  }

  /** By the spelling alone, blanks around it aside. */
  static SpeltDistricts exact(Crosswalk crosswalk, Map<String, String> cities) {
    return new SpeltDistricts(crosswalk, cities, CellText::stripped);
  }

  /** By all that {@link Spelling} takes for one spelling. */
  static SpeltDistricts anySpelling(Crosswalk crosswalk, Map<String, String> cities) {
    return new SpeltDistricts(crosswalk, cities, Spelling::normal);
  }

  Dataset<Row> resolve(Dataset<Row> rows, Column key, Column day, Reason unknown) {
    DataType type = rows.select(key).schema().fields()[0].dataType();
    // A whole number has one spelling, and most zone ids are such.
    Column spelling = type instanceof IntegralType ? col(KEY) : form.apply(col(KEY));
    Column asRead = CellText.stripped(col(KEY));
    Dataset<Row> lookup = broadcast(rows.sparkSession().createDataFrame(lookup(), LOOKUP));
    Dataset<Row> joined =
        rows.withColumn(KEY, text(type, key))
            .join(lookup, spelling.equalTo(col(SPELLING)), "left")
            .withColumn(MEANING, when(col(MEANINGS).isNotNull(), meaningOn(day)));
    Column ids = col(MEANING).getField("ids");
    Column only = when(size(ids).equalTo(1), get(ids, lit(0)));
    Column dependsOnDay = col(MEANINGS).isNotNull();
    Column city = coalesce(col(ALWAYS_CITY), col(MEANING).getField("city"));
    Column reason =
        when(city.isNotNull(), lit(null))
            .when(dependsOnDay.and(size(ids).gt(1)), lit(Reason.AMBIGUOUS_DISTRICT.code()))
            .when(dependsOnDay.and(size(ids).equalTo(0)), lit(Reason.CODE_NOT_VALID.code()))
            .when(dependsOnDay.and(ids.isNull()), lit(null))
            .otherwise(lit(unknown.code()));
    Column found =
        when(size(ids).gt(1), concat(asRead, lit(": "), array_join(ids, " or ")))
            .when(size(ids).equalTo(0), concat(asRead, lit(" on "), day))
            .otherwise(
                coalesce(
                    concat(asRead, NearestSpelling.hint(meanings.keySet()).apply(col(KEY))),
                    lit("(blank)")));
    return joined
        .withColumn(DistrictKeys.DISTRICT, coalesce(col(ALWAYS), only, asRead))
        .withColumn(DistrictKeys.CITY, city)
        .withColumn(DistrictKeys.REASON, reason)
        .withColumn(DistrictKeys.FOUND, when(col(DistrictKeys.REASON).isNotNull(), found))
        .drop(KEY, SPELLING, ALWAYS, ALWAYS_CITY, MEANINGS, MEANING);
  }

  private static Column meaningOn(Column day) {
    return get(
        filter(
            col(MEANINGS),
            meaning -> day.between(meaning.getField("first_day"), meaning.getField("last_day"))),
        lit(0));
  }

  private List<Row> lookup() {
    List<Row> lookup = new ArrayList<>();
    meanings.forEach(
        (spelling, of) -> {
          String always =
              of.get(0).districtIds().size() == 1 ? of.get(0).districtIds().get(0) : null;
          boolean isAlways = of.size() == 1 && always != null;
          lookup.add(
              isAlways
                  ? RowFactory.create(spelling, always, cities.get(always), null)
                  : RowFactory.create(
                      spelling, null, null, of.stream().map(this::meaning).toList()));
        });
    return lookup;
  }

  private Row meaning(Crosswalk.Meaning meaning) {
    List<String> ids = meaning.districtIds();
    return RowFactory.create(
        meaning.firstDay(),
        meaning.lastDay(),
        ids,
        ids.size() == 1 ? cities.get(ids.get(0)) : null);
  }

  /** A key as text; a whole number of a floating-point column as spreadsheets write it, 1001.0. */
  private static Column text(DataType type, Column key) {
    Column text = key.cast(DataTypes.StringType);
    if (type.equals(DataTypes.DoubleType) || type.equals(DataTypes.FloatType)) {
      Column whole = key.cast(DataTypes.LongType);
      return when(
              whole.equalTo(key).and(key.between(-LARGEST_WHOLE, LARGEST_WHOLE)),
              concat(whole.cast(DataTypes.StringType), lit(".0")))
          .otherwise(text);
    }
    return text;
  }
}
