package org.cityeval.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.cityeval.indicator.FrontierIndicator;
import org.cityeval.indicator.FrontierIndicator.Entry;
import org.cityeval.indicator.FrontierIndicator.Subject;
import org.cityeval.indicator.Indicators;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.table.GoldTables;

/**
 * One pass over the indicators that measure everyone against the best: all their traces meet in one
 * task each, a handful of numbers per district and period.
 */
public final class FrontierPass implements Serializable {
  private final EvaluationScope scope;

  public FrontierPass(EvaluationScope scope) {
    this.scope = scope;
  }

  /** Rows of gold.indicator_value, from the rows of {@link DistrictPass} that carry a trace. */
  public Dataset<Row> of(Dataset<Row> traces) {
    return traces
        .where(col("indicator_id").isin(ids()))
        .groupBy("indicator_id")
        .agg(
            sort_array(
                    collect_list(
                        struct(
                            col("level"),
                            col("period_id"),
                            col("city_id"),
                            col("district_id"),
                            col(TraceRow.KIND),
                            col("status"),
                            col("reason"),
                            col("n"),
                            col("coverage"),
                            col("input_hash"),
                            col(TraceRow.COVERED),
                            col(TraceRow.TRACE))))
                .as("entries"))
        .flatMap(
            (FlatMapFunction<Row, Row>) this::judge,
            Encoders.row(GoldTables.INDICATOR_VALUE.structType()));
  }

  private static Object[] ids() {
    return Indicators.ALL.stream()
        .filter(FrontierIndicator.class::isInstance)
        .map(indicator -> indicator.spec().id())
        .toArray();
  }

  private Iterator<Row> judge(Row group) {
    FrontierIndicator indicator =
        (FrontierIndicator) Indicators.find(group.getString(0)).orElseThrow();
    List<Entry> entries = new ArrayList<>();
    Map<Subject, Double> covered = new HashMap<>();
    Fingerprint all = new Fingerprint();
    for (Row row : group.<Row>getList(1)) {
      all.add(row.<String>getAs("input_hash"));
      Subject subject =
          new Subject(
              row.getAs("city_id"),
              row.getAs("district_id"),
              Level.ofId(row.<String>getAs("level")),
              row.getAs("period_id"));
      covered.put(subject, TraceRow.covered(row));
      entries.add(
          new Entry(
              subject, Period.Kind.ofId(row.<String>getAs(TraceRow.KIND)), TraceRow.trace(row)));
    }
    String inputs = all.hex();
    List<Row> rows = new ArrayList<>();
    indicator
        .judge(entries, scope.parameters(), subject -> seed(subject, indicator))
        .forEach(
            (subject, result) ->
                rows.add(
                    ValueRow.of(
                        scope,
                        new ValueRow.Subject(
                            subject.cityId(),
                            subject.districtId(),
                            subject.level(),
                            subject.periodId()),
                        indicator,
                        CoveredShare.told(result, covered.getOrDefault(subject, Double.NaN)),
                        seed(subject, indicator),
                        inputs + "/" + subject.districtId())));
    return rows.iterator();
  }

  private long seed(Subject subject, FrontierIndicator indicator) {
    return scope.seed(subject.cityId(), subject.districtId(), subject.periodId(), indicator);
  }
}
