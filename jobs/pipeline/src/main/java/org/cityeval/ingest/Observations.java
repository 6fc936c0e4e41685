package org.cityeval.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.cityeval.table.spec.Keys.RUN_ID;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.series.Quantity;
import org.cityeval.source.PublishedVersions;
import org.cityeval.table.silver.ObservationTable;

/** Records as rows of silver.observation and ops.quarantine. */
public final class Observations {
  private final EvaluationConfig config;
  private final Map<String, LocalDate> defaultAsOf;

  /**
   * @param defaultAsOf the day of publication of records that name none, by source
   */
  public Observations(EvaluationConfig config, Map<String, LocalDate> defaultAsOf) {
    this.config = config;
    this.defaultAsOf = Map.copyOf(defaultAsOf);
  }

  /**
   * The observations among the judged records.
   *
   * @param versions of what the sources published; other publications are left out
   */
  public Dataset<Row> kept(Dataset<Row> judged, PublishedVersions versions) {
    Dataset<Row> dated =
        judged
            .where(col(RecordColumns.REASON).equalTo(Reason.NONE.code()))
            .withColumn(RecordColumns.AS_OF, coalesce(col(RecordColumns.AS_OF), byDefault()));
    return versioned(dated, versions)
        .withColumn(
            ObservationTable.UNIT.name(),
            byMeasure((quantity, measure) -> quantity.unit().symbol()))
        .withColumn(
            ObservationTable.FAMILY.name(),
            byMeasure((quantity, measure) -> quantity.family().id()))
        .withColumn(
            ObservationTable.KIND.name(), byMeasure((quantity, measure) -> measure.kind().id()))
        .withColumn(
            ObservationTable.FLAGS.name(),
            functions.nullif(
                functions.concat_ws(
                    ",",
                    byMeasure((quantity, measure) -> flags(measure)),
                    region(),
                    col(RecordColumns.JOINED),
                    functions.when(col(RecordColumns.MENDED), lit("mended"))),
                lit("")));
  }

  /** Says of which region a value was said that stands for each of its districts. */
  private Column region() {
    Column flag = lit(null).cast(DataTypes.StringType);
    for (Map.Entry<String, SourceConfig> source : config.sources().entrySet()) {
      if (source.getValue().key().region() != null) {
        flag =
            functions
                .when(
                    col(RecordColumns.SOURCE_ID).equalTo(config.sourceId(source.getKey())),
                    lit("region_" + source.getValue().key().region()))
                .otherwise(flag);
      }
    }
    return flag;
  }

  private static String flags(MeasureConfig measure) {
    List<String> flags = new ArrayList<>();
    if (measure.smoothedDays() > 1) {
      flags.add("smoothed_" + measure.smoothedDays() + "d");
    }
    if (measure.placement().every().flag() != null) {
      flags.add(measure.placement().every().flag());
    }
    return flags.isEmpty() ? null : String.join(",", flags);
  }

  /** The refused records, among those never good and among the duplicates. */
  public static Dataset<Row> refused(Dataset<Row> neverGood, Dataset<Row> judged, String runId) {
    Column isRefused = col(RecordColumns.RECORD).isNotNull();
    return neverGood
        .where(isRefused)
        .unionByName(judged.where(isRefused))
        .withColumn(
            RecordColumns.DISTRICT,
            functions.when(col(RecordColumns.CITY).isNotNull(), col(RecordColumns.DISTRICT)))
        .withColumn(RUN_ID.name(), lit(runId));
  }

  /**
   * Observations with the version of what they were published with.
   *
   * @param versions of what the sources published; other publications are left out
   */
  public static Dataset<Row> versioned(Dataset<Row> observations, PublishedVersions versions) {
    return observations
        .withColumn(
            ObservationTable.SOURCE_VERSION.name(),
            versions.find(col(RecordColumns.SOURCE_ID), col(RecordColumns.AS_OF)))
        .where(ObservationTable.SOURCE_VERSION.col().isNotNull());
  }

  private Column byDefault() {
    Column day = lit(null).cast(DataTypes.DateType);
    for (Map.Entry<String, LocalDate> source : defaultAsOf.entrySet()) {
      day =
          functions
              .when(col(RecordColumns.SOURCE_ID).equalTo(source.getKey()), lit(source.getValue()))
              .otherwise(day);
    }
    return day;
  }

  private Column byMeasure(BiFunction<Quantity, MeasureConfig, String> of) {
    Map<Quantity, MeasureConfig> measures = new LinkedHashMap<>();
    for (SourceConfig source : config.sources().values()) {
      measures.putAll(source.measures());
    }
    Column value = lit(null).cast(DataTypes.StringType);
    for (Map.Entry<Quantity, MeasureConfig> measure : measures.entrySet()) {
      String text = of.apply(measure.getKey(), measure.getValue());
      value =
          functions
              .when(
                  col(RecordColumns.MEASURE).equalTo(measure.getKey().column()),
                  lit(text).cast(DataTypes.StringType))
              .otherwise(value);
    }
    return value;
  }
}
