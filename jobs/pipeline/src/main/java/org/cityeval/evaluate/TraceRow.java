package org.cityeval.evaluate;

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
import org.cityeval.table.GoldTables;

/**
 * A row of gold.indicator_value that is not finished: it carries what its series left, for a later
 * pass. On finished rows the columns of the trace are null.
 */
final class TraceRow {
  static final String TRACE = "trace";
  static final String POPULATION = "population";
  static final String KIND = "period_kind";
  static final String COVERED = "covered_share";

  private static final List<String> COLUMNS = List.of(GoldTables.INDICATOR_VALUE.columnNames());

  private TraceRow() {}

  /**
   * What the trace was taken of.
   *
   * @param covered as {@link CoveredShare#of} gives it
   */
  record Origin(Period.Kind kind, double population, double covered, String inputHash) {}

  static StructType schema() {
    return GoldTables.INDICATOR_VALUE
        .structType()
        .add(KIND, DataTypes.StringType)
        .add(POPULATION, DataTypes.DoubleType)
        .add(COVERED, DataTypes.DoubleType)
        .add(TRACE, DataTypes.createArrayType(DataTypes.DoubleType, false));
  }

  static Row of(
      EvaluationScope scope,
      ValueRow.Subject subject,
      Indicator indicator,
      Trace trace,
      Origin origin) {
    Object[] row = new Object[COLUMNS.size() + 4];
    put(row, "evaluation_id", scope.evaluationId());
    put(row, "as_of", scope.asOf());
    put(row, "city_id", subject.cityId());
    put(row, "district_id", subject.districtId());
    put(row, "level", subject.level().id());
    put(row, "period_id", subject.periodId());
    put(row, "indicator_id", indicator.spec().id());
    put(row, "status", trace.status().id());
    put(row, "reason", trace.reason());
    put(row, "n", (long) trace.n());
    put(row, "coverage", DistrictDayCodec.cell(trace.coverage()));
    put(row, "input_hash", origin.inputHash());
    row[COLUMNS.size()] = origin.kind().id();
    row[COLUMNS.size() + 1] = DistrictDayCodec.cell(origin.population());
    row[COLUMNS.size() + 2] = DistrictDayCodec.cell(origin.covered());
    row[COLUMNS.size() + 3] = Arrays.stream(trace.values()).boxed().toArray(Double[]::new);
    return RowFactory.create(row);
  }

  private static void put(Object[] row, String column, Object value) {
    row[COLUMNS.indexOf(column)] = value;
  }

  static Row finished(Row value) {
    Object[] row = new Object[value.size() + 4];
    for (int i = 0; i < value.size(); i++) {
      row[i] = value.get(i);
    }
    return RowFactory.create(row);
  }

  /** The share covered of a row that has the column. */
  static double covered(Row row) {
    Double covered = row.getAs(COVERED);
    return covered == null ? Double.NaN : covered;
  }

  /** The trace of a row that has its columns by these names. */
  static Trace trace(Row row) {
    List<Double> values = row.getList(row.fieldIndex(TRACE));
    int coverage = row.fieldIndex("coverage");
    return new Trace(
        Status.ofId(row.<String>getAs("status")),
        row.getAs("reason"),
        Math.toIntExact(row.<Long>getAs("n")),
        row.isNullAt(coverage) ? Double.NaN : row.getDouble(coverage),
        values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
