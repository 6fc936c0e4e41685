package org.cityeval.draft.guess;

import java.util.Arrays;
import java.util.Locale;

/**
 * Over how many days the source has already taken a mean.
 *
 * @param certain false where a mean is likely and its length is not, or too little is there to tell
 * @param showsWeek whether the days of a week differ, as they do in raw numbers
 */
public record SmoothingGuess(int days, boolean certain, boolean showsWeek, String why) {
  private static final int[] WINDOWS = {3, 7};

  /** How far the likeness of steps must dip at a lag, seen against the lags beside it. */
  private static final double CLEAR_DIP = 0.08;

  /** Counts repeat themselves by chance more often. */
  private static final double CLEAR_DIP_OF_COUNTS = 0.2;

  /** How alike the steps of two days in a row must be for a mean to be likely. */
  private static final double SMOOTH = 0.25;

  /** How far the likeness after a week must rise for the week to show. */
  private static final double WEEKLY = 0.1;

  /** The same as of a column whose mean is clear. */
  SmoothingGuess like(SmoothingGuess clear, String column) {
    return new SmoothingGuess(
        clear.days, true, false, "as " + column + " of the same file, and no week shows");
  }

  static SmoothingGuess guess(DistrictSeries series) {
    double[] alike = series.alikeness();
    if (alike.length == 0) {
      return new SmoothingGuess(1, false, false, "too few days in a row to tell");
    }
    boolean whole = Arrays.stream(series.values()).allMatch(n -> n == Math.rint(n));
    int window = 1;
    double dip = whole ? CLEAR_DIP_OF_COUNTS : CLEAR_DIP;
    for (int days : WINDOWS) {
      double depth = (alike[days - 1] + alike[days + 1]) / 2 - alike[days];
      if (depth > dip) {
        dip = depth;
        window = days;
      }
    }
    String numbers =
        String.format(
            Locale.ROOT,
            "%.2f after 1 day, %.2f after 3, %.2f after 7",
            alike[1],
            alike[3],
            alike[7]);
    if (window > 1) {
      return new SmoothingGuess(
          window,
          true,
          false,
          "steps undo those of " + window + " days before (alike " + numbers + ")");
    }
    double week = alike[7] - (alike[6] + alike[8]) / 2;
    if (!whole && alike[1] > SMOOTH && week < WEEKLY) {
      return new SmoothingGuess(
          7, false, false, "no week shows and steps repeat each other (alike " + numbers + ")");
    }
    return new SmoothingGuess(
        1,
        true,
        week >= WEEKLY,
        (week >= WEEKLY ? "the week shows" : "it jumps from day to day")
            + " (alike "
            + numbers
            + ")");
  }
}
