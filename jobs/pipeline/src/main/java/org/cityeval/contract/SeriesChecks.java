package org.cityeval.contract;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.cityeval.config.ContractCheck;
import org.cityeval.config.EvaluationSection;
import org.cityeval.config.MeasureConfig;
import org.cityeval.config.SourceConfig;
import org.cityeval.series.Quantity;

/** All checks over single series of a source, in one pass grouped by district. */
public final class SeriesChecks implements Serializable {
  private static final String PUBLISHED = "published";

  private final SourceConfig source;
  private final LocalDate firstDay;
  private final LocalDate lastDay;

  public SeriesChecks(SourceConfig source, EvaluationSection span) {
    this.source = source;
    this.firstDay = span.firstDay();
    this.lastDay = span.lastDay();
  }

  /**
   * Measurements of every district, also of those the source does not tell of.
   *
   * @param records the good records of the source: its whole series, all vintages
   * @param districts district_id of every district of the evaluation
   */
  public Dataset<Row> of(Dataset<Row> records, Dataset<Row> districts) {
    return bySeries(records, districts)
        .flatMap((FlatMapFunction<Row, Row>) this::measurements, Encoders.row(Measurement.SCHEMA));
  }

  /** One row per district: district_id, and its records. */
  static Dataset<Row> bySeries(Dataset<Row> records, Dataset<Row> districts) {
    Dataset<Row> published =
        records
            .groupBy(col("district_id").as("_district"))
            .agg(
                collect_list(struct(col("measure"), col("date"), col("as_of"), col("value")))
                    .as(PUBLISHED));
    return districts
        .join(published, col("district_id").equalTo(col("_district")), "left")
        .select("district_id", PUBLISHED);
  }

  /** The series of one row, by measure. */
  static Map<String, Series.Collector> collected(Row district) {
    Map<String, Series.Collector> byMeasure = new HashMap<>();
    List<Row> published = district.isNullAt(1) ? List.of() : district.getList(1);
    published.forEach(
        record ->
            byMeasure
                .computeIfAbsent(record.getString(0), measure -> new Series.Collector())
                .add(record));
    return byMeasure;
  }

  private Iterator<Row> measurements(Row district) {
    String id = district.getString(0);
    Map<String, Series.Collector> collected = collected(district);
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<Quantity, MeasureConfig> measure : source.measures().entrySet()) {
      Quantity quantity = measure.getKey();
      Series series = Series.of(collected, quantity.column());
      SeriesRule.Expected expected = expected(quantity, id);
      for (ContractCheck check : source.contract().quality()) {
        if (isOverSeries(check, quantity)) {
          new SeriesRule(check, measure.getValue().kind())
              .measure(new Measurement.Subject(quantity.column(), id, null), series, expected)
              .forEach(found -> rows.add(found.row()));
        }
      }
    }
    return rows.iterator();
  }

  private SeriesRule.Expected expected(Quantity measure, String district) {
    List<LocalDate> days =
        firstDay
            .datesUntil(lastDay.plusDays(1))
            .filter(
                day ->
                    source.contract().exclusions().stream()
                        .noneMatch(exclusion -> exclusion.covers(measure, district, day)))
            .toList();
    return new SeriesRule.Expected(firstDay, lastDay, days);
  }

  /** Whether a check looks at the series of a measure. */
  static boolean isOverSeries(ContractCheck check, Quantity measure) {
    List<Quantity> measures = check.arguments().measures();
    return check.rule().implementation() != null
        && (measures.isEmpty() || measures.contains(measure));
  }
}
