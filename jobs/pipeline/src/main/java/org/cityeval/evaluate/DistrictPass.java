package org.cityeval.evaluate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Seed;
import org.cityeval.indicator.SeriesIndicator;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.series.Quantity;
import org.cityeval.table.DistrictDayCodec;
import org.cityeval.table.GoldTables;

/**
 * One pass over the districts, and the cities' own series: finished values of the indicators that
 * need one series, and the traces of those that pool a city's districts.
 */
public final class DistrictPass implements Serializable {
  static final String TRACE = "trace";
  static final String POPULATION = "population";

  private final EvaluationScope scope;

  public DistrictPass(EvaluationScope scope) {
    this.scope = scope;
  }

  /** Rows of gold.indicator_value, and a column trace that is null on finished values. */
  public Dataset<Row> of(Dataset<Row> districtDayWithResidents) {
    return DistrictDayCodec.gather(districtDayWithResidents, reads())
        .flatMap((FlatMapFunction<Row, Row>) this::evaluate, Encoders.row(schema()));
  }

  static StructType schema() {
    return GoldTables.INDICATOR_VALUE
        .structType()
        .add(POPULATION, DataTypes.DoubleType)
        .add(TRACE, DataTypes.createArrayType(DataTypes.DoubleType, false));
  }

  static Set<Quantity> reads() {
    Set<Quantity> reads = EnumSet.noneOf(Quantity.class);
    Indicators.ALL.forEach(indicator -> reads.addAll(indicator.spec().reads()));
    return reads;
  }

  private Iterator<Row> evaluate(Row gathered) {
    DistrictSeries all = DistrictDayCodec.series(gathered, reads());
    List<Row> rows = new ArrayList<>();
    for (Period period : scope.periods().getOrDefault(all.cityId(), List.of())) {
      DistrictSeries days = all.during(period);
      for (Indicator indicator : Indicators.ALL) {
        DistrictSeries read = only(days, indicator.spec().reads());
        if (indicator instanceof SeriesIndicator series) {
          if (indicator.spec().levels().contains(all.level())) {
            rows.add(value(series, read, period));
          }
        } else if (indicator instanceof PooledIndicator pooled && all.level() == Level.DISTRICT) {
          rows.add(trace(pooled, read, period));
        }
      }
    }
    return rows.iterator();
  }

  private Row value(SeriesIndicator indicator, DistrictSeries read, Period period) {
    long seed = seed(scope, read, period, indicator);
    Row value =
        ValueRow.of(
            scope,
            subject(read, period),
            indicator,
            indicator.evaluate(read, scope.parameters(), seed),
            seed,
            fingerprint(read, period));
    return extended(value, null, null);
  }

  private Row trace(PooledIndicator indicator, DistrictSeries read, Period period) {
    PooledIndicator.Trace trace = indicator.observe(read, scope.parameters());
    Object[] row = new Object[GoldTables.INDICATOR_VALUE.columns().size()];
    row[0] = scope.evaluationId();
    row[1] = scope.asOf();
    row[2] = read.cityId();
    row[3] = read.districtId();
    row[4] = Level.DISTRICT.id();
    row[5] = period.periodId();
    row[6] = indicator.spec().id();
    List<String> columns = List.of(GoldTables.INDICATOR_VALUE.columnNames());
    row[columns.indexOf("status")] = trace.status().id();
    row[columns.indexOf("reason")] = trace.reason();
    row[columns.indexOf("n")] = (long) trace.n();
    row[columns.indexOf("coverage")] = DistrictDayCodec.cell(trace.coverage());
    row[columns.indexOf("input_hash")] = fingerprint(read, period);
    return extended(
        RowFactory.create(row), DistrictDayCodec.cell(read.population()), trace.values());
  }

  private static Row extended(Row value, Double population, double[] trace) {
    int width = value.size();
    Object[] row = new Object[width + 2];
    for (int i = 0; i < width; i++) {
      row[i] = value.get(i);
    }
    row[width] = population;
    row[width + 1] = trace == null ? null : boxed(trace);
    return RowFactory.create(row);
  }

  private static Double[] boxed(double[] values) {
    Double[] boxed = new Double[values.length];
    java.util.Arrays.setAll(boxed, i -> values[i]);
    return boxed;
  }

  static long seed(EvaluationScope scope, DistrictSeries read, Period period, Indicator indicator) {
    return Seed.of(
        scope.parameters().uncertainty().seed(),
        read.cityId(),
        read.districtId(),
        period.periodId(),
        indicator.spec().id());
  }

  private static ValueRow.Subject subject(DistrictSeries read, Period period) {
    return new ValueRow.Subject(read.cityId(), read.districtId(), read.level(), period.periodId());
  }

  /** The series with the declared quantities: an undeclared read finds nothing. */
  public static DistrictSeries only(DistrictSeries series, Set<Quantity> quantities) {
    Map<Quantity, double[]> values = new EnumMap<>(Quantity.class);
    quantities.forEach(quantity -> values.put(quantity, series.daily(quantity)));
    return new DistrictSeries(
        series.cityId(),
        series.districtId(),
        series.level(),
        series.population(),
        series.firstDay(),
        series.days(),
        values);
  }

  private static String fingerprint(DistrictSeries read, Period period) {
    Fingerprint fingerprint =
        new Fingerprint()
            .add(read.cityId())
            .add(read.districtId())
            .add(period.periodId())
            .add(read.firstDay().toString())
            .add(read.population());
    for (Quantity quantity : Quantity.values()) {
      if (read.observes(quantity)) {
        fingerprint.add(quantity.column()).add(read.daily(quantity));
      }
    }
    return fingerprint.hex();
  }
}
