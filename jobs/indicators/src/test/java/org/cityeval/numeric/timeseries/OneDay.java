package org.cityeval.numeric.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;

/** Values by the one day that counts more or less, against each day asked for by itself. */
public final class OneDay {
  private OneDay() {}

  /** Asserts that all are the same to the last bit. */
  public static void isAsAskedForEachDay(DayWeighted value, int days) {
    DayWeighted askedForEachDay = value::applyAsDouble;
    for (double weight : new double[] {1 - 0.7, 1, 1.7, 1e-3}) {
      double[] asked = askedForEachDay.withOneDay(days, weight);

      assertThat(bits(value.withOneDay(days, weight))).containsExactly(bits(asked));
    }
  }

  /** Days that move up and down, some of them 0 and some, where asked, not observed. */
  public static double[] random(SplittableRandom random, int days, boolean gaps) {
    double[] daily = new double[days];
    for (int day = 0; day < days; day++) {
      int kind = random.nextInt(8);
      daily[day] = kind == 0 ? 0 : (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(3));
      daily[day] = kind == 1 && gaps ? Double.NaN : daily[day];
    }
    return daily;
  }

  private static long[] bits(double[] values) {
    long[] bits = new long[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Double.doubleToLongBits(values[i]);
    }
    return bits;
  }
}
