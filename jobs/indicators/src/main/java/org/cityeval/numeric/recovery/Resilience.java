package org.cityeval.numeric.recovery;

import java.util.Arrays;
import java.util.OptionalInt;
import org.cityeval.numeric.statistics.Moments;
import org.cityeval.numeric.timeseries.Gaps;

/**
 * The shape of a fall and recovery of an activity level, 100 being its normal level.
 *
 * <p>Source: loss area, Bruneau et al. (2003); resilience index, Zobel (2011). Days above 100 do
 * not make up for days below it: they are capped, and their area is given apart.
 *
 * @param lossAreaSum sum over days of the shortfall below 100, percent-days
 * @param lossAreaTrapezoid the same area by the trapezoid rule; equal to the sum where the series
 *     starts and ends at 100 or above
 * @param overshootArea sum over days of the excess above 100, percent-days
 * @param meanLoss mean shortfall over the observed days, percent; defined when the areas are not
 * @param depth largest shortfall, percent
 * @param troughDay first day of the largest shortfall; empty where the level never was below 100
 * @param firstBelow first day below 95; empty where there is none
 * @param recoveredDay first day from the trough on at 95 or above; empty where the level never fell
 *     below 95 or has not come back
 * @param recoveryDays days from trough to {@code recoveredDay}; 0 where the level never fell below
 *     95; empty is censored: not recovered within the series
 * @param halfRecoveryDays days from the trough until half the depth is regained; 0 where nothing
 *     was lost; empty is censored
 * @param index 1 - loss / (100 x days): 1 is no loss, 0 a total one
 * @param coverage share of days observed, 0..1
 */
public record Resilience(
    double lossAreaSum,
    double lossAreaTrapezoid,
    double overshootArea,
    double meanLoss,
    double depth,
    OptionalInt troughDay,
    OptionalInt firstBelow,
    OptionalInt recoveredDay,
    OptionalInt recoveryDays,
    OptionalInt halfRecoveryDays,
    double index,
    double coverage) {
  /** Near enough to normal to count as undisturbed, percent. */
  public static final double NEAR_NORMAL = 95;

  /** Longer gaps are not bridged, and leave the areas undefined. */
  public static final int LONGEST_GAP_DAYS = 3;

  private static final double NORMAL = 100;

  /**
   * The resilience of one episode, whose first and last day are those of the series. With no day
   * observed every number is {@code NaN} and every day empty.
   *
   * @param levelPercent one level a day, percent of normal. Gaps of up to 3 days are bridged by a
   *     straight line. If other days are {@code NaN}, so are the areas and the index. An infinite
   *     day is not observed
   */
  public static Resilience of(double[] levelPercent) {
    double[] known =
        Arrays.stream(levelPercent).map(q -> Double.isInfinite(q) ? Double.NaN : q).toArray();
    double[] level = Gaps.interpolate(known, LONGEST_GAP_DAYS);
    double[] loss = Arrays.stream(level).map(q -> Math.max(0, NORMAL - q)).toArray();
    double[] excess = Arrays.stream(level).map(q -> Math.max(0, q - NORMAL)).toArray();
    int observed = Moments.observed(level);
    boolean complete = observed > 0 && observed == level.length;
    double area = complete ? finite(Moments.sum(loss)) : Double.NaN;
    double ends = complete ? loss[0] / 2 + loss[loss.length - 1] / 2 : Double.NaN;
    double depth = Arrays.stream(loss).filter(l -> !Double.isNaN(l)).max().orElse(Double.NaN);
    int trough = depth > 0 ? firstAtLeast(loss, 0, depth).getAsInt() : -1;
    OptionalInt recovered =
        depth > NORMAL - NEAR_NORMAL ? firstAtLeast(level, trough, NEAR_NORMAL) : none();
    OptionalInt half = depth > 0 ? firstAtLeast(level, trough, NORMAL - depth / 2) : none();
    return new Resilience(
        area,
        area - ends,
        complete ? finite(Moments.sum(excess)) : Double.NaN,
        Moments.mean(loss),
        depth,
        trough >= 0 ? OptionalInt.of(trough) : none(),
        firstBelow(level, NEAR_NORMAL),
        recovered,
        depth <= NORMAL - NEAR_NORMAL ? OptionalInt.of(0) : since(trough, recovered),
        depth == 0 ? OptionalInt.of(0) : since(trough, half),
        1 - area / (NORMAL * level.length),
        level.length == 0 ? 0 : (double) Moments.observed(known) / level.length);
  }

  private static OptionalInt firstAtLeast(double[] values, int from, double threshold) {
    return Recovery.firstSustained(values, from, threshold, 1);
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : Double.NaN;
  }

  private static OptionalInt firstBelow(double[] level, double threshold) {
    for (int day = 0; day < level.length; day++) {
      if (level[day] < threshold) {
        return OptionalInt.of(day);
      }
    }
    return none();
  }

  private static OptionalInt since(int from, OptionalInt day) {
    return day.isPresent() ? OptionalInt.of(day.getAsInt() - from) : none();
  }

  private static OptionalInt none() {
    return OptionalInt.empty();
  }
}
