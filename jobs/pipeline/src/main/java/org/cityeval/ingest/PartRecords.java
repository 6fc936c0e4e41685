package org.cityeval.ingest;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.DistrictKey.DistrictColumns;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.place.District;
import org.cityeval.series.Quantity;

/**
 * Puts together what a source says of the parts of a district: columns that are added up, and
 * districts that are evaluated as one. A part is a record of its own until here: read, compared
 * with its duplicates, refused and mended by itself. From here on the whole is one record, behind
 * which stand those of its parts.
 */
public final class PartRecords {
  private static final String PART = "_part";
  private static final String WHOLE = "_whole";
  private static final String RESIDENTS = "_residents";
  private static final String ALL_RESIDENTS = "_all_residents";
  private static final String MEMBERS = "_members";
  private static final String IS_PART = "_is_part";
  private static final String IS_MEMBER = "_is_member";
  private static final String IS_MEAN = "_is_mean";
  private static final String WEIGHT = "_weight";

  private static final StructType LOOKUP =
      new StructType()
          .add(PART, DataTypes.StringType)
          .add(WHOLE, DataTypes.StringType)
          .add(RESIDENTS, DataTypes.DoubleType)
          .add(ALL_RESIDENTS, DataTypes.DoubleType)
          .add(MEMBERS, DataTypes.IntegerType);

  private final EvaluationConfig config;
  private final List<District> merged;

  public PartRecords(EvaluationConfig config, List<District> districts) {
    this.config = config;
    this.merged = districts.stream().filter(district -> !district.parts().isEmpty()).toList();
  }

  /** Whether a record may stand for several: districts are merged, or columns are added up. */
  public boolean areThere() {
    return !merged.isEmpty()
        || config.sources().values().stream()
            .flatMap(source -> source.key().districtColumns().values().stream())
            .anyMatch(DistrictColumns::areAdded);
  }

  /**
   * The records, each with its whole in the place of a part; how many there are does not change.
   */
  public Dataset<Row> byWhole(Dataset<Row> records) {
    if (merged.isEmpty()) {
      return records;
    }
    return located(records)
        .withColumn(RecordColumns.DISTRICT, coalesce(col(WHOLE), col(RecordColumns.DISTRICT)))
        .drop(LOOKUP.fieldNames());
  }

  /**
   * Puts the good ones together.
   *
   * @param distinct records after {@link Deduplication}, with {@link RecordColumns#COLUMN} and
   *     {@link RecordColumns#COLUMNS}
   * @return the same with {@link RecordColumns#JOINED} instead; a part that is alone, or stands
   *     beside a number of the whole, as it is with the reason
   */
  public Dataset<Row> together(Dataset<Row> distinct) {
    Dataset<Row> plain =
        distinct
            .withColumn(RecordColumns.JOINED, lit(null).cast(DataTypes.StringType))
            .drop(RecordColumns.COLUMN, RecordColumns.COLUMNS);
    if (!areThere()) {
      return plain;
    }
    Dataset<Row> marked = marked(distinct);
    Column concerned =
        col(RecordColumns.REASON)
            .equalTo(Reason.NONE.code())
            .and(col(IS_PART).or(col(RecordColumns.DISTRICT).isin(ids())))
            .and(isOfRegion().equalTo(false).or(col(IS_PART)));
    Dataset<Row> judged = judged(marked.where(concerned));
    Column[] columns = columns(plain);
    Dataset<Row> apart =
        marked
            .where(concerned.equalTo(false))
            .unionByName(
                judged.where(
                    col(IS_PART)
                        .equalTo(false)
                        .or(col(RecordColumns.REASON).notEqual(Reason.NONE.code()))))
            .withColumn(RecordColumns.JOINED, lit(null).cast(DataTypes.StringType))
            .select(columns);
    return apart.unionByName(
        joined(
                judged.where(
                    col(IS_PART).and(col(RecordColumns.REASON).equalTo(Reason.NONE.code()))))
            .select(columns));
  }

  private Object[] ids() {
    return merged.stream().map(District::districtId).toArray();
  }

  private static Column[] columns(Dataset<Row> rows) {
    return Arrays.stream(rows.columns())
        .map(org.apache.spark.sql.functions::col)
        .toArray(Column[]::new);
  }

  /** The records with the whole that their district is a part of, null where of none. */
  private Dataset<Row> located(Dataset<Row> records) {
    List<Row> lookup = new ArrayList<>();
    for (District whole : merged) {
      whole
          .parts()
          .forEach(
              (part, residents) ->
                  lookup.add(
                      RowFactory.create(
                          part,
                          whole.districtId(),
                          residents,
                          whole.population(),
                          whole.parts().size())));
    }
    return records.join(
        broadcast(records.sparkSession().createDataFrame(lookup, LOOKUP)),
        col(RecordColumns.DISTRICT).equalTo(col(PART)).and(isOfRegion().equalTo(false)),
        "left");
  }

  /** A region may be called as a district is. */
  private Column isOfRegion() {
    return col(RecordColumns.SOURCE_ID)
        .isin(
            config.sources().entrySet().stream()
                .filter(source -> source.getValue().key().region() != null)
                .map(source -> config.sourceId(source.getKey()))
                .toArray());
  }

  private Dataset<Row> marked(Dataset<Row> distinct) {
    return located(distinct)
        .withColumn(IS_MEMBER, col(PART).isNotNull())
        .withColumn(IS_PART, col(IS_MEMBER).or(col(RecordColumns.COLUMNS).gt(1)))
        .withColumn(IS_MEAN, col(IS_MEMBER).and(col(RecordColumns.MEASURE).isin(means().toArray())))
        .withColumn(WEIGHT, when(col(IS_MEAN), col(RESIDENTS)).otherwise(1.0))
        .withColumn(WHOLE, coalesce(col(WHOLE), col(RecordColumns.DISTRICT)))
        .withColumn(MEMBERS, coalesce(col(MEMBERS), lit(1)));
  }

  /** Measures of which the whole has the mean of its parts. */
  private Set<String> means() {
    Set<String> means = new TreeSet<>();
    for (SourceConfig source : config.sources().values()) {
      for (Map.Entry<Quantity, MeasureConfig> measure : source.measures().entrySet()) {
        if (!measure.getValue().addsUp(measure.getKey())) {
          means.add(measure.getKey().column());
        }
      }
    }
    return means;
  }

  private static Dataset<Row> judged(Dataset<Row> concerned) {
    WindowSpec ofDistrict = sameDay(RecordColumns.SOURCE_ID, RecordColumns.DISTRICT);
    WindowSpec ofWhole = sameDay(RecordColumns.SOURCE_ID, WHOLE);
    WindowSpec anySource = sameDay(WHOLE);
    Column beside = col("_of_whole").and(col("_of_part"));
    Column alone =
        col("_all_columns").equalTo(false).or(col("_present").lt(col(MEMBERS))).and(col(IS_PART));
    return concerned
        .withColumn("_all_columns", count(lit(1)).over(ofDistrict).geq(col(RecordColumns.COLUMNS)))
        .withColumn("_all_columns", min("_all_columns").over(ofWhole))
        .withColumn("_present", size(collect_set(RecordColumns.DISTRICT).over(ofWhole)))
        .withColumn("_of_whole", bool_or(col(IS_MEMBER).equalTo(false)).over(anySource))
        .withColumn("_of_part", bool_or(col(IS_MEMBER)).over(anySource))
        .withColumn(
            RecordColumns.DETAIL,
            when(beside, concat(lit(Reason.WHOLE_AND_PART.sentence() + ": "), col(WHOLE))))
        .withColumn(RecordColumns.RECORD, when(beside, RecordColumns.told()))
        .withColumn(
            RecordColumns.REASON,
            when(beside, lit(Reason.WHOLE_AND_PART.code()))
                .when(alone, lit(Reason.PART_ALONE.code()))
                .otherwise(lit(Reason.NONE.code())))
        .drop("_all_columns", "_present", "_of_whole", "_of_part");
  }

  private static WindowSpec sameDay(String... keys) {
    List<Column> partition = new ArrayList<>();
    for (String key : keys) {
      partition.add(col(key));
    }
    partition.add(col(RecordColumns.MEASURE));
    partition.add(col(RecordColumns.DATE));
    partition.add(col(RecordColumns.AS_OF));
    return Window.partitionBy(partition.toArray(Column[]::new));
  }

  /** One record of all the parts of each whole. */
  private static Dataset<Row> joined(Dataset<Row> parts) {
    // Sorted before anything is added up, so that no order of rows shows.
    Column terms =
        transform(
            sort_array(
                collect_list(
                    struct(
                        col(RecordColumns.DISTRICT),
                        coalesce(col(RecordColumns.COLUMN), lit("")),
                        col(RecordColumns.VALUE).multiply(col(WEIGHT)).as("term")))),
            part -> part.getField("term"));
    Column total = aggregate(terms, lit(0.0), Column::plus);
    Column value = when(max(IS_MEAN), total.divide(first(ALL_RESIDENTS))).otherwise(total);
    Column oneFile =
        when(min(RecordColumns.FILE).equalTo(max(RecordColumns.FILE)), min(RecordColumns.FILE));
    return parts
        .groupBy(
            RecordColumns.SOURCE_ID,
            WHOLE,
            RecordColumns.MEASURE,
            RecordColumns.DATE,
            RecordColumns.AS_OF)
        .agg(
            value.as(RecordColumns.VALUE),
            array_join(sort_array(collect_list(RecordColumns.POSITION)), " + ")
                .as(RecordColumns.POSITION),
            min(RecordColumns.CITY).as(RecordColumns.CITY),
            oneFile.as(RecordColumns.FILE),
            sum(RecordColumns.RECORDS).as(RecordColumns.RECORDS),
            max(RecordColumns.MENDED).as(RecordColumns.MENDED),
            when(max(IS_MEAN), lit("parts_averaged"))
                .otherwise(lit("parts_added"))
                .as(RecordColumns.JOINED))
        .withColumnRenamed(WHOLE, RecordColumns.DISTRICT)
        .withColumn(RecordColumns.TEXT, col(RecordColumns.VALUE).cast(DataTypes.StringType))
        .withColumn(RecordColumns.REASON, lit(Reason.NONE.code()))
        .withColumn(RecordColumns.DETAIL, lit(null).cast(DataTypes.StringType))
        .withColumn(RecordColumns.RECORD, lit(null).cast(DataTypes.StringType));
  }
}
