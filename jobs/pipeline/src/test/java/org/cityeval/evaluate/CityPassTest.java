package org.cityeval.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.PooledIndicator.City;
import org.cityeval.indicator.PooledIndicator.Member;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.efficiency.ResponseLag;
import org.cityeval.indicator.efficiency.ResumptionLossArea;
import org.cityeval.indicator.precision.TargetingPrecision;
import org.cityeval.indicator.publicvalue.WorstOffGap;
import org.cityeval.indicator.structure.RecoverySynchrony;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is put together is told by the indicators, which have tests of their own. */
@ExtendWith(SparkExtension.class)
class CityPassTest {
  private static final Map<Quantity, Double> MUCH =
      Map.of(
          Quantity.ENTERPRISE_SMOOTHED, -0.1,
          Quantity.MOBILITY_SMOOTHED, -0.5,
          Quantity.RISK_LEVEL, 4.0,
          Quantity.RISK_NEIGHBOURS, 4.0,
          Quantity.NEW_CASES_ADJUSTED, 30.0,
          Quantity.NEW_CASES_SMOOTHED, 30.0);
  private static final Map<Quantity, Double> LITTLE =
      Map.of(
          Quantity.ENTERPRISE_SMOOTHED, -0.4,
          Quantity.MOBILITY_SMOOTHED, -0.5,
          Quantity.RISK_LEVEL, 1.0,
          Quantity.RISK_NEIGHBOURS, 1.0,
          Quantity.NEW_CASES_ADJUSTED, 10.0,
          Quantity.NEW_CASES_SMOOTHED, 10.0);

  private final SparkSession spark;
  private final DistrictSeries first = EvaluatedCity.series("A", Level.DISTRICT, MUCH);
  private final DistrictSeries second = EvaluatedCity.series("B", Level.DISTRICT, LITTLE);
  private final DistrictSeries whole = EvaluatedCity.series("c", Level.CITY, MUCH);

  CityPassTest(SparkSession spark) {
    this.spark = spark;
  }

  private static Row trace(PooledIndicator indicator, DistrictSeries series, double covered) {
    Indicator leaver = Indicators.find(indicator.traceId()).orElseThrow();
    return EvaluatedCity.trace(
        leaver, series, indicator.observe(series, Parameters.DEFAULTS), covered);
  }

  private List<Row> evaluated(List<Row> traces) {
    return new CityPass(EvaluatedCity.scope(0))
        .evaluate(spark.createDataFrame(traces, TraceRow.schema()))
        .collectAsList();
  }

  private List<Row> evaluated(PooledIndicator indicator, List<Row> traces) {
    return evaluated(traces).stream()
        .filter(row -> Keys.INDICATOR_ID.of(row).equals(indicator.spec().id()))
        .toList();
  }

  /** One trace of a district, and all that are made of it. */
  @Test
  void aTraceServesAllThatReadTheSame() {
    assertThat(evaluated(List.of(trace(new WorstOffGap(), first, 0))))
        .extracting(Keys.INDICATOR_ID::of)
        .containsOnly("S3", "V1", "V2");
  }

  private Pooled pooled(PooledIndicator indicator, boolean withWhole) {
    EvaluationScope scope = EvaluatedCity.scope(0);
    return indicator.pool(
        new City(
            List.of(member(indicator, first, "B"), member(indicator, second, "A")),
            withWhole ? indicator.observe(whole, Parameters.DEFAULTS) : null),
        Parameters.DEFAULTS,
        new PooledIndicator.Seeds() {
          @Override
          public long city() {
            return scope.seed("c", "c", "span", indicator);
          }

          @Override
          public long district(String districtId) {
            return scope.seed("c", districtId, "span", indicator);
          }
        });
  }

  private static Member member(PooledIndicator indicator, DistrictSeries series, String near) {
    return new Member(
        series.districtId(),
        series.population(),
        List.of(near),
        indicator.observe(series, Parameters.DEFAULTS));
  }

  private static String told(Row row) {
    return Keys.DISTRICT_ID.of(row)
        + " "
        + Keys.LEVEL.of(row)
        + " "
        + IndicatorValueTable.VALUE.orNaN(row);
  }

  /** Both levels that the indicator names, and every district by its id. */
  @Test
  void aCityAndItsDistrictsHaveARowEach() {
    PooledIndicator precision = new TargetingPrecision();
    Pooled expected = pooled(precision, false);
    // Two restricted districts, one of them at risk.
    assertThat(expected.city().value()).as(expected.city().toString()).isEqualTo(0.5);

    assertThat(
            evaluated(precision, List.of(trace(precision, second, 0), trace(precision, first, 0))))
        .extracting(CityPassTest::told)
        .containsExactly("c city 0.5", "A district 1.0", "B district 0.0");
  }

  @Test
  void anIndicatorOfCitiesAloneHasNoRowOfADistrict() {
    PooledIndicator synchrony = new RecoverySynchrony();

    assertThat(
            evaluated(synchrony, List.of(trace(synchrony, first, 0), trace(synchrony, second, 0))))
        .extracting(CityPassTest::told)
        .containsExactly("c city " + pooled(synchrony, false).city().value());
  }

  /** The city's own trace is no district's, and the share that it speaks for is told. */
  @Test
  void theCitysOwnSeriesIsTheWhole() {
    PooledIndicator lag = new ResponseLag();
    List<Row> rows =
        evaluated(List.of(trace(lag, first, 0), trace(lag, whole, 0.75), trace(lag, second, 0)));

    assertThat(rows).hasSize(3);
    assertThat(IndicatorValueTable.STATUS.of(rows.get(0)))
        .isEqualTo(pooled(lag, true).city().status().id());
    assertThat(IndicatorValueTable.PARTS.of(rows.get(0)))
        .contains("\"covered_population_share\":0.75");
  }

  @Test
  void theOrderOfTracesDoesNotShow() {
    PooledIndicator gap = new WorstOffGap();
    List<Row> traces = new ArrayList<>(List.of(trace(gap, first, 0), trace(gap, second, 0)));
    List<Row> one = evaluated(traces);
    Collections.reverse(traces);

    assertThat(evaluated(traces)).isEqualTo(one);
  }

  /** What was finished in the pass before travels beside the traces. */
  @Test
  void rowsOfOtherKindsAreLeftAlone() {
    Row finished =
        EvaluatedCity.trace(
            new ResumptionLossArea(),
            first,
            new WorstOffGap().observe(first, Parameters.DEFAULTS),
            0);

    assertThat(evaluated(List.of(finished))).isEmpty();
  }
}
