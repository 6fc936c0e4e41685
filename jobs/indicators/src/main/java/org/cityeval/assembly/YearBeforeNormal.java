package org.cityeval.assembly;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.numeric.statistics.Moments;
import org.cityeval.numeric.statistics.Quantiles;

/**
 * The level around the aligned day a year before.
 *
 * @param windowDays length of the window centred on that day, odd; of whole weeks, so that it does
 *     not matter that its weekday is another
 */
public record YearBeforeNormal(Alignment align, int windowDays, Average average) implements Normal {

  /** How the window is summed up. */
  public enum Average {
    MEDIAN,
    MEAN
  }

  /**
   * Rejects a window without a middle day.
   *
   * @throws IllegalArgumentException if the window is even or not positive
   */
  public YearBeforeNormal {
    if (windowDays < 1 || windowDays % 2 == 0) {
      throw new IllegalArgumentException("No day is the middle of " + windowDays + " days");
    }
  }

  /** A normal needs half of its window observed, as a moving average does. */
  @Override
  public double[] of(double[] daily, LocalDate firstDay) {
    double[] normals = new double[daily.length];
    Arrays.setAll(
        normals,
        day -> {
          Optional<LocalDate> aligned = align.aYearBefore(firstDay.plusDays(day));
          return aligned.isEmpty()
              ? Double.NaN
              : around(daily, Math.toIntExact(ChronoUnit.DAYS.between(firstDay, aligned.get())));
        });
    return normals;
  }

  private double around(double[] daily, int day) {
    int first = Math.max(0, day - windowDays / 2);
    int end = Math.min(daily.length, day + windowDays / 2 + 1);
    if (first >= end) {
      return Double.NaN;
    }
    double[] window = Arrays.copyOfRange(daily, first, end);
    if (Moments.observed(window) < (windowDays + 1) / 2) {
      return Double.NaN;
    }
    return switch (average) {
      case MEDIAN -> Quantiles.median(window);
      case MEAN -> Decimals.mean(window);
    };
  }
}
