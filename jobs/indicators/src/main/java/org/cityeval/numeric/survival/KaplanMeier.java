package org.cityeval.numeric.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.Domain;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Durations of which some had not ended when observation did: the share still going on after each
 * time, at which a duration ended.
 *
 * <p>Source: Kaplan and Meier (1958); variance by Greenwood (1926). A duration that ends at the
 * time another is cut off counts as ending first.
 *
 * @param times at which durations ended, ascending, without repeats
 * @param atRisk durations not ended or cut off before each time
 * @param events durations that ended at each time
 * @param survival share that lasts longer than each time, 0..1
 * @param greenwood sum of d / (n (n - d)) up to each time: the variance of the logarithm of {@code
 *     survival}, infinite where it is 0
 * @param lastObserved longest duration, ended or not; {@code NaN} without durations
 */
public record KaplanMeier(
    double[] times,
    long[] atRisk,
    long[] events,
    double[] survival,
    double[] greenwood,
    double lastObserved) {
  public KaplanMeier {
    Domain.sameLength("times", times.length, "atRisk", atRisk.length);
    Domain.sameLength("times", times.length, "events", events.length);
    Domain.sameLength("times", times.length, "survival", survival.length);
    Domain.sameLength("times", times.length, "greenwood", greenwood.length);
  }

  /** Two shares this close are the same share, reached by another order of rounding. */
  private static final double SAME = 1e-9;

  /** A time with its interval; {@code NaN} where not reached within the observation. */
  public record Median(double time, Bounds interval) {}

  /** A mean up to a horizon, in the unit of the durations. */
  public record RestrictedMean(double mean, double standardError) {}

  /**
   * The estimate from durations.
   *
   * @param duration in any unit of time, finite; may be negative (an early response); {@code NaN}
   *     left out
   * @param event true where the duration ended, false where it was only cut off
   */
  public static KaplanMeier of(double[] duration, boolean[] event) {
    long[] once = new long[duration.length];
    Arrays.fill(once, 1);
    return of(duration, event, once);
  }

  /**
   * The estimate from durations that occurred several times each; n log n in their number.
   *
   * @param count how often each occurred, 0 or more
   * @throws IllegalArgumentException for arrays of unequal length, an infinite duration, a negative
   *     count, or counts whose sum is no long
   */
  public static KaplanMeier of(double[] durations, boolean[] event, long[] count) {
    // A zero has no sign here: -0.0 would be a time of its own.
    double[] duration = Arrays.stream(durations).map(d -> d + 0.0).toArray();
    long remaining = observed(duration, event, count);
    int[] order =
        IntStream.range(0, duration.length)
            .filter(i -> !Double.isNaN(duration[i]) && count[i] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> duration[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] times =
        Arrays.stream(order)
            .filter(i -> event[i])
            .mapToDouble(i -> duration[i])
            .distinct()
            .toArray();
    long[] atRisk = new long[times.length];
    long[] events = new long[times.length];
    double[] survival = new double[times.length];
    double[] greenwood = new double[times.length];
    double surviving = 1;
    double variance = 0;
    int next = 0;
    for (int k = 0; k < times.length; k++) {
      for (; duration[order[next]] < times[k]; next++) {
        remaining -= count[order[next]];
      }
      atRisk[k] = remaining;
      for (; next < order.length && duration[order[next]] == times[k]; next++) {
        events[k] += event[order[next]] ? count[order[next]] : 0;
        remaining -= count[order[next]];
      }
      double staying = atRisk[k] - events[k];
      surviving *= staying / atRisk[k];
      variance += events[k] / (atRisk[k] * staying);
      survival[k] = surviving;
      greenwood[k] = variance;
    }
    double last = order.length == 0 ? Double.NaN : duration[order[order.length - 1]];
    return new KaplanMeier(times, atRisk, events, survival, greenwood, last);
  }

  /** How many durations there are. */
  private static long observed(double[] duration, boolean[] event, long[] count) {
    Domain.sameLength("durations", duration.length, "event", event.length);
    Domain.sameLength("durations", duration.length, "count", count.length);
    long observed = 0;
    for (int i = 0; i < duration.length; i++) {
      Domain.atLeast("count", count[i], 0);
      if (Double.isInfinite(duration[i])) {
        throw new IllegalArgumentException("Durations are finite, unlike number " + i);
      }
      observed += Double.isNaN(duration[i]) ? 0 : count[i];
      Domain.atLeast("sum of the count", observed, 0);
    }
    return observed;
  }

  /**
   * Share that lasts longer than {@code time}; {@code NaN} beyond the last observation, unless all
   * had ended by then.
   */
  public double survivalAt(double time) {
    int k = lastTimeUpTo(time);
    double share = k < 0 ? 1 : survival[k];
    return time <= lastObserved || share == 0 ? share : Double.NaN;
  }

  /** Greenwood's standard error of {@link #survivalAt}. */
  public double standardErrorAt(double time) {
    int k = lastTimeUpTo(time);
    double share = survivalAt(time);
    return share > 0 && k >= 0 ? share * Math.sqrt(greenwood[k]) : share * 0;
  }

  /**
   * Time by which half have ended, with the interval that inverts the interval of the survival on
   * the logarithmic scale (Brookmeyer and Crowley 1982), the default of R's survival.
   *
   * @param level nominal coverage in 0..1
   */
  public Median median(double level) {
    Domain.between0And1("level", level);
    double z = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
    double[] low = new double[times.length];
    double[] high = new double[times.length];
    for (int k = 0; k < times.length; k++) {
      double reach = z * Math.sqrt(greenwood[k]);
      boolean ended = survival[k] == 0;
      // At zero the logarithm has no interval: there the bounds are not known.
      low[k] = ended ? Double.NaN : survival[k] * Math.exp(-reach);
      high[k] = ended ? Double.NaN : Math.min(1, survival[k] * Math.exp(reach));
    }
    return new Median(halved(survival), new Bounds(halved(low), halved(high)));
  }

  /**
   * Mean of the durations cut at {@code horizon}: the area under the survival up to there. {@code
   * NaN} where observation stops short of the horizon with some still going on.
   *
   * <p>Source: Irwin (1949).
   */
  public RestrictedMean restrictedMean(double horizon) {
    if (Double.isNaN(survivalAt(horizon))) {
      return new RestrictedMean(Double.NaN, Double.NaN);
    }
    double end = horizon;
    double area = 0;
    double variance = 0;
    for (int k = lastTimeUpTo(horizon); k >= 0; k--) {
      area += survival[k] == 0 ? 0 : survival[k] * (end - times[k]);
      end = times[k];
      double staying = atRisk[k] - events[k];
      variance += staying == 0 ? 0 : area * area * events[k] / (atRisk[k] * staying);
    }
    return new RestrictedMean(end + area, Math.sqrt(variance));
  }

  private int lastTimeUpTo(double time) {
    int k = -1;
    while (k + 1 < times.length && times[k + 1] <= time) {
      k++;
    }
    return k;
  }

  /**
   * First time the share still going on is below {@code share}, such as 0.1 for the time within
   * which nine in ten ended; {@code NaN} where that is not reached.
   */
  public double timeBelow(double share) {
    return below(survival, share);
  }

  private double halved(double[] curve) {
    return below(curve, 0.5);
  }

  /** First time the curve is below the share; the middle of the step where it lies on it. */
  private double below(double[] curve, double share) {
    for (int k = 0; k < times.length; k++) {
      if (Math.abs(curve[k] - share) < SAME) {
        return k + 1 < times.length ? times[k] / 2 + times[k + 1] / 2 : times[k];
      }
      if (curve[k] < share) {
        return times[k];
      }
    }
    return Double.NaN;
  }
}
