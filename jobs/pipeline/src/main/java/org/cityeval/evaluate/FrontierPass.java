package org.cityeval.evaluate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.indicator.FrontierIndicator;
import org.cityeval.indicator.FrontierIndicator.Entry;
import org.cityeval.indicator.FrontierIndicator.Subject;
import org.cityeval.indicator.Indicators;
import org.cityeval.series.Level;
import org.cityeval.series.Period;

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
    return TraceGroups.judged(
        traces,
        FrontierIndicator.class,
        List.of("indicator_id"),
        List.of("level", "period_id", "city_id", "district_id", TraceRow.KIND),
        this::judge);
  }

  private Iterator<Row> judge(Row group) {
    FrontierIndicator indicator =
        (FrontierIndicator) Indicators.find(group.getString(0)).orElseThrow();
    List<Entry> entries = new ArrayList<>();
    Map<Subject, Double> covered = new HashMap<>();
    List<Row> traces = group.getList(1);
    for (Row row : traces) {
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
    String inputs = TraceGroups.inputs(traces);
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
