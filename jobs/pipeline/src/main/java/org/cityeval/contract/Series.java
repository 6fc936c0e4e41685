package org.cityeval.contract;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.DATE;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.table.silver.ObservationTable;

/**
 * What a source says of one measure in one district: of each day it tells, the value published
 * last, in the unit of the source.
 *
 * @param days in order, without repetition
 * @param values as many
 */
record Series(LocalDate[] days, double[] values) {

  /** Collects records of one series: of those of one day, the one published last stands. */
  static final class Collector {
    private final SortedMap<LocalDate, Row> newest = new TreeMap<>();

    /**
     * @param record of measure, date, as_of (may be null) and value
     */
    void add(Row record) {
      newest.merge(DATE.of(record), record, Collector::later);
    }

    private static Row later(Row one, Row other) {
      LocalDate before = AS_OF.of(one);
      LocalDate after = AS_OF.of(other);
      return after != null && (before == null || after.isAfter(before)) ? other : one;
    }

    Series series() {
      LocalDate[] days = newest.keySet().toArray(LocalDate[]::new);
      double[] values =
          newest.values().stream().mapToDouble(row -> ObservationTable.VALUE.of(row)).toArray();
      return new Series(days, values);
    }
  }

  /** The change since the value before; {@code NaN} for the first. */
  double[] increments() {
    double[] increments = new double[values.length];
    Arrays.fill(increments, Double.NaN);
    for (int i = 1; i < values.length; i++) {
      increments[i] = values[i] - values[i - 1];
    }
    return increments;
  }

  /**
   * What happened from value to value: a count's new events, or the value itself. A first sum says
   * nothing of its day.
   */
  double[] events(MeasureKind kind) {
    return kind == MeasureKind.CUMULATIVE_COUNT ? increments() : values;
  }

  /** How many of its days lie in a window and are not among the days left out. */
  long observed(Predicate<LocalDate> counted) {
    return Arrays.stream(days).filter(counted).count();
  }

  /** The series of a map's entry, or one without days. */
  static Series of(Map<String, Collector> collected, String measure) {
    Collector found = collected.get(measure);
    return found == null ? new Series(new LocalDate[0], new double[0]) : found.series();
  }
}
