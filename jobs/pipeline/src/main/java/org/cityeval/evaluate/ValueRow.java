package org.cityeval.evaluate;

import static org.cityeval.table.DistrictDayCodec.cell;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Interval;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.table.TableJson;
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
    return RowFactory.create(
        scope.evaluationId(),
        scope.asOf(),
        subject.cityId(),
        subject.districtId(),
        subject.level().id(),
        subject.periodId(),
        indicator.spec().id(),
        cell(result.value()),
        cell(interval.low()),
        cell(interval.high()),
        cell(interval.level()),
        interval.method(),
        Double.isInfinite(interval.degreesOfFreedom()) ? null : interval.degreesOfFreedom(),
        result.status().id(),
        result.reason().isEmpty() ? null : result.reason(),
        result.status() == Status.SUPPRESSED ? null : (Long) (long) result.n(),
        cell(result.coverage()),
        TableJson.write(finite(result.parts())),
        scope.parametersJson(),
        version,
        seed,
        new Fingerprint().add(inputsHash).hex(),
        new Fingerprint()
            .add(inputsHash)
            .add(scope.parametersJson())
            .add(indicator.spec().id() + "/" + version)
            .hex());
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
