package org.cityeval.numeric.epidemic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Moments;

/**
 * Cuts a smoothed daily series of cases into waves.
 *
 * <p>Source: Harvey et al. (2023), after their description: the four criteria are theirs, the order
 * of merging is ours. Every step merges two neighbouring waves at the low between them and keeps
 * the higher peak. So the highest day of the series is always the peak of its wave. Of several lows
 * that break a criterion the shallowest goes first.
 */
public final class Waves {
  /** A wave has begun, and not ended, while the series is at this share of its peak. */
  static final double EDGE_SHARE = 0.05;

  private Waves() {}

  /**
   * The waves in order, without overlap; empty where the series does not rise or fall enough. A
   * series still rising at its end has a last wave whose peak is its last observed day. One that
   * falls from the beginning has a first wave whose peak is its first day. In both the true peak
   * was not seen, and what is counted from it is censored.
   *
   * <p>Later waves start at the low before them, and the wave before ends the day before that. The
   * first starts on the first day at 5 % of its peak, the last ends on the last day at 5 % of its
   * peak. A peak of nothing, or of less, is none.
   *
   * @param smoothed cases a day, a weekly mean; {@code NaN} days are passed over
   * @throws IllegalArgumentException for an infinite day
   */
  public static List<Wave> segment(double[] smoothed, WaveRule rule) {
    if (Domain.holdsInfinity(smoothed)) {
      throw new IllegalArgumentException("A day of the smoothed series is infinite");
    }
    List<Integer> peaks = peaks(smoothed);
    mergeWhere(peaks, smoothed, low -> low.isBetweenClosePeaks(rule.separationDays()));
    mergeShortWaves(peaks, smoothed, rule.separationDays());
    mergeWhere(peaks, smoothed, low -> low.isRipple(rule.separationDays() / 2));
    mergeWhere(
        peaks,
        smoothed,
        low ->
            Decimals.below(low.drop(), rule.prominence())
                || Decimals.below(low.drop(), rule.relativeProminence() * low.lowerPeakHeight()));
    peaks.removeIf(
        peak -> {
          double prominence = smoothed[peak] - floor(smoothed);
          return smoothed[peak] <= 0
              || Decimals.below(prominence, rule.prominence())
              || Decimals.below(prominence, rule.relativeProminence() * smoothed[peak]);
        });
    return waves(peaks, smoothed);
  }

  /**
   * First day of the final climb to the peak. It is the day after the last one below 5 % of the
   * peak, or the wave's start where the series never was that low. Later than the start where waves
   * are weeks of quiet apart.
   *
   * @param wave of this series
   */
  public static int onset(double[] smoothed, Wave wave) {
    if (wave.end() >= smoothed.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "The wave ends on day %d of %d days", wave.end(), smoothed.length));
    }
    for (int day = wave.peak(); day >= wave.start(); day--) {
      if (Decimals.below(smoothed[day], EDGE_SHARE * smoothed[wave.peak()])) {
        return day + 1;
      }
    }
    return wave.start();
  }

  /** The lowest day between two neighbouring peaks: the middle of the longest lowest stretch. */
  private record Low(int position, int left, int day, int right, double[] series) {
    static List<Low> between(List<Integer> peaks, double[] series) {
      List<Low> lows = new ArrayList<>();
      for (int i = 0; i + 1 < peaks.size(); i++) {
        int left = peaks.get(i);
        int right = peaks.get(i + 1);
        lows.add(new Low(i, left, lowest(series, left, right), right, series));
      }
      return lows;
    }

    private static int lowest(double[] series, int left, int right) {
      double lowest = series[left];
      int middle = left;
      int longest = 0;
      int run = 0;
      for (int day = left + 1; day < right; day++) {
        if (series[day] < lowest) {
          lowest = series[day];
          longest = 0;
          run = 0;
        }
        run = series[day] == lowest ? run + 1 : 0;
        if (run > longest) {
          longest = run;
          middle = day - run / 2;
        }
      }
      return middle;
    }

    double lowerPeakHeight() {
      return Math.min(series[left], series[right]);
    }

    double drop() {
      return lowerPeakHeight() - series[day];
    }

    boolean isBetweenClosePeaks(double separation) {
      return right - left < separation;
    }

    boolean isRipple(double separation) {
      return Math.min(day - left, right - day) < separation;
    }
  }

  private interface Criterion {
    boolean isBrokenBy(Low low);
  }

  private static void mergeWhere(List<Integer> peaks, double[] series, Criterion criterion) {
    Low shallowest;
    do {
      shallowest = null;
      for (Low low : Low.between(peaks, series)) {
        if (criterion.isBrokenBy(low) && (shallowest == null || low.drop() < shallowest.drop())) {
          shallowest = low;
        }
      }
      merge(peaks, shallowest);
    } while (shallowest != null);
  }

  /** A wave between two lows too close together joins its neighbour behind the higher low. */
  private static void mergeShortWaves(List<Integer> peaks, double[] series, double separation) {
    Low shallowest;
    do {
      shallowest = null;
      List<Low> lows = Low.between(peaks, series);
      for (int i = 0; i + 1 < lows.size(); i++) {
        Low before = lows.get(i);
        Low after = lows.get(i + 1);
        Low higher = series[before.day()] > series[after.day()] ? before : after;
        if (after.day() - before.day() < separation
            && (shallowest == null || higher.drop() < shallowest.drop())) {
          shallowest = higher;
        }
      }
      merge(peaks, shallowest);
    } while (shallowest != null);
  }

  private static void merge(List<Integer> peaks, Low low) {
    if (low != null) {
      boolean leftIsLower = low.series()[low.left()] < low.series()[low.right()];
      peaks.remove(leftIsLower ? low.position() : low.position() + 1);
    }
  }

  /**
   * Days, or middles of level stretches, higher than the observed days on both sides, or on the one
   * side there is.
   */
  private static List<Integer> peaks(double[] series) {
    List<Integer> peaks = new ArrayList<>();
    double before = Double.NaN;
    int first = -1;
    int last = -1;
    for (int day = 0; day < series.length; day++) {
      if (Double.isNaN(series[day])) {
        continue;
      }
      if (first >= 0 && series[day] == series[first]) {
        last = day;
        continue;
      }
      if (first >= 0 && !(series[first] <= before) && series[first] > series[day]) {
        peaks.add(observedMiddle(series, first, last));
      }
      before = first >= 0 ? series[first] : Double.NaN;
      first = day;
      last = day;
    }
    if (first >= 0 && series[first] > before) {
      peaks.add(last);
    }
    return peaks;
  }

  private static int observedMiddle(double[] series, int first, int last) {
    int middle = (first + last) / 2;
    return Double.isNaN(series[middle]) ? first : middle;
  }

  private static double floor(double[] series) {
    return Arrays.stream(series).filter(value -> !Double.isNaN(value)).min().orElse(Double.NaN);
  }

  private static List<Wave> waves(List<Integer> peaks, double[] series) {
    List<Low> lows = Low.between(peaks, series);
    List<Wave> waves = new ArrayList<>();
    for (int i = 0; i < peaks.size(); i++) {
      int peak = peaks.get(i);
      int start = i == 0 ? firstAtShare(series, peak) : lows.get(i - 1).day();
      int end = i == lows.size() ? lastAtShare(series, peak) : lows.get(i).day() - 1;
      double size = Moments.sum(Arrays.copyOfRange(series, start, end + 1));
      waves.add(new Wave(start, peak, end, size));
    }
    return List.copyOf(waves);
  }

  private static int firstAtShare(double[] series, int peak) {
    int day = 0;
    while (!Decimals.atLeast(series[day], EDGE_SHARE * series[peak])) {
      day++;
    }
    return day;
  }

  private static int lastAtShare(double[] series, int peak) {
    int day = series.length - 1;
    while (!Decimals.atLeast(series[day], EDGE_SHARE * series[peak])) {
      day--;
    }
    return day;
  }
}
