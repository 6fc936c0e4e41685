package org.cityeval.evaluate;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

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
import org.cityeval.table.spec.TableColumn;

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
  public Dataset<Row> evaluate(Dataset<Row> traces) {
    return TraceGroups.judged(
        traces,
        FrontierIndicator.class,
        TableColumn.names(INDICATOR_ID),
        TableColumn.names(LEVEL, PERIOD_ID, CITY_ID, DISTRICT_ID, TraceRow.KIND),
        this::judge);
  }

  private Iterator<Row> judge(Row group) {
    FrontierIndicator indicator =
        (FrontierIndicator) Indicators.find(INDICATOR_ID.of(group)).orElseThrow();
    List<Entry> entries = new ArrayList<>();
    Map<Subject, Double> covered = new HashMap<>();
    List<Row> traces = TraceGroups.traces(group);
    for (Row row : traces) {
      Subject subject =
          new Subject(
              CITY_ID.of(row), DISTRICT_ID.of(row), Level.ofId(LEVEL.of(row)), PERIOD_ID.of(row));
      covered.put(subject, TraceRow.covered(row));
      entries.add(new Entry(subject, Period.Kind.ofId(TraceRow.KIND.of(row)), TraceRow.trace(row)));
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
