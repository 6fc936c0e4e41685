package org.cityeval.panel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.cityeval.assembly.CountFlag;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.table.DistrictDayCodec;
import org.cityeval.table.SilverTables;

/** Writes one series as rows of district_day. */
final class PanelRows {
  private static final List<String> COLUMNS =
      Arrays.asList(SilverTables.DISTRICT_DAY.columnNames());

  private PanelRows() {}

  /** Whose rows these are. */
  record Subject(String cityId, String districtId, Level level, String inputHash) {}

  /**
   * One row per day.
   *
   * @param values daily values by quantity
   * @param flags of new_cases, one per day
   * @param from the date of the first day
   */
  static List<Row> of(
      PanelScope scope,
      Subject subject,
      Map<Quantity, double[]> values,
      CountFlag[] flags,
      LocalDate from) {
    int days = flags.length;
    List<Row> rows = new ArrayList<>(days);
    for (int day = 0; day < days; day++) {
      Object[] row = new Object[COLUMNS.size()];
      put(row, "evaluation_id", scope.evaluationId());
      put(row, "as_of", scope.asOf());
      put(row, "city_id", subject.cityId());
      put(row, "district_id", subject.districtId());
      put(row, "level", subject.level().id());
      put(row, "date", from.plusDays(day));
      for (Map.Entry<Quantity, double[]> value : values.entrySet()) {
        put(row, value.getKey().column(), DistrictDayCodec.cell(value.getValue()[day]));
      }
      put(row, "rt_status", rtStatus(scope, values, day));
      put(row, "cases_flag", flags[day].id());
      put(row, "baseline_id", baseline(scope));
      put(row, "input_hash", subject.inputHash());
      rows.add(RowFactory.create(row));
    }
    return rows;
  }

  private static void put(Object[] row, String column, Object value) {
    row[COLUMNS.indexOf(column)] = value;
  }

  private static String rtStatus(PanelScope scope, Map<Quantity, double[]> values, int day) {
    double[] cases = values.get(Quantity.NEW_CASES);
    if (cases == null || Double.isNaN(cases[day])) {
      return "missing_input";
    }
    if (Double.isNaN(values.get(Quantity.RT_MEAN)[day])) {
      return "insufficient";
    }
    return scope.rule().smoothing().casesDays() > 1 ? "smoothed_input" : "ok";
  }

  private static String baseline(PanelScope scope) {
    List<String> names =
        scope.rule().enterprise().stream()
            .map(measure -> scope.measures().get(measure))
            .filter(rule -> rule != null && rule.baseline() != null)
            .map(rule -> rule.baseline().baselineId())
            .distinct()
            .sorted()
            .toList();
    return names.isEmpty() ? null : String.join("+", names);
  }
}
