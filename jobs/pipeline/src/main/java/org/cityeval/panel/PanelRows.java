package org.cityeval.panel;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.cityeval.assembly.CountFlag;
import org.cityeval.assembly.DailyDerivation;
import org.cityeval.assembly.Placement;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.TableRow;

/** Writes one series as rows of district_day. */
public final class PanelRows {
  /** Ends the flag of a measure that was published on a day its baseline knows no normal of. */
  public static final String NO_NORMAL = ":no_normal";

  private PanelRows() {}

  /** Whose rows these are. */
  record Subject(String cityId, String districtId, Level level, String inputHash) {}

  /**
   * What is to be known of the values, day by day.
   *
   * @param cases of new_cases
   * @param withoutNormal by measure, whether it was published but could not be compared
   */
  record Notes(CountFlag[] cases, Map<Quantity, boolean[]> withoutNormal) {}

  /**
   * One row per day.
   *
   * @param values daily values by quantity
   * @param notes what is to be known of the values
   * @param from the date of the first day
   */
  static List<Row> of(
      PanelScope scope,
      Subject subject,
      Map<Quantity, double[]> values,
      Notes notes,
      LocalDate from) {
    int days = notes.cases().length;
    List<Row> rows = new ArrayList<>(days);
    String baseline = baseline(scope);
    for (int day = 0; day < days; day++) {
      TableRow row =
          new TableRow(DistrictDayTable.SILVER)
              .set(EVALUATION_ID, scope.evaluationId())
              .set(AS_OF, scope.asOf())
              .set(CITY_ID, subject.cityId())
              .set(DISTRICT_ID, subject.districtId())
              .set(LEVEL, subject.level().id())
              .set(DATE, from.plusDays(day))
              .set(DistrictDayTable.RT_STATUS, rtStatus(scope, values, day))
              .set(DistrictDayTable.CASES_FLAG, notes.cases()[day].id())
              .set(DistrictDayTable.MEASURE_FLAGS, measureFlags(scope, values, notes, day))
              .set(DistrictDayTable.BASELINE_ID, baseline)
              .set(INPUT_HASH, subject.inputHash());
      for (Map.Entry<Quantity, double[]> value : values.entrySet()) {
        row.number(DistrictDayTable.of(value.getKey()), value.getValue()[day]);
      }
      rows.add(row.row());
    }
    return rows;
  }

  private static String rtStatus(PanelScope scope, Map<Quantity, double[]> values, int day) {
    double[] cases = values.get(Quantity.NEW_CASES);
    if (cases == null || Double.isNaN(cases[day])) {
      return "missing_input";
    }
    if (scope.rule().smoothing().daysOf(Quantity.NEW_CASES)
        > DailyDerivation.LONGEST_MEAN_FOR_RT_DAYS) {
      return "coarse_input";
    }
    if (Double.isNaN(values.get(Quantity.RT_MEAN)[day])) {
      return "insufficient";
    }
    if (scope.rule().smoothing().daysOf(Quantity.NEW_CASES) > 1) {
      return inputOf(scope);
    }
    return isAdjusted(scope, values, day) ? "adjusted_input" : "ok";
  }

  /** Whether a day of the window has another count than was reported. */
  private static boolean isAdjusted(PanelScope scope, Map<Quantity, double[]> values, int day) {
    double[] cases = values.get(Quantity.NEW_CASES);
    double[] adjusted = values.get(Quantity.NEW_CASES_ADJUSTED);
    int first = Math.max(0, day - scope.rule().transmission().windowDays() + 1);
    return IntStream.rangeClosed(first, day)
        .anyMatch(at -> Double.compare(cases[at], adjusted[at]) != 0);
  }

  private static String inputOf(PanelScope scope) {
    Placement placement = scope.measures().get(Quantity.NEW_CASES).placement();
    return placement.every() == Placement.Every.DAY ? "smoothed_input" : "periodic_input";
  }

  /** Values that stand for more than their day, and those that have no normal. */
  private static String measureFlags(
      PanelScope scope, Map<Quantity, double[]> values, Notes notes, int day) {
    List<String> flags = new ArrayList<>();
    scope
        .measures()
        .forEach(
            (measure, rule) -> {
              String every = rule.placement().every().flag();
              double[] daily = values.get(measure);
              if (every != null && daily != null && !Double.isNaN(daily[day])) {
                flags.add(measure.column() + ":" + every);
              }
              boolean[] without = notes.withoutNormal().get(measure);
              if (without != null && without[day]) {
                flags.add(measure.column() + NO_NORMAL);
              }
            });
    return flags.isEmpty() ? null : String.join(",", flags);
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
