package org.cityeval.contract;

import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.ContractCheck;
import org.cityeval.config.lake.ContractCheck.Implementation;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.series.Quantity;

/** What the contracts of all sources ask for, as rows that one Spark job computes. */
public final class ContractChecks {
  private final EvaluationConfig config;

  public ContractChecks(EvaluationConfig config) {
    this.config = config;
  }

  /**
   * Rows for {@link #read}; empty where no contract asks for anything.
   *
   * @param records the good records of all sources: whole series, all vintages
   * @param subjects by source_id, the district_id of everything that it could tell of
   * @param rows gives the rows of a source by its name, and is asked only where a check needs them
   */
  public Optional<Dataset<Row>> measure(
      Dataset<Row> records,
      Map<String, List<String>> subjects,
      Function<String, Dataset<Row>> rows) {
    List<Dataset<Row>> parts = new ArrayList<>();
    SeriesChecks series = new SeriesChecks(config);
    if (series.areAny()) {
      parts.add(MeasuredRows.together(series.measure(records, subjects)));
    }
    config
        .sources()
        .forEach(
            (name, source) ->
                ofRows(name, source, records, rows)
                    .forEach(part -> parts.add(MeasuredRows.of(config.sourceId(name), part))));
    return parts.stream().reduce(Dataset::unionByName);
  }

  /** The measurements of rows of {@link #measure}, by source_id. */
  public Map<String, List<Measurement>> read(List<Row> rows) {
    return MeasuredRows.read(config, rows);
  }

  /** The checks of a source over its rows, and over what it says of several districts together. */
  private List<Dataset<Row>> ofRows(
      String name, SourceConfig source, Dataset<Row> records, Function<String, Dataset<Row>> rows) {
    List<Dataset<Row>> parts = new ArrayList<>();
    RowChecks rowChecks = new RowChecks(source);
    if (rowChecks.areAny()) {
      parts.add(rowChecks.measure(rows.apply(name), name));
    }
    Dataset<Row> own = records.where(SOURCE_ID.col().equalTo(config.sourceId(name)));
    for (ContractCheck check : source.contract().quality()) {
      if (check.rule().implementation() == Implementation.SUM_OF_DISTRICTS) {
        parts.addAll(sums(check, name, own, rows));
      }
    }
    return parts;
  }

  private List<Dataset<Row>> sums(
      ContractCheck check, String name, Dataset<Row> records, Function<String, Dataset<Row>> rows) {
    String other = Optional.ofNullable(check.arguments().total().source()).orElse(name);
    DistrictSums sums = new DistrictSums(check, config.sources().get(other));
    List<Dataset<Row>> parts = new ArrayList<>();
    for (Map.Entry<Quantity, MeasureConfig> measure :
        config.sources().get(name).measures().entrySet()) {
      if (SeriesChecks.isOverSeries(check, measure.getKey())) {
        parts.add(sums.measure(measure.getKey(), measure.getValue(), records, rows.apply(other)));
      }
    }
    return parts;
  }
}
