package org.cityeval.numeric.timeseries;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Moments;

/**
 * Days on which the level of a series changes.
 *
 * <p>A change point is the 0-based first day of the new level. Days that are {@code NaN} are passed
 * over: the observed days are moved together. So a level has at least as many observed days as
 * asked for. A level that changes in a gap begins on the first observed day after it. The noise is
 * taken as independent from day to day; a smoothed series shows changes that are not there.
 */
public final class ChangePoints {
  private ChangePoints() {}

  /**
   * Consecutive days of one level.
   *
   * @param first observed day, an index into the series; from the second segment on a change point
   * @param last observed day, included
   * @param observed days from first to last that are not {@code NaN}
   * @param mean of those days, in the unit of the series
   */
  public record Segment(int first, int last, int observed, double mean) implements Serializable {}

  /**
   * What a division has to gain to be worth it.
   *
   * @param perChange cost of each change point
   * @param perLogLength cost of each segment per natural logarithm of its observed days
   */
  public record Penalty(double perChange, double perLogLength) implements Serializable {
    public Penalty {
      if (!(perChange >= 0 && perLogLength >= 0) || Double.isInfinite(perChange + perLogLength)) {
        throw new IllegalArgumentException(
            "A penalty per change and log length is 0 or more, not "
                + perChange
                + " and "
                + perLogLength);
      }
    }

    /** Schwarz (1978): 2 ln n, a change being two numbers, its day and its level. */
    public static Penalty bic(int observed) {
      Domain.atLeast("observed", observed, 1);
      return new Penalty(2 * Math.log(observed), 0);
    }

    /** Zhang and Siegmund (2007): 3 ln n, and less for changes that are far apart. */
    public static Penalty modifiedBic(int observed) {
      Domain.atLeast("observed", observed, 1);
      return new Penalty(3 * Math.log(observed), 1);
    }
  }

  /**
   * Standard deviation of a series about its level. It is estimated from the changes between
   * successive observed days, of which a shift of the level is only one. It is their median
   * absolute deviation times 1.4826, over the square root of two. If more than half of the changes
   * are the same, it is their mean absolute deviation times 1.2533, over the square root of two.
   *
   * @return in the unit of the series; 0 where all changes are the same, {@code NaN} for fewer than
   *     two observed days, or with an infinite one
   */
  public static double noise(double[] daily) {
    if (Domain.holdsInfinity(daily)) {
      return Double.NaN;
    }
    BinaryScale scale = BinaryScale.of(daily);
    double[] values = scale.reduced(ObservedDays.of(daily).value());
    double[] changes = new double[Math.max(0, values.length - 1)];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = values[i + 1] - values[i];
    }
    return scale.restored(Jumps.spread(changes) / Math.sqrt(2));
  }

  /**
   * The division into levels with the least sum of squares, in units of the noise, plus penalty.
   * Between n and n² steps: the more changes, the fewer.
   *
   * <p>Source: Killick, Fearnhead and Eckley (2012), PELT.
   *
   * @param noise standard deviation about the level; without any (0 or {@code NaN}) no change can
   *     be told, and the series is one segment
   * @param shortest observed days of a segment, at least 1
   * @throws IllegalArgumentException for an infinite day
   * @return segments in order; one where fewer than twice {@code shortest} days are observed, none
   *     where no day is
   */
  public static List<Segment> pelt(double[] daily, double noise, Penalty penalty, int shortest) {
    ObservedDays observed = ObservedDays.ofFinite(daily);
    return canDivide(observed, shortest) && noise > 0
        ? leastCost(observed, level(observed, noise), penalty, shortest)
        : undivided(observed);
  }

  /**
   * As {@link #pelt}, but a level may differ in its scatter too: by the normal likelihood, so that
   * no noise needs to be given. A value that is repeated throughout a segment has no scatter, and
   * short segments of that kind are easily found: {@code shortest} should be 7 or more.
   */
  public static List<Segment> peltOfLevelAndSpread(double[] daily, Penalty penalty, int shortest) {
    ObservedDays observed = ObservedDays.ofFinite(daily);
    return canDivide(observed, shortest) && !observed.isConstant()
        ? leastCost(observed, SegmentCost.levelAndSpread(reduced(observed)), penalty, shortest)
        : undivided(observed);
  }

  /**
   * Divides at the best day, then each part again, as long as more is gained than the penalty. Not
   * always the best division, for a day once chosen stays. Arguments and result as in {@link
   * #pelt}; n steps for each segment.
   *
   * <p>Source: Scott and Knott (1974), binary segmentation.
   */
  public static List<Segment> binarySegmentation(
      double[] daily, double noise, Penalty penalty, int shortest) {
    ObservedDays observed = ObservedDays.ofFinite(daily);
    if (!canDivide(observed, shortest) || !(noise > 0)) {
      return undivided(observed);
    }
    List<Integer> starts = new ArrayList<>(List.of(0));
    SegmentCost cost = level(observed, noise).and(penalty);
    divide(cost, 0, observed.count(), penalty, shortest, starts);
    return segments(observed, starts);
  }

  /** First days of all segments but the first. */
  public static int[] days(List<Segment> segments) {
    return segments.stream().skip(1).mapToInt(Segment::first).toArray();
  }

  private static SegmentCost level(ObservedDays observed, double noise) {
    double inScale = BinaryScale.of(observed.value()).reduced(noise);
    return SegmentCost.level(reduced(observed), inScale);
  }

  private static double[] reduced(ObservedDays observed) {
    return BinaryScale.of(observed.value()).reduced(observed.value());
  }

  private static boolean canDivide(ObservedDays observed, int shortest) {
    if (shortest < 1) {
      throw new IllegalArgumentException(
          "The shortest segment has at least one day, not " + shortest);
    }
    return observed.count() >= 2L * shortest;
  }

  private static List<Segment> leastCost(
      ObservedDays observed, SegmentCost cost, Penalty penalty, int shortest) {
    return segments(observed, new Pelt(cost, penalty, shortest).starts(observed.count()));
  }

  private static void divide(
      SegmentCost cost, int from, int to, Penalty penalty, int shortest, List<Integer> starts) {
    double whole = cost.of(from, to);
    double most = penalty.perChange();
    int best = -1;
    for (int at = from + shortest; at <= to - shortest; at++) {
      double gain = whole - cost.of(from, at) - cost.of(at, to);
      if (gain > most) {
        most = gain;
        best = at;
      }
    }
    if (best >= 0) {
      divide(cost, from, best, penalty, shortest, starts);
      starts.add(best);
      divide(cost, best, to, penalty, shortest, starts);
    }
  }

  private static List<Segment> undivided(ObservedDays observed) {
    return observed.count() == 0 ? List.of() : segments(observed, List.of(0));
  }

  private static List<Segment> segments(ObservedDays observed, List<Integer> starts) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int from = starts.get(i);
      int to = i + 1 < starts.size() ? starts.get(i + 1) : observed.count();
      double mean = Moments.mean(Arrays.copyOfRange(observed.value(), from, to));
      segments.add(new Segment(observed.day()[from], observed.day()[to - 1], to - from, mean));
    }
    return List.copyOf(segments);
  }
}
