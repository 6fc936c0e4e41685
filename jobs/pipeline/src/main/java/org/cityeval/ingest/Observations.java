package org.cityeval.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.MeasureConfig;
import org.cityeval.config.SourceConfig;
import org.cityeval.series.Quantity;

/** Records as rows of silver.observation and ops.quarantine. */
public final class Observations {
  private final EvaluationConfig config;
  private final Map<String, Tally> tallies;

  public Observations(EvaluationConfig config, Map<String, Tally> tallies) {
    this.config = config;
    this.tallies = tallies;
  }

  /** The observations among the judged records. */
  public Dataset<Row> kept(Dataset<Row> judged) {
    return judged
        .where(col(RecordColumns.REASON).equalTo(Reason.NONE.code()))
        .withColumn("source_version", bySource(Tally::version))
        .withColumn(
            RecordColumns.AS_OF,
            coalesce(
                col(RecordColumns.AS_OF),
                bySource(tally -> tally.asOf().last().toString()).cast(DataTypes.DateType)))
        .withColumn("unit", byMeasure((quantity, measure) -> quantity.unit().symbol()))
        .withColumn("family", byMeasure((quantity, measure) -> quantity.family().id()))
        .withColumn("kind", byMeasure((quantity, measure) -> measure.kind().id()))
        .withColumn("flags", byMeasure((quantity, measure) -> flags(measure)));
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
  public Dataset<Row> refused(Dataset<Row> neverGood, Dataset<Row> judged) {
    Column isRefused = col(RecordColumns.RECORD).isNotNull();
    return neverGood
        .where(isRefused)
        .unionByName(judged.where(isRefused))
        .withColumn("source_version", bySource(Tally::version));
  }

  private Column bySource(Function<Tally, String> of) {
    Column value = lit(null).cast(DataTypes.StringType);
    for (Map.Entry<String, Tally> tally : tallies.entrySet()) {
      value =
          functions
              .when(
                  col(RecordColumns.SOURCE_ID).equalTo(tally.getKey()), of.apply(tally.getValue()))
              .otherwise(value);
    }
    return value;
  }

  private Column byMeasure(java.util.function.BiFunction<Quantity, MeasureConfig, String> of) {
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
