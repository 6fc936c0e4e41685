package org.cityeval.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.PooledIndicator.Member;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.PooledIndicator.Trace;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Seed;
import org.cityeval.indicator.Status;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.table.GoldTables;

/** One pass over the cities: what their districts left, put together. */
public final class CityPass implements Serializable {
  private final EvaluationScope scope;

  public CityPass(EvaluationScope scope) {
    this.scope = scope;
  }

  /** Rows of gold.indicator_value, from the rows of {@link DistrictPass} that carry a trace. */
  public Dataset<Row> of(Dataset<Row> traces) {
    return traces
        .groupBy("city_id", "period_id", "indicator_id")
        .agg(
            sort_array(
                    collect_list(
                        struct(
                            col("district_id"),
                            col(DistrictPass.POPULATION),
                            col("status"),
                            col("reason"),
                            col("n"),
                            col("coverage"),
                            col("input_hash"),
                            col(DistrictPass.TRACE))))
                .as("members"))
        .flatMap(
            (FlatMapFunction<Row, Row>) this::pool,
            Encoders.row(GoldTables.INDICATOR_VALUE.structType()));
  }

  private Iterator<Row> pool(Row group) {
    String city = group.getString(0);
    String period = group.getString(1);
    PooledIndicator indicator = (PooledIndicator) Indicators.find(group.getString(2)).orElseThrow();
    List<Member> members = new ArrayList<>();
    Fingerprint all = new Fingerprint();
    for (Row member : group.<Row>getList(3)) {
      members.add(member(member));
      all.add(member.getString(6));
    }
    String inputs = all.hex();
    PooledIndicator.Seeds seeds = seeds(city, period, indicator);
    Pooled pooled = indicator.pool(members, scope.parameters(), seeds);
    List<Row> rows = new ArrayList<>();
    if (indicator.spec().levels().contains(Level.CITY)) {
      rows.add(row(city, city, Level.CITY, period, indicator, pooled.city(), seeds.city(), inputs));
    }
    if (indicator.spec().levels().contains(Level.DISTRICT)) {
      for (Member member : members) {
        Result result = pooled.districts().get(member.districtId());
        rows.add(
            row(
                city,
                member.districtId(),
                Level.DISTRICT,
                period,
                indicator,
                result,
                seeds.district(member.districtId()),
                inputs));
      }
    }
    return rows.iterator();
  }

  private Row row(
      String city,
      String district,
      Level level,
      String period,
      Indicator indicator,
      Result result,
      long seed,
      String inputs) {
    return ValueRow.of(
        scope,
        new ValueRow.Subject(city, district, level, period),
        indicator,
        result,
        seed,
        inputs + "/" + district);
  }

  private PooledIndicator.Seeds seeds(String city, String period, Indicator indicator) {
    return new PooledIndicator.Seeds() {
      @Override
      public long city() {
        return district(city);
      }

      @Override
      public long district(String districtId) {
        return Seed.of(
            scope.parameters().uncertainty().seed(),
            city,
            districtId,
            period,
            indicator.spec().id());
      }
    };
  }

  private static Member member(Row row) {
    List<Double> values = row.getList(7);
    return new Member(
        row.getString(0),
        row.isNullAt(1) ? Double.NaN : row.getDouble(1),
        new Trace(
            Status.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
            row.getString(3),
            (int) row.getLong(4),
            row.isNullAt(5) ? Double.NaN : row.getDouble(5),
            values.stream().mapToDouble(Double::doubleValue).toArray()));
  }
}
