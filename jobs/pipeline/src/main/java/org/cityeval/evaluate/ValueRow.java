package org.cityeval.evaluate;

import static org.cityeval.table.DistrictDayCodec.cell;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Interval;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.spec.TableJson;
import org.cityeval.table.spec.TableRow;
import org.cityeval.withholding.Withheld;

/** Writes a result as a row of gold.indicator_value. */
final class ValueRow {
  private ValueRow() {}

  /** What the value is of. */
  record Subject(String cityId, String districtId, Level level, String periodId) {}

  static Row of(
      EvaluationScope scope,
      Subject subject,
      Indicator indicator,
      Result result,
      long seed,
      String inputs) {
    String inputsHash = hash(scope, subject, indicator, result, inputs);
    Interval interval =
        result.interval().orElse(new Interval(Double.NaN, Double.NaN, Double.NaN, null));
    int version = indicator.spec().methodVersion();
    return new TableRow(IndicatorValueTable.SPEC)
        .set(EVALUATION_ID, scope.evaluationId())
        .set(AS_OF, scope.asOf())
        .set(CITY_ID, subject.cityId())
        .set(DISTRICT_ID, subject.districtId())
        .set(LEVEL, subject.level().id())
        .set(PERIOD_ID, subject.periodId())
        .set(INDICATOR_ID, indicator.spec().id())
        .number(IndicatorValueTable.VALUE, result.value())
        .interval(
            IndicatorValueTable.CI_LOW,
            IndicatorValueTable.CI_HIGH,
            IndicatorValueTable.CI_WIDTH,
            interval.low(),
            interval.high())
        .number(IndicatorValueTable.CI_LEVEL, interval.level())
        .set(IndicatorValueTable.CI_METHOD, interval.method())
        .number(IndicatorValueTable.DEGREES_OF_FREEDOM, interval.degreesOfFreedom())
        .set(IndicatorValueTable.STATUS, result.status().id())
        .set(IndicatorValueTable.REASON, result.reason().isEmpty() ? null : result.reason())
        .set(
            IndicatorValueTable.N,
            result.status() == Status.SUPPRESSED ? null : (Long) (long) result.n())
        .number(IndicatorValueTable.COVERAGE, result.coverage())
        .set(IndicatorValueTable.PARTS, TableJson.write(finite(result.parts())))
        .set(IndicatorValueTable.PARAMETERS, scope.parametersJson())
        .set(IndicatorValueTable.METHOD_VERSION, version)
        .set(IndicatorValueTable.SEED, seed)
        .set(IndicatorValueTable.DATA_HASH, new Fingerprint().add(inputsHash).hex())
        .set(
            INPUT_HASH,
            new Fingerprint()
                .add(inputsHash)
                .add(scope.parametersJson())
                .add(indicator.spec().id() + "/" + version)
                .hex())
        .row();
  }

  /**
   * What the row rests on; where counts are withheld, what it says itself: a hash of few withheld
   * counts tells them to whoever tries them all.
   */
  private static String hash(
      EvaluationScope scope, Subject subject, Indicator indicator, Result result, String inputs) {
    boolean readsPersons = indicator.spec().reads().stream().anyMatch(Withheld::concerns);
    return scope.small().withholds() && readsPersons
        ? new Fingerprint()
            .add(subject.toString())
            .add(result.toString())
            .add(TableJson.write(finite(result.parts())))
            .add(result.coverage())
            .hex()
        : inputs;
  }

  /** JSON has no NaN. */
  private static Map<String, Object> finite(Map<String, Object> parts) {
    Map<String, Object> cells = new LinkedHashMap<>();
    parts.forEach(
        (name, part) -> cells.put(name, part instanceof Double number ? cell(number) : part));
    return cells;
  }
}
