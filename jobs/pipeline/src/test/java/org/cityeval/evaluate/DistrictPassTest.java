package org.cityeval.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.disclosure.SmallCount;
import org.cityeval.indicator.FrontierIndicator;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.SeriesIndicator;
import org.cityeval.series.Period;
import org.cityeval.series.Quantity;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Enterprises at half of normal for thirty days in A, and in the city, of which 80 % are seen. */
@ExtendWith(SparkExtension.class)
class DistrictPassTest {
  private static final Period HALF =
      new Period(
          "half", "Half", Period.Kind.NAMED, EvaluatedCity.FIRST, EvaluatedCity.FIRST.plusDays(4));
  private static final Period WAVE =
      new Period(
          "own-wave-1",
          "Wave",
          Period.Kind.OWN_WAVE,
          EvaluatedCity.FIRST,
          EvaluatedCity.FIRST.plusDays(6));

  private static List<Row> rows;

  @BeforeAll
  static void evaluate(SparkSession spark) {
    EvaluationScope scope =
        new EvaluationScope(
            "e",
            EvaluatedCity.FIRST.plusDays(30),
            Map.of("c", List.of(EvaluatedCity.SPAN, HALF)),
            Map.of("A", List.of(WAVE), "c", List.of(WAVE)),
            Map.of(),
            Parameters.DEFAULTS,
            "{}",
            new SmallCount(0));
    rows =
        new DistrictPass(scope)
            .evaluate(spark.createDataFrame(days(), schema()), null)
            .collectAsList();
  }

  private static StructType schema() {
    StructType schema =
        new StructType()
            .add("city_id", DataTypes.StringType)
            .add("district_id", DataTypes.StringType)
            .add("level", DataTypes.StringType)
            .add("population", DataTypes.DoubleType)
            .add("date", DataTypes.DateType);
    for (Quantity quantity : DistrictPass.reads()) {
      schema = schema.add(quantity.column(), DataTypes.DoubleType);
    }
    return schema;
  }

  private static List<Row> days() {
    List<Row> days = new ArrayList<>();
    for (int day = 0; day < EvaluatedCity.DAYS; day++) {
      days.add(day("A", "district", day));
      days.add(day("c", "city", day));
    }
    return days;
  }

  private static Row day(String id, String level, int day) {
    List<Object> cells =
        new ArrayList<>(
            Arrays.asList("c", id, level, 100_000.0, EvaluatedCity.FIRST.plusDays(day)));
    for (Quantity quantity : DistrictPass.reads()) {
      cells.add(
          switch (quantity) {
            case ENTERPRISE_SMOOTHED, ENTERPRISE_BRIDGED -> -0.5;
            case ENTERPRISE_COVERED_SHARE -> level.equals("city") ? 0.8 : 1.0;
            default -> null;
          });
    }
    return RowFactory.create(cells.toArray());
  }

  private static List<Row> of(String id, String indicator, String period) {
    return rows.stream()
        .filter(row -> Keys.DISTRICT_ID.of(row).equals(id))
        .filter(row -> Keys.INDICATOR_ID.of(row).equals(indicator))
        .filter(row -> period.isEmpty() || Keys.PERIOD_ID.of(row).equals(period))
        .toList();
  }

  private static Set<String> ids(Class<? extends Indicator> kind) {
    return Set.copyOf(
        Indicators.ALL.stream()
            .filter(kind::isInstance)
            .map(indicator -> indicator.spec().id())
            .toList());
  }

  private static Set<String> traceIds() {
    return Indicators.ALL.stream()
        .filter(PooledIndicator.class::isInstance)
        .map(indicator -> ((PooledIndicator) indicator).traceId())
        .collect(Collectors.toSet());
  }

  /** What others leave the same of is left by the first of them. */
  @Test
  void theSameTraceIsLeftOnce() {
    assertThat(traceIds()).contains("P1", "S3").doesNotContain("P2", "D1", "V1", "V2");
    assertThat(of("A", "P1", "span")).hasSize(1);
    assertThat(of("A", "P2", "span")).isEmpty();
  }

  /** Between thirty days of 50 % lost lie 29: 1450 %·d; of five days, 200. */
  @Test
  void aSeriesIsCutToThePeriod() {
    assertThat(IndicatorValueTable.VALUE.of(of("A", "E4", "span").get(0))).isEqualTo(1450.0);
    assertThat(IndicatorValueTable.VALUE.of(of("A", "E4", "half").get(0))).isEqualTo(200.0);
    assertThat(IndicatorValueTable.N.of(of("A", "E4", "half").get(0))).isEqualTo(5L);
  }

  @Test
  void ofACityTheShareThatIsSeenIsTold() {
    assertThat(IndicatorValueTable.PARTS.of(of("c", "E4", "span").get(0)))
        .contains("\"covered_population_share\":0.8");
    assertThat(IndicatorValueTable.PARTS.of(of("A", "E4", "span").get(0)))
        .doesNotContain("covered_population_share");
  }

  /** A wave of its own is a district's, and is judged by its own series alone. */
  @Test
  void wavesOfItsOwnAreForSeriesOfADistrict() {
    List<Row> waves =
        rows.stream().filter(row -> Keys.PERIOD_ID.of(row).equals("own-wave-1")).toList();

    assertThat(waves).extracting(Keys.LEVEL::of).containsOnly("district");
    assertThat(ids(SeriesIndicator.class))
        .containsAll(waves.stream().map(Keys.INDICATOR_ID::of).toList());
    assertThat(IndicatorValueTable.VALUE.of(of("A", "E4", "own-wave-1").get(0))).isEqualTo(300.0);
  }

  /** What several series are put together for leaves traces; the rest is finished. */
  @Test
  void onlyWhatIsPutTogetherLeavesATrace() {
    for (Row row : rows) {
      boolean isFinished = ids(SeriesIndicator.class).contains(Keys.INDICATOR_ID.of(row));
      assertThat(row.isNullAt(row.fieldIndex(TraceRow.TRACE))).isEqualTo(isFinished);
    }
    assertThat(rows)
        .extracting(Keys.INDICATOR_ID::of)
        .containsAll(traceIds())
        .containsAll(ids(FrontierIndicator.class));
  }

  /** The answer to an outbreak is judged by the city's days too, the worst off by districts'. */
  @Test
  void theCitysOwnSeriesIsObservedWhereAnIndicatorAsks() {
    assertThat(of("c", "E1", "span")).hasSize(1);
    assertThat(of("A", "E1", "span")).hasSize(1);
    assertThat(of("c", "S3", "span")).isEmpty();
    assertThat(of("A", "S3", "span")).hasSize(1);
  }
}
