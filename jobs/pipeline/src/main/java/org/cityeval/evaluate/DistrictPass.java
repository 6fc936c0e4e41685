package org.cityeval.evaluate;

import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.cityeval.evaluate.PeriodReads.Read;
import org.cityeval.indicator.FrontierIndicator;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.SeriesIndicator;
import org.cityeval.indicator.Trace;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.series.Quantity;
import org.cityeval.table.DistrictDayCodec;
import org.cityeval.withholding.Withheld;

/**
 * One pass over the districts, and the cities' own series. It gives finished values of the
 * indicators that need one series, and the traces of those that put several together.
 */
public final class DistrictPass implements Serializable {
  private final EvaluationScope scope;

  public DistrictPass(EvaluationScope scope) {
    this.scope = scope;
  }

  /**
   * Rows of gold.indicator_value, and columns of a trace that are null on finished values.
   *
   * @param withheld the days on which counts are withheld, as {@link Withheld#dates} gives them;
   *     not read where nothing is withheld
   */
  public Dataset<Row> evaluate(Dataset<Row> districtDayWithResidents, Dataset<Row> withheld) {
    Dataset<Row> series = DistrictDayCodec.gather(districtDayWithResidents, reads());
    return (scope.small().withholds()
            ? series.join(withheld, new String[] {LEVEL.name(), DISTRICT_ID.name()}, "left")
            : series)
        .flatMap((FlatMapFunction<Row, Row>) this::evaluate, Encoders.row(TraceRow.schema()));
  }

  static Set<Quantity> reads() {
    Set<Quantity> reads = EnumSet.noneOf(Quantity.class);
    Indicators.ALL.forEach(indicator -> reads.addAll(indicator.spec().reads()));
    reads.addAll(CoveredShare.quantities(reads));
    return reads;
  }

  private Iterator<Row> evaluate(Row gathered) {
    DistrictSeries all = DistrictDayCodec.series(gathered, reads());
    WithheldCounts withheld = WithheldCounts.of(gathered, scope.small());
    List<Row> rows = new ArrayList<>();
    for (Period period : scope.periods().getOrDefault(all.cityId(), List.of())) {
      PeriodReads reads = new PeriodReads(all, period, scope.parameters());
      Indicators.ALL.forEach(indicator -> evaluate(indicator, all, period, reads, withheld, rows));
    }
    for (Period wave : scope.ownWaves().getOrDefault(all.districtId(), List.of())) {
      PeriodReads reads = new PeriodReads(all, wave, scope.parameters());
      for (Indicator indicator : Indicators.ALL) {
        if (all.level() == Level.DISTRICT && indicator instanceof SeriesIndicator) {
          evaluate(indicator, all, wave, reads, withheld, rows);
        }
      }
    }
    return rows.iterator();
  }

  private void evaluate(
      Indicator indicator,
      DistrictSeries all,
      Period period,
      PeriodReads reads,
      WithheldCounts withheld,
      List<Row> rows) {
    boolean named = indicator.spec().levels().contains(all.level());
    double covered = CoveredShare.of(indicator, all, period);
    if (indicator instanceof SeriesIndicator series && named) {
      rows.add(value(series, reads.of(indicator), period, withheld, covered));
    } else if (indicator instanceof PooledIndicator pooled
        && pooled.traceId().equals(pooled.spec().id())
        && (all.level() == Level.DISTRICT || pooled.observesWhole())) {
      Read read = reads.of(indicator);
      Trace trace = pooled.observe(read.series(), scope.parameters());
      rows.add(trace(indicator, read, period, withheld, covered, trace));
    } else if (indicator instanceof FrontierIndicator frontier && named) {
      Read read = reads.of(indicator);
      Trace trace = frontier.observe(read.series(), scope.parameters());
      rows.add(trace(indicator, read, period, withheld, covered, trace));
    }
  }

  private Row trace(
      Indicator indicator,
      Read read,
      Period period,
      WithheldCounts withheld,
      double covered,
      Trace trace) {
    DistrictSeries series = read.series();
    return TraceRow.of(
        scope,
        subject(series, period),
        indicator,
        withheld.publishable(indicator, series, scope.parameters(), trace),
        new TraceRow.Origin(
            period.kind(), series.population(), covered, read.fingerprint(covered)));
  }

  private Row value(
      SeriesIndicator indicator,
      Read read,
      Period period,
      WithheldCounts withheld,
      double covered) {
    DistrictSeries series = read.series();
    long seed = scope.seed(series.cityId(), series.districtId(), period.periodId(), indicator);
    Result result =
        withheld.publishable(
            indicator,
            series,
            scope.parameters(),
            indicator.evaluate(series, scope.parameters(), seed));
    return TraceRow.finished(
        ValueRow.of(
            scope,
            subject(series, period),
            indicator,
            CoveredShare.told(result, covered),
            seed,
            read.fingerprint(covered)));
  }

  private static ValueRow.Subject subject(DistrictSeries read, Period period) {
    return new ValueRow.Subject(read.cityId(), read.districtId(), read.level(), period.periodId());
  }
}
