package org.cityeval.numeric.timeseries;

import java.util.Arrays;
import java.util.List;

/**
 * The common variance of {@link Synchrony.Moving} by the one day that counts more or less, where
 * each other counts once. One pass over each pair of districts serves all days. It adds in the same
 * order as a pass for each day would, so that the numbers are the same to the last bit.
 */
final class OneDayCovariances {
  private final List<double[]> moving;
  private final int fewestDays;
  private final double weight;
  private final int days;

  /** How much the days so far count, by the one day; those before have passed theirs. */
  private final double[] weights;

  private final double[] meanX;
  private final double[] meanY;
  private final double[] squaresX;
  private final double[] squaresY;
  private final double[] products;

  private OneDayCovariances(List<double[]> moving, int fewestDays, double weight) {
    this.moving = moving;
    this.fewestDays = fewestDays;
    this.weight = weight;
    this.days = moving.get(0).length;
    // The last place is of days that all count once.
    this.weights = new double[days + 1];
    this.meanX = new double[days + 1];
    this.meanY = new double[days + 1];
    this.squaresX = new double[days + 1];
    this.squaresY = new double[days + 1];
    this.products = new double[days + 1];
  }

  /** Of at least two districts, all of the same days. */
  static OneDayCovariances of(List<double[]> moving, int fewestDays, double weight) {
    return new OneDayCovariances(moving, fewestDays, weight);
  }

  double[] commonVariance() {
    double[][] sd = new double[moving.size()][];
    for (int i = 0; i < sd.length; i++) {
      sd[i] = deviations(moving.get(i));
    }
    double[] covariance = new double[days];
    double[] greatest = new double[days];
    int[] pairs = new int[days];
    for (int day = 0; day < days; day++) {
      int one = day;
      double own = Arrays.stream(sd).mapToDouble(s -> s[one] * s[one]).sum();
      covariance[day] = own;
      greatest[day] = own;
    }
    for (int i = 0; i < sd.length; i++) {
      for (int j = i + 1; j < sd.length; j++) {
        double[] r = correlations(moving.get(i), moving.get(j));
        for (int day = 0; day < days; day++) {
          if (!Double.isNaN(r[day])) {
            pairs[day]++;
            covariance[day] += 2 * r[day] * sd[i][day] * sd[j][day];
            greatest[day] += 2 * sd[i][day] * sd[j][day];
          }
        }
      }
    }
    double[] common = new double[days];
    for (int day = 0; day < days; day++) {
      common[day] = pairs[day] == 0 ? Double.NaN : Math.max(0, covariance[day] / greatest[day]);
    }
    return common;
  }

  private double[] deviations(double[] series) {
    clear();
    int observed = 0;
    for (int day = 0; day < days; day++) {
      copyLastTo(day);
      if (!Double.isNaN(series[day])) {
        observed++;
        addX(series[day], 0, day, 1);
        addX(series[day], day, day + 1, weight);
        addX(series[day], days, days + 1, 1);
      }
    }
    double[] deviations = new double[days];
    for (int day = 0; day < days; day++) {
      deviations[day] = Math.sqrt(squaresX[day] / weights[day] * observed / (observed - 1));
    }
    return deviations;
  }

  private void addX(double x, int from, int to, double weight) {
    for (int i = from; i < to; i++) {
      double sum = weights[i] + weight;
      double fromX = x - meanX[i];
      double mean = meanX[i] + weight / sum * fromX;
      weights[i] = sum;
      meanX[i] = mean;
      squaresX[i] += weight * fromX * (x - mean);
    }
  }

  private double[] correlations(double[] x, double[] y) {
    clear();
    int observed = 0;
    for (int day = 0; day < days; day++) {
      copyLastTo(day);
      if (!Double.isNaN(x[day]) && !Double.isNaN(y[day])) {
        observed++;
        addPair(x[day], y[day], 0, day, 1);
        addPair(x[day], y[day], day, day + 1, weight);
        addPair(x[day], y[day], days, days + 1, 1);
      }
    }
    double[] correlations = new double[days];
    for (int day = 0; day < days; day++) {
      correlations[day] =
          observed < fewestDays
              ? Double.NaN
              : Math.max(-1, Math.min(1, products[day] / Math.sqrt(squaresX[day] * squaresY[day])));
    }
    return correlations;
  }

  private void addPair(double x, double y, int from, int to, double weight) {
    for (int i = from; i < to; i++) {
      double sum = weights[i] + weight;
      double share = weight / sum;
      double fromX = x - meanX[i];
      double fromY = y - meanY[i];
      double newX = meanX[i] + share * fromX;
      double newY = meanY[i] + share * fromY;
      weights[i] = sum;
      meanX[i] = newX;
      meanY[i] = newY;
      squaresX[i] += weight * fromX * (x - newX);
      squaresY[i] += weight * fromY * (y - newY);
      products[i] += weight * fromX * (y - newY);
    }
  }

  private void clear() {
    for (double[] sums : List.of(weights, meanX, meanY, squaresX, squaresY, products)) {
      Arrays.fill(sums, 0);
    }
  }

  /** Up to its own day, a day's sums are those of days that all count once. */
  private void copyLastTo(int day) {
    weights[day] = weights[days];
    meanX[day] = meanX[days];
    meanY[day] = meanY[days];
    squaresX[day] = squaresX[days];
    squaresY[day] = squaresY[days];
    products[day] = products[days];
  }
}
