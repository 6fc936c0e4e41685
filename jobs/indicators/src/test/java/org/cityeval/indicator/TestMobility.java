package org.cityeval.indicator;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Mobility that keeps a level until it steps to the next, as trailing means of 7 days, for tests.
 */
public final class TestMobility {
  private static final int MEAN_DAYS = 7;

  private final double[] raw;

  private TestMobility(double[] raw) {
    this.raw = raw;
  }

  /** So many days without a change from the baseline. */
  public static TestMobility ofDays(int days) {
    return new TestMobility(new double[days]);
  }

  /** At this change from the baseline from a day on. */
  public TestMobility from(int day, double change) {
    double[] stepped = raw.clone();
    Arrays.fill(stepped, day, raw.length, change);
    return new TestMobility(stepped);
  }

  /** Every day apart from its level by a normal error. */
  public TestMobility scattered(double standardDeviation, SplittableRandom random) {
    double[] scattered = raw.clone();
    Arrays.setAll(scattered, day -> raw[day] + standardDeviation * random.nextGaussian());
    return new TestMobility(scattered);
  }

  /** The days themselves. */
  public double[] raw() {
    return raw.clone();
  }

  /** The days before the first are like the first. */
  public double[] smoothed() {
    double[] smoothed = new double[raw.length];
    for (int day = 0; day < raw.length; day++) {
      double sum = 0;
      for (int back = 0; back < MEAN_DAYS; back++) {
        sum += raw[Math.max(0, day - back)];
      }
      smoothed[day] = sum / MEAN_DAYS;
    }
    return smoothed;
  }
}
