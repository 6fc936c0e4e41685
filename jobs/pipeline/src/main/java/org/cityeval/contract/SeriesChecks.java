package org.cityeval.contract;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.MEASURE;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.ContractCheck;
import org.cityeval.config.lake.ContractCheck.Implementation;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.functions.NumberedSubjects;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.ObservationTable;

/** All checks over single series of all sources, in one pass grouped by source and district. */
final class SeriesChecks implements Serializable {
  private final Map<String, SourceConfig> sources = new HashMap<>();
  private final LocalDate firstDay;
  private final LocalDate lastDay;

  SeriesChecks(EvaluationConfig config) {
    this.firstDay = config.evaluation().firstDay();
    this.lastDay = config.evaluation().lastDay();
    config
        .sources()
        .forEach(
            (name, source) -> {
              if (source.contract().quality().stream()
                  .anyMatch(check -> check.rule().implementation() != null)) {
                sources.put(config.sourceId(name), source);
              }
            });
  }

  /** Whether any contract asks anything of series. */
  boolean areAny() {
    return !sources.isEmpty();
  }

  /**
   * Rows of {@link MeasuredRows#FOUND}, of every subject: also of those that a source does not tell
   * of.
   *
   * @param records the good records of all sources: whole series, all vintages
   * @param subjects by source_id, the district_id of everything that it could tell of
   */
  Dataset<Row> measure(Dataset<Row> records, Map<String, List<String>> subjects) {
    Map<String, List<String>> checked = new LinkedHashMap<>(subjects);
    checked.keySet().retainAll(sources.keySet());
    NumberedSubjects series = new NumberedSubjects(checked);
    return series
        .gather(
            records,
            SOURCE_ID.col(),
            DISTRICT_ID.col(),
            MEASURE.col(),
            DATE.col(),
            AS_OF.col(),
            ObservationTable.VALUE.col())
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) part -> found(series.each(part)),
            Encoders.row(MeasuredRows.FOUND));
  }

  private Iterator<Row> found(Iterator<NumberedSubjects.Subject> subjects) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(subjects, 0), false)
        .flatMap(subject -> found(subject).stream())
        .iterator();
  }

  private List<Row> found(NumberedSubjects.Subject subject) {
    String sourceId = subject.group();
    String district = subject.id();
    SourceConfig source = sources.get(sourceId);
    Map<String, Series.Collector> collected = collected(subject.rows());
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<Quantity, MeasureConfig> measure : source.measures().entrySet()) {
      Quantity quantity = measure.getKey();
      Series series = Series.of(collected, quantity.column());
      Measurement.Subject of = new Measurement.Subject(quantity.column(), district, null);
      SeriesRule.Expected expected = expected(source, quantity, district);
      for (ContractCheck check : source.contract().quality()) {
        if (!isOverSeries(check, quantity)) {
          continue;
        }
        if (check.rule().implementation() == Implementation.IDENTICAL_DAYS) {
          new IdenticalSeries(check.id(), firstDay)
              .find(of, series)
              .forEach(found -> rows.add(row(sourceId, found.numbers(), found.length())));
        } else {
          new SeriesRule(check, measure.getValue().kind())
              .measure(of, series, expected)
              .forEach(found -> rows.add(row(sourceId, null, found)));
        }
      }
    }
    return rows;
  }

  private static Row row(String sourceId, String numbers, Measurement found) {
    return RowFactory.create(
        sourceId,
        numbers,
        found.rule(),
        found.subject().measure(),
        found.subject().district(),
        found.subject().other(),
        found.first(),
        found.last(),
        found.number(),
        found.holds());
  }

  /** The series of a district, by measure. */
  private static Map<String, Series.Collector> collected(List<Row> records) {
    Map<String, Series.Collector> byMeasure = new HashMap<>();
    records.forEach(
        record ->
            byMeasure
                .computeIfAbsent(MEASURE.of(record), measure -> new Series.Collector())
                .add(record));
    return byMeasure;
  }

  private SeriesRule.Expected expected(SourceConfig source, Quantity measure, String district) {
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
