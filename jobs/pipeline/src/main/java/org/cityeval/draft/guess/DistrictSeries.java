package org.cityeval.draft.guess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cityeval.draft.sample.ColumnProfile;
import org.cityeval.draft.sample.FileSample;

/** The numbers of some districts by day, as far as a sample shows them. */
record DistrictSeries(List<List<Point>> districts) {
  private static final int LONGEST_LAG = 8;
  private static final int FEWEST_STEPS = 30;
  private static final int FEWEST_DISTRICTS = 3;
  private static final int FIRST_DAYS = 14;
  private static final double NEAR = 0.15;

  /** A number of a day. */
  record Point(long day, double value) {}

  /** Of a column, by the key and day of each row. */
  static DistrictSeries of(DayGuess days, ColumnProfile key, ColumnProfile values) {
    double[] numbers = values.numbers();
    Map<String, List<Point>> byKey = new HashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      LocalDate day = days.days().get(i);
      if (day != null && Double.isFinite(numbers[i]) && !key.cells().get(i).isEmpty()) {
        byKey
            .computeIfAbsent(key.cells().get(i), name -> new ArrayList<>())
            .add(new Point(day.toEpochDay(), numbers[i]));
      }
    }
    return sorted(byKey.values());
  }

  /** Of columns that are districts. */
  static DistrictSeries of(DayGuess days, List<ColumnProfile> columns) {
    List<List<Point>> all = new ArrayList<>();
    for (ColumnProfile column : columns) {
      double[] numbers = column.numbers();
      List<Point> points = new ArrayList<>();
      for (int i = 0; i < numbers.length; i++) {
        LocalDate day = days.days().get(i);
        if (day != null && Double.isFinite(numbers[i])) {
          points.add(new Point(day.toEpochDay(), numbers[i]));
        }
      }
      all.add(points);
    }
    return sorted(all);
  }

  /** Of rows whose cells below {@code headings} are days. */
  static DistrictSeries across(FileSample sample, DayNotation headings) {
    List<List<Point>> all = new ArrayList<>();
    for (String[] row : sample.rows()) {
      List<Point> points = new ArrayList<>();
      double[] numbers = ColumnProfile.of("", List.of(row), sample.notation().decimal()).numbers();
      for (int i = 0; i < row.length; i++) {
        LocalDate day = headings.day(sample.columns().get(i)).orElse(null);
        if (day != null && Double.isFinite(numbers[i])) {
          points.add(new Point(day.toEpochDay(), numbers[i]));
        }
      }
      all.add(points);
    }
    return sorted(all);
  }

  private static DistrictSeries sorted(Iterable<List<Point>> districts) {
    List<List<Point>> sorted = new ArrayList<>();
    for (List<Point> points : districts) {
      points.sort(Comparator.comparingLong(Point::day));
      sorted.add(List.copyOf(points));
    }
    return new DistrictSeries(List.copyOf(sorted));
  }

  /** How many of the steps that change a number lower it; NaN where none does. */
  double fallingShare() {
    int falls = 0;
    int steps = 0;
    for (List<Point> points : districts) {
      for (int i = 1; i < points.size(); i++) {
        double step = points.get(i).value() - points.get(i - 1).value();
        steps += step == 0 ? 0 : 1;
        falls += step < 0 ? 1 : 0;
      }
    }
    return steps == 0 ? Double.NaN : (double) falls / steps;
  }

  /**
   * How alike the steps from day to day are to those some days before, by the days between: the
   * mean autocorrelation of the differences, index 0 unused. A mean over k days sets a step against
   * that of k days before; a raw week repeats itself after seven. Null where too few steps are
   * there.
   */
  double[] alikeness() {
    double[] sum = new double[LONGEST_LAG + 1];
    int counted = 0;
    for (List<Point> points : districts) {
      double[] steps = steps(points);
      double power = 0;
      for (double step : steps) {
        power += step * step;
      }
      if (steps.length >= FEWEST_STEPS && power > 0) {
        counted++;
        for (int lag = 1; lag <= LONGEST_LAG; lag++) {
          double product = 0;
          for (int i = lag; i < steps.length; i++) {
            product += steps[i] * steps[i - lag];
          }
          sum[lag] += product / power;
        }
      }
    }
    for (int lag = 1; lag <= LONGEST_LAG; lag++) {
      sum[lag] /= Math.max(counted, 1);
    }
    return counted == 0 ? new double[0] : sum;
  }

  /** The steps between days that follow each other; 0 across a gap. */
  private static double[] steps(List<Point> points) {
    double[] steps = new double[Math.max(points.size() - 1, 0)];
    for (int i = 1; i < points.size(); i++) {
      boolean next = points.get(i).day() == points.get(i - 1).day() + 1;
      steps[i - 1] = next ? points.get(i).value() - points.get(i - 1).value() : 0;
    }
    return steps;
  }

  /**
   * Share of the districts whose first days lie around a number. An index is set to it there, and
   * may be far below for the rest of the year.
   */
  double beginningAround(double normal) {
    int around = 0;
    int judged = 0;
    for (List<Point> points : districts) {
      if (points.size() >= FIRST_DAYS) {
        double[] first =
            points.subList(0, FIRST_DAYS).stream().mapToDouble(Point::value).sorted().toArray();
        judged++;
        around += Math.abs(first[FIRST_DAYS / 2] - normal) <= NEAR * normal ? 1 : 0;
      }
    }
    return judged < FEWEST_DISTRICTS ? 0 : (double) around / judged;
  }

  /** All numbers, sorted. */
  double[] values() {
    return districts.stream().flatMap(List::stream).mapToDouble(Point::value).sorted().toArray();
  }
}
