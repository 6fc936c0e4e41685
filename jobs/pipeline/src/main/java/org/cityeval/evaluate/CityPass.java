package org.cityeval.evaluate;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.PooledIndicator.City;
import org.cityeval.indicator.PooledIndicator.Member;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Trace;
import org.cityeval.series.Level;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.spec.TableColumn;

/** One pass over the cities: what their districts left, put together. */
public final class CityPass implements Serializable {
  private final EvaluationScope scope;

  public CityPass(EvaluationScope scope) {
    this.scope = scope;
  }

  /** Rows of gold.indicator_value, from the rows of {@link DistrictPass} that carry a trace. */
  public Dataset<Row> evaluate(Dataset<Row> traces) {
    return TraceGroups.judged(
        traces,
        PooledIndicator.class,
        TableColumn.names(CITY_ID, PERIOD_ID, INDICATOR_ID),
        TableColumn.names(LEVEL, DISTRICT_ID, DistrictTable.POPULATION),
        this::pool);
  }

  private Iterator<Row> pool(Row group) {
    List<Member> members = new ArrayList<>();
    Trace whole = null;
    double covered = Double.NaN;
    List<Row> traces = TraceGroups.traces(group);
    for (Row member : traces) {
      if (LEVEL.of(member).equals(Level.CITY.id())) {
        whole = TraceRow.trace(member);
        covered = TraceRow.covered(member);
      } else {
        members.add(member(member));
      }
    }
    City city = new City(members, whole);
    String inputs = TraceGroups.inputs(traces);
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : Indicators.ALL) {
      if (indicator instanceof PooledIndicator pooled
          && pooled.traceId().equals(INDICATOR_ID.of(group))) {
        pool(pooled, CITY_ID.of(group), PERIOD_ID.of(group), city, covered, inputs, rows);
      }
    }
    return rows.iterator();
  }

  private void pool(
      PooledIndicator indicator,
      String city,
      String period,
      City traces,
      double covered,
      String inputs,
      List<Row> rows) {
    PooledIndicator.Seeds seeds = seeds(city, period, indicator);
    Pooled pooled = indicator.pool(traces, scope.parameters(), seeds);
    if (indicator.spec().levels().contains(Level.CITY)) {
      ValueRow.Subject subject = new ValueRow.Subject(city, city, Level.CITY, period);
      Result told = CoveredShare.told(pooled.city(), covered);
      rows.add(row(subject, indicator, told, seeds.city(), inputs));
    }
    if (indicator.spec().levels().contains(Level.DISTRICT)) {
      for (Member member : traces.members()) {
        String district = member.districtId();
        ValueRow.Subject subject = new ValueRow.Subject(city, district, Level.DISTRICT, period);
        Result result = pooled.districts().get(district);
        rows.add(row(subject, indicator, result, seeds.district(district), inputs));
      }
    }
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
    String district = DISTRICT_ID.of(row);
    return new Member(
        district,
        DistrictTable.POPULATION.orNaN(row),
        scope.neighbours().getOrDefault(district, List.of()),
        TraceRow.trace(row));
  }
}
