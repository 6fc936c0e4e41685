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
import org.cityeval.indicator.FrontierIndicator;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.SeriesIndicator;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Fingerprint;
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
      Indicators.ALL.forEach(indicator -> evaluate(indicator, all, period, withheld, rows));
    }
    for (Period wave : scope.ownWaves().getOrDefault(all.districtId(), List.of())) {
      for (Indicator indicator : Indicators.ALL) {
        if (all.level() == Level.DISTRICT && indicator instanceof SeriesIndicator) {
          evaluate(indicator, all, wave, withheld, rows);
        }
      }
    }
    return rows.iterator();
  }

  private void evaluate(
      Indicator indicator,
      DistrictSeries all,
      Period period,
      WithheldCounts withheld,
      List<Row> rows) {
    boolean named = indicator.spec().levels().contains(all.level());
    double covered = CoveredShare.of(indicator, all, period);
    if (indicator instanceof SeriesIndicator series && named) {
      rows.add(value(series, read(indicator, all, period), period, withheld, covered));
    } else if (indicator instanceof PooledIndicator pooled
        && (all.level() == Level.DISTRICT || pooled.observesWhole())) {
      DistrictSeries read = read(indicator, all, period);
      rows.add(
          TraceRow.of(
              scope,
              subject(read, period),
              indicator,
              withheld.publishable(
                  indicator, read, scope.parameters(), pooled.observe(read, scope.parameters())),
              new TraceRow.Origin(
                  period.kind(), read.population(), covered, fingerprint(read, period, covered))));
    } else if (indicator instanceof FrontierIndicator frontier && named) {
      DistrictSeries read = read(indicator, all, period);
      rows.add(
          TraceRow.of(
              scope,
              subject(read, period),
              indicator,
              withheld.publishable(
                  indicator, read, scope.parameters(), frontier.observe(read, scope.parameters())),
              new TraceRow.Origin(
                  period.kind(), read.population(), covered, fingerprint(read, period, covered))));
    }
  }

  /** The days of the period, with the declared quantities: an undeclared read finds nothing. */
  private DistrictSeries read(Indicator indicator, DistrictSeries all, Period period) {
    int lead = indicator.spec().leadIn().days(scope.parameters());
    return all.during(period, lead).only(indicator.spec().reads());
  }

  private Row value(
      SeriesIndicator indicator,
      DistrictSeries read,
      Period period,
      WithheldCounts withheld,
      double covered) {
    long seed = scope.seed(read.cityId(), read.districtId(), period.periodId(), indicator);
    Result result =
        withheld.publishable(
            indicator,
            read,
            scope.parameters(),
            indicator.evaluate(read, scope.parameters(), seed));
    return TraceRow.finished(
        ValueRow.of(
            scope,
            subject(read, period),
            indicator,
            CoveredShare.told(result, covered),
            seed,
            fingerprint(read, period, covered)));
  }

  private static ValueRow.Subject subject(DistrictSeries read, Period period) {
    return new ValueRow.Subject(read.cityId(), read.districtId(), read.level(), period.periodId());
  }

  private static String fingerprint(DistrictSeries read, Period period, double covered) {
    Fingerprint fingerprint =
        new Fingerprint()
            .add(read.cityId())
            .add(read.districtId())
            .add(period.periodId())
            .add(period.firstDay().toString())
            .add((double) read.leadDays())
            .add(read.population());
    DistrictSeries all = read.withLead();
    for (Quantity quantity : Quantity.values()) {
      if (all.observes(quantity)) {
        fingerprint.add(quantity.column()).add(all.daily(quantity));
      }
    }
    return Double.isNaN(covered) ? fingerprint.hex() : fingerprint.add(covered).hex();
  }
}
