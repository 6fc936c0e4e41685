package org.cityeval.numeric.timeseries;

import java.util.Arrays;
import java.util.OptionalInt;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Domain;

/**
 * How two series move together when one is shifted against the other.
 *
 * <p>Source: Box and Jenkins (1970). At lag h the first series of day t + h is set against the
 * second of day t. So a peak at a positive lag says that the first follows the second. A trend in
 * both correlates at every lag: take the {@link #ofChanges changes} then. Series that move against
 * each other have a trough; give one of them with its sign turned.
 *
 * @param r correlation at lags -{@code longestLag} to {@code longestLag}, -1..1, in that order;
 *     {@code NaN} where no two days meet, and everywhere where a series is constant or has an
 *     infinite day
 * @param longestLag in days
 * @param days on which both series are observed
 */
public record CrossCorrelation(double[] r, int longestLag, int days) {
  private static final int MOST_LAGS = 100_000;

  /** Two correlations this close are the same, reached by another order of rounding. */
  private static final double SAME = 1e-12;

  public CrossCorrelation {
    Domain.within("longestLag", longestLag, 0, MOST_LAGS);
    Domain.sameLength("r", r.length, "twice longestLag and one", 2 * longestLag + 1);
  }

  /**
   * Correlations of the series as they are: products of the deviations from the mean, over the
   * roots of the sums of squares. A day that is missing in one series adds no product: it counts as
   * an average one, and the correlation stays within its bounds.
   *
   * @param first one value a day in any unit, {@code NaN} where not observed
   * @param second of the same days as {@code first}
   * @param longestLag 0 to 100,000 days
   */
  public static CrossCorrelation of(double[] first, double[] second, int longestLag) {
    if (first.length != second.length || longestLag < 0 || longestLag > MOST_LAGS) {
      throw new IllegalArgumentException(
          "first and second, of one length, are compared up to a longestLag of 0 to 100,000, not "
              + first.length
              + " and "
              + second.length
              + " days up to "
              + longestLag);
    }
    double[] x = standardized(first);
    double[] y = standardized(second);
    int days = 0;
    for (int day = 0; day < x.length; day++) {
      days += Double.isNaN(first[day]) || Double.isNaN(second[day]) ? 0 : 1;
    }
    double[] r = new double[2 * longestLag + 1];
    for (int lag = -longestLag; lag <= longestLag; lag++) {
      r[lag + longestLag] = at(x, y, lag);
    }
    return new CrossCorrelation(r, longestLag, days);
  }

  /** Correlations of the changes from day to day, each observed where both of its days are. */
  public static CrossCorrelation ofChanges(double[] first, double[] second, int longestLag) {
    return of(changes(first), changes(second), longestLag);
  }

  /** Correlation at a lag of -{@code longestLag} to {@code longestLag} days. */
  public double at(int lag) {
    Domain.within("lag", lag, -longestLag, longestLag);
    return r[lag + longestLag];
  }

  /** Lag of the greatest correlation, of equal ones the nearest to 0, the positive one first. */
  public OptionalInt peakLag() {
    OptionalInt peak = OptionalInt.empty();
    for (int distance = 0; distance <= longestLag; distance++) {
      for (int lag : new int[] {distance, -distance}) {
        if (!Double.isNaN(at(lag)) && (peak.isEmpty() || at(lag) > at(peak.getAsInt()) + SAME)) {
          peak = OptionalInt.of(lag);
        }
      }
    }
    return peak;
  }

  /**
   * True where even the peak is below 2 / sqrt(n), n being {@code days}: it is then no larger than
   * unrelated series show, and its lag means nothing. True without a peak.
   */
  public boolean isFlat() {
    OptionalInt peak = peakLag();
    return peak.isEmpty() || at(peak.getAsInt()) < 2 / Math.sqrt(days);
  }

  private static double at(double[] x, double[] y, int lag) {
    double r = 0;
    int pairs = 0;
    for (int day = Math.max(0, -lag); day < Math.min(y.length, y.length - lag); day++) {
      double product = x[day + lag] * y[day];
      if (!Double.isNaN(product)) {
        r += product;
        pairs++;
      }
    }
    return pairs == 0 ? Double.NaN : Math.max(-1, Math.min(1, r));
  }

  /** Deviations from the mean, their squares adding up to 1. */
  private static double[] standardized(double[] daily) {
    ObservedDays observed = ObservedDays.of(daily);
    if (observed.count() == 0 || observed.isConstant() || Domain.holdsInfinity(daily)) {
      return unknown(daily.length);
    }
    BinaryScale scale = BinaryScale.of(daily);
    double[] reduced = scale.reduced(observed.value());
    double mean = Arrays.stream(reduced).average().orElseThrow();
    double squares = Arrays.stream(reduced).map(v -> (v - mean) * (v - mean)).sum();
    double length = Math.sqrt(squares);
    return Arrays.stream(scale.reduced(daily)).map(v -> (v - mean) / length).toArray();
  }

  private static double[] unknown(int days) {
    double[] unknown = new double[days];
    Arrays.fill(unknown, Double.NaN);
    return unknown;
  }

  private static double[] changes(double[] daily) {
    double[] reduced = BinaryScale.of(daily).reduced(daily);
    double[] changes = new double[Math.max(0, daily.length - 1)];
    Arrays.setAll(changes, day -> reduced[day + 1] - reduced[day]);
    return changes;
  }
}
