package org.cityeval.numeric.timeseries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Moments;

/**
 * Whether the districts of a city move together, three ways.
 *
 * <p>A district takes part if it is observed on enough days and not constant. One that does not
 * move has no rhythm to share, and adds nothing to the variance either. It is left out and the
 * others are as they would be without it. With fewer than two taking part, or an infinite day, all
 * is {@code NaN}.
 *
 * @param districts that take part
 * @param meanCorrelation mean over all pairs of their correlation, -1..1
 * @param commonVariance variance of the sum over the squared sum of the standard deviations, 0..1.
 *     It is 1 where all rise and fall in proportion, 0 where they cancel out. Large districts weigh
 *     more (Loreau and de Mazancourt 2008)
 * @param phaseOrder mean over the days of the length of the mean of unit vectors that point in the
 *     phase of each district, 0..1 (Kuramoto 1984)
 */
public record Synchrony(
    int districts, double meanCorrelation, double commonVariance, double phaseOrder) {
  /** As in the recovery of a level: what lies between days farther apart is not known. */
  private static final int LONGEST_BRIDGED_GAP = 3;

  /**
   * The measures of a city. Each pair of districts is correlated over the days that both are
   * observed on. A pair with too few such days, or constant on them, is left out of the first two
   * measures. Gaps of up to 3 days are bridged for the phases, and a district with a longer one, or
   * missing at either end, has none. D districts of T days take D² T + D T² steps.
   *
   * @param daily one series a district, all of the same days, in any one unit
   * @param fewestDays observed days that a district and a pair need, at least 3
   */
  public static Synchrony of(double[][] daily, int fewestDays) {
    return Moving.of(daily, fewestDays).synchrony();
  }

  /** The districts of a city that take part, to be measured with days that count more or less. */
  public static final class Moving implements DayWeighted {
    private final List<double[]> districts;
    private final int days;
    private final int fewestDays;

    private Moving(double[][] daily, int fewestDays) {
      this.districts = moving(daily, fewestDays);
      this.days = daily.length == 0 ? 0 : daily[0].length;
      this.fewestDays = fewestDays;
    }

    /** As for {@link Synchrony#of}. */
    public static Moving of(double[][] daily, int fewestDays) {
      return new Moving(daily, fewestDays);
    }

    /** All three measures, each day counted once. */
    public Synchrony synchrony() {
      if (districts.size() < 2) {
        return new Synchrony(districts.size(), Double.NaN, Double.NaN, Double.NaN);
      }
      Covariances all = Covariances.of(districts, LongRunError.once(days), fewestDays);
      return new Synchrony(
          districts.size(), all.meanCorrelation(), all.commonVariance(), phaseOrder(districts));
    }

    /**
     * {@link Synchrony#commonVariance} alone, which unlike the phases does not mind the order of
     * the days.
     *
     * @param weights how much each day counts, above 0
     */
    public double commonVariance(double[] weights) {
      for (double weight : weights) {
        Domain.within("weights", weight, 0, Double.MAX_VALUE);
      }
      if (!districts.isEmpty()) {
        Domain.sameLength("weights", weights.length, "days", days);
      }
      return districts.size() < 2
          ? Double.NaN
          : Covariances.of(districts, weights, fewestDays).commonVariance();
    }

    /** The {@link #commonVariance}. */
    @Override
    public double applyAsDouble(double[] weights) {
      return commonVariance(weights);
    }

    @Override
    public double[] withOneDay(int ofDays, double weight) {
      Domain.sameLength("days asked for", ofDays, "days", days);
      Domain.within("weight", weight, 0, Double.MAX_VALUE);
      return districts.size() < 2
          ? DayWeighted.super.withOneDay(ofDays, weight)
          : OneDayCovariances.of(districts, fewestDays, weight).commonVariance();
    }
  }

  private static List<double[]> moving(double[][] daily, int fewestDays) {
    Domain.atLeast("fewestDays", fewestDays, 3);
    List<double[]> moving = new ArrayList<>();
    BinaryScale scale =
        BinaryScale.of(Arrays.stream(daily).flatMapToDouble(Arrays::stream).toArray());
    for (double[] series : daily) {
      Domain.sameLength("daily of a district", series.length, "of the first", daily[0].length);
      if (Domain.holdsInfinity(series)) {
        return List.of();
      }
      ObservedDays observed = ObservedDays.of(series);
      if (observed.count() >= fewestDays && !observed.isConstant()) {
        moving.add(scale.reduced(series));
      }
    }
    return moving;
  }

  private record Covariances(double meanCorrelation, double commonVariance) {
    static Covariances of(List<double[]> moving, double[] weights, int fewestDays) {
      double[] sd = moving.stream().mapToDouble(s -> deviation(s, weights)).toArray();
      double correlations = 0;
      int pairs = 0;
      double own = Arrays.stream(sd).map(s -> s * s).sum();
      double covariance = own;
      double greatest = own;
      for (int i = 0; i < sd.length; i++) {
        for (int j = i + 1; j < sd.length; j++) {
          double r = correlation(moving.get(i), moving.get(j), weights, fewestDays);
          if (!Double.isNaN(r)) {
            correlations += r;
            pairs++;
            covariance += 2 * r * sd[i] * sd[j];
            greatest += 2 * sd[i] * sd[j];
          }
        }
      }
      // Correlations over different days need not fit together: their variance may fall below 0.
      double common = pairs == 0 ? Double.NaN : Math.max(0, covariance / greatest);
      return new Covariances(correlations / pairs, common);
    }
  }

  /** Standard deviation over the observed days, of n - 1 where each counts once. */
  private static double deviation(double[] series, double[] weights) {
    int days = 0;
    double weight = 0;
    double mean = 0;
    double squares = 0;
    for (int day = 0; day < series.length; day++) {
      if (!Double.isNaN(series[day])) {
        days++;
        weight += weights[day];
        double from = series[day] - mean;
        mean += weights[day] / weight * from;
        squares += weights[day] * from * (series[day] - mean);
      }
    }
    return Math.sqrt(squares / weight * days / (days - 1));
  }

  private static double correlation(double[] x, double[] y, double[] weights, int fewestDays) {
    int days = 0;
    double weight = 0;
    double meanX = 0;
    double meanY = 0;
    double squaresX = 0;
    double squaresY = 0;
    double products = 0;
    for (int day = 0; day < x.length; day++) {
      if (Double.isNaN(x[day]) || Double.isNaN(y[day])) {
        continue;
      }
      days++;
      weight += weights[day];
      double fromX = x[day] - meanX;
      double fromY = y[day] - meanY;
      meanX += weights[day] / weight * fromX;
      meanY += weights[day] / weight * fromY;
      squaresX += weights[day] * fromX * (x[day] - meanX);
      squaresY += weights[day] * fromY * (y[day] - meanY);
      products += weights[day] * fromX * (y[day] - meanY);
    }
    if (days < fewestDays) {
      return Double.NaN;
    }
    // About running means equal values leave exactly nothing: a constant gives 0 / 0.
    return Math.max(-1, Math.min(1, products / Math.sqrt(squaresX * squaresY)));
  }

  private static double phaseOrder(List<double[]> moving) {
    int days = moving.get(0).length;
    Hilbert hilbert = new Hilbert(days);
    double[] cosines = new double[days];
    double[] sines = new double[days];
    int phased = 0;
    for (double[] series : moving) {
      double[] level = Gaps.interpolate(series, LONGEST_BRIDGED_GAP);
      if (Moments.observed(level) < days) {
        continue;
      }
      phased++;
      double mean = Moments.mean(level);
      double[] turned = hilbert.transform(level);
      for (int day = 0; day < days; day++) {
        double length = Math.hypot(level[day] - mean, turned[day]);
        // Exactly at rest there is no direction, and nothing is added to any.
        cosines[day] += length > 0 ? (level[day] - mean) / length : 0;
        sines[day] += length > 0 ? turned[day] / length : 0;
      }
    }
    double order = 0;
    for (int day = 0; day < days; day++) {
      order += Math.hypot(cosines[day], sines[day]) / phased;
    }
    return phased < 2 ? Double.NaN : order / days;
  }
}
