package org.cityeval.evaluate;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.TableColumn.number;
import static org.cityeval.table.spec.TableColumn.text;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.series.Period;
import org.cityeval.table.DistrictDayCodec;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableRow;

/**
 * A row of gold.indicator_value that is not finished: it carries what its series left, for a later
 * pass. On finished rows the columns of the trace are null.
 */
final class TraceRow {
  static final String TRACE = "trace";
  static final TableColumn<String> KIND = text("period_kind", "Kind of the period.");

  static final TableColumn<Double> COVERED =
      number("covered_share", "Mean share of the residents that the days speak for.");

  private static final int COLUMNS = schema().length();

  private TraceRow() {}

  /**
   * What the trace was taken of.
   *
   * @param covered as {@link CoveredShare#of} gives it
   */
  record Origin(Period.Kind kind, double population, double covered, String inputHash) {}

  static StructType schema() {
    return IndicatorValueTable.SPEC
        .structType()
        .add(KIND.field())
        .add(DistrictTable.POPULATION.field())
        .add(COVERED.field())
        .add(TRACE, DataTypes.createArrayType(DataTypes.DoubleType, false));
  }

  static Row of(
      EvaluationScope scope,
      ValueRow.Subject subject,
      Indicator indicator,
      Trace trace,
      Origin origin) {
    return new TableRow(IndicatorValueTable.SPEC)
        .set(EVALUATION_ID, scope.evaluationId())
        .set(AS_OF, scope.asOf())
        .set(CITY_ID, subject.cityId())
        .set(DISTRICT_ID, subject.districtId())
        .set(LEVEL, subject.level().id())
        .set(PERIOD_ID, subject.periodId())
        .set(INDICATOR_ID, indicator.spec().id())
        .set(IndicatorValueTable.STATUS, trace.status().id())
        .set(IndicatorValueTable.REASON, trace.reason())
        .set(IndicatorValueTable.N, (long) trace.n())
        .number(IndicatorValueTable.COVERAGE, trace.coverage())
        .set(INPUT_HASH, origin.inputHash())
        .rowAnd(
            origin.kind().id(),
            DistrictDayCodec.cell(origin.population()),
            DistrictDayCodec.cell(origin.covered()),
            Arrays.stream(trace.values()).boxed().toArray(Double[]::new));
  }

  static Row finished(Row value) {
    Object[] row = new Object[COLUMNS];
    for (int i = 0; i < value.size(); i++) {
      row[i] = value.get(i);
    }
    return RowFactory.create(row);
  }

  /** The share covered of a row that has the column. */
  static double covered(Row row) {
    return COVERED.orNaN(row);
  }

  /** The trace of a row that has its columns by these names. */
  static Trace trace(Row row) {
    List<Double> values = row.getList(row.fieldIndex(TRACE));
    return new Trace(
        Status.ofId(IndicatorValueTable.STATUS.of(row)),
        IndicatorValueTable.REASON.of(row),
        Math.toIntExact(IndicatorValueTable.N.of(row)),
        IndicatorValueTable.COVERAGE.orNaN(row),
        values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
