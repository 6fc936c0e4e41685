package org.cityeval.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.ContractCheck;
import org.cityeval.config.ContractCheck.Implementation;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.MeasureConfig;
import org.cityeval.config.SourceConfig;
import org.cityeval.series.Quantity;

/** Everything one source's contract asks for, as measurements; nothing is computed yet. */
public final class ContractChecks {
  private final EvaluationConfig config;
  private final String name;
  private final SourceConfig source;

  public ContractChecks(EvaluationConfig config, String name) {
    this.config = config;
    this.name = name;
    this.source = config.sources().get(name);
  }

  /**
   * Rows of {@link Measurement#SCHEMA}; empty where the contract asks for nothing.
   *
   * @param records the good records of the source: its whole series, all vintages
   * @param districts district_id of every district of the evaluation
   * @param rows gives the rows of a source by its name, and is asked only where a check needs them
   */
  public Optional<Dataset<Row>> of(
      Dataset<Row> records, Dataset<Row> districts, Function<String, Dataset<Row>> rows) {
    List<Dataset<Row>> parts = new ArrayList<>();
    RowChecks rowChecks = new RowChecks(source);
    if (rowChecks.areAny()) {
      parts.add(rowChecks.of(rows.apply(name), name));
    }
    List<ContractCheck> checks = source.contract().quality();
    if (checks.stream().anyMatch(check -> check.rule().implementation() != null)) {
      parts.add(new SeriesChecks(source, config.evaluation()).of(records, districts));
    }
    for (ContractCheck check : checks) {
      if (check.rule().implementation() == Implementation.IDENTICAL_DAYS) {
        parts.add(
            new IdenticalSeries(
                    check, List.copyOf(source.measures().keySet()), config.evaluation().firstDay())
                .of(SeriesChecks.bySeries(records, districts)));
      } else if (check.rule().implementation() == Implementation.SUM_OF_DISTRICTS) {
        parts.addAll(sums(check, records, rows));
      }
    }
    return parts.stream().reduce(Dataset::unionByName);
  }

  private List<Dataset<Row>> sums(
      ContractCheck check, Dataset<Row> records, Function<String, Dataset<Row>> rows) {
    String other = Optional.ofNullable(check.arguments().total().source()).orElse(name);
    DistrictSums sums = new DistrictSums(check, config.sources().get(other));
    List<Dataset<Row>> parts = new ArrayList<>();
    for (Map.Entry<Quantity, MeasureConfig> measure : source.measures().entrySet()) {
      if (SeriesChecks.isOverSeries(check, measure.getKey())) {
        parts.add(sums.of(measure.getKey(), measure.getValue(), records, rows.apply(other)));
      }
    }
    return parts;
  }
}
