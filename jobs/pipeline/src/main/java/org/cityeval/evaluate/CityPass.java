package org.cityeval.evaluate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.PooledIndicator.City;
import org.cityeval.indicator.PooledIndicator.Member;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Trace;
import org.cityeval.series.Level;

/** One pass over the cities: what their districts left, put together. */
public final class CityPass implements Serializable {
  private final EvaluationScope scope;

  public CityPass(EvaluationScope scope) {
    this.scope = scope;
  }

  /** Rows of gold.indicator_value, from the rows of {@link DistrictPass} that carry a trace. */
  public Dataset<Row> of(Dataset<Row> traces) {
    return TraceGroups.judged(
        traces,
        PooledIndicator.class,
        List.of("city_id", "period_id", "indicator_id"),
        List.of("level", "district_id", TraceRow.POPULATION),
        this::pool);
  }

  private Iterator<Row> pool(Row group) {
    String city = group.getString(0);
    String period = group.getString(1);
    PooledIndicator indicator = (PooledIndicator) Indicators.find(group.getString(2)).orElseThrow();
    List<Member> members = new ArrayList<>();
    Trace whole = null;
    double covered = Double.NaN;
    List<Row> traces = group.getList(3);
    for (Row member : traces) {
      if (member.getAs("level").equals(Level.CITY.id())) {
        whole = TraceRow.trace(member);
        covered = TraceRow.covered(member);
      } else {
        members.add(member(member));
      }
    }
    PooledIndicator.Seeds seeds = seeds(city, period, indicator);
    Pooled pooled = indicator.pool(new City(members, whole), scope.parameters(), seeds);
    String inputs = TraceGroups.inputs(traces);
    List<Row> rows = new ArrayList<>();
    if (indicator.spec().levels().contains(Level.CITY)) {
      ValueRow.Subject subject = new ValueRow.Subject(city, city, Level.CITY, period);
      Result told = CoveredShare.told(pooled.city(), covered);
      rows.add(row(subject, indicator, told, seeds.city(), inputs));
    }
    if (indicator.spec().levels().contains(Level.DISTRICT)) {
      for (Member member : members) {
        String district = member.districtId();
        ValueRow.Subject subject = new ValueRow.Subject(city, district, Level.DISTRICT, period);
        Result result = pooled.districts().get(district);
        rows.add(row(subject, indicator, result, seeds.district(district), inputs));
      }
    }
    return rows.iterator();
  }

  private Row row(
      ValueRow.Subject subject,
      PooledIndicator indicator,
      Result result,
      long seed,
      String inputs) {
    return ValueRow.of(
        scope, subject, indicator, result, seed, inputs + "/" + subject.districtId());
  }

  private PooledIndicator.Seeds seeds(String city, String period, PooledIndicator indicator) {
    return new PooledIndicator.Seeds() {
      @Override
      public long city() {
        return district(city);
      }

      @Override
      public long district(String districtId) {
        return scope.seed(city, districtId, period, indicator);
      }
    };
  }

  private Member member(Row row) {
    String district = row.getAs("district_id");
    Double population = row.getAs(TraceRow.POPULATION);
    return new Member(
        district,
        population == null ? Double.NaN : population,
        scope.neighbours().getOrDefault(district, List.of()),
        TraceRow.trace(row));
  }
}
