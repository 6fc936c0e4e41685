package org.cityeval.bench.methods;

import java.util.Arrays;
import org.cityeval.numeric.timeseries.MovingAverage;
import org.hipparchus.random.RandomDataGenerator;

/**
 * Districts that do not exist, the same for the same seed, and each the same however many there
 * are. As in real ones, residents are few in most and many in some, three waves come at slightly
 * different times and strengths, weekends report less, counts scatter more than Poisson's, and
 * small districts have long stretches without a case.
 */
final class SyntheticDistricts {
  static final int DAYS = 300;

  /** Nine tenths of the districts have between 16,000 and 610,000 residents. */
  private static final double LOG_RESIDENTS = Math.log(100_000);

  private static final double SD_LOG_RESIDENTS = 1.1;

  private static final int[] WAVE_PEAKS = {60, 150, 240};

  /** Cases from outside, per resident and day: so that there is something between the waves. */
  private static final double IMPORTED = 2e-7;

  /** Variance of a day's count is mean + mean²/5, as counts of districts often have it. */
  private static final double DISPERSION = 5;

  /** Of the mean of the week; the first day is a Monday. */
  private static final double[] REPORTED = {1.2, 1.15, 1.1, 1.1, 1.05, 0.8, 0.6};

  /** Standard deviation of a day's mobility about its level, as a share of the baseline. */
  private static final double MOBILITY_SCATTER = 0.04;

  static final int MOBILITY_MEAN_DAYS = 7;

  private static final int USES = 5;

  private final long seed;

  SyntheticDistricts(long seed) {
    this.seed = seed;
  }

  double residents(int district) {
    return Math.exp(random(district, 3).nextNormal(LOG_RESIDENTS, SD_LOG_RESIDENTS));
  }

  /** New cases of each day. */
  double[] newCases(int district) {
    RandomDataGenerator random = random(district, 0);
    double residents = residents(district);
    Wave[] waves = waves(district);
    double[] cases = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      double expected = IMPORTED;
      for (Wave wave : waves) {
        expected += wave.newCases(day);
      }
      expected *= residents * REPORTED[day % REPORTED.length];
      double drawn = random.nextGamma(DISPERSION, expected / DISPERSION);
      cases[day] = drawn == 0 ? 0 : random.nextPoisson(drawn);
    }
    return cases;
  }

  /**
   * Mobility's change from its baseline, as a share of it and as a trailing mean of seven days:
   * before each wave it falls to a level, which it leaves after the wave, but not wholly.
   */
  double[] mobility(int district) {
    RandomDataGenerator random = random(district, 1);
    double[] level = new double[DAYS];
    double left = 0;
    for (Wave wave : waves(district)) {
      double fall = random.nextUniform(0.1, 0.5);
      left -= random.nextUniform(0, 0.05);
      for (int day = Math.max(0, wave.restricted()); day < DAYS; day++) {
        level[day] = day < wave.released() ? -fall : left;
      }
    }
    for (int day = 0; day < DAYS; day++) {
      level[day] += random.nextNormal(0, MOBILITY_SCATTER);
    }
    return MovingAverage.trailing(level, MOBILITY_MEAN_DAYS);
  }

  /**
   * A district as frontier methods see it: mean fall of mobility, a fraction; mean activity of
   * enterprises kept, a share; daily cases per 100,000 residents. Falls cost activity, and most
   * districts keep less of it than they could.
   */
  double[] practice(int district) {
    RandomDataGenerator random = random(district, 4);
    double fall = -Arrays.stream(mobility(district)).filter(m -> m < 0).sum() / DAYS;
    double lost = 0.4 * fall + 0.1 * Math.abs(random.nextNormal(0, 1));
    double cases = Arrays.stream(newCases(district)).sum() / DAYS;
    return new double[] {fall, 1 - lost, cases / residents(district) * 100_000};
  }

  private Wave[] waves(int district) {
    RandomDataGenerator random = random(district, 2);
    Wave[] waves = new Wave[WAVE_PEAKS.length];
    for (int i = 0; i < waves.length; i++) {
      waves[i] =
          new Wave(
              random.nextNormal(WAVE_PEAKS[i], 8),
              random.nextUniform(8, 16),
              Math.exp(random.nextNormal(Math.log(0.002), 0.8)));
    }
    return waves;
  }

  /** Draws of its own for every district and use. */
  private RandomDataGenerator random(int district, int use) {
    return new RandomDataGenerator((seed * 1_000_003 + district) * USES + use);
  }

  /**
   * A wave, shaped as a normal density.
   *
   * @param peak day
   * @param width standard deviation [d]
   * @param reported share of the residents that become cases in it
   */
  private record Wave(double peak, double width, double reported) {
    /** Per resident. */
    double newCases(int day) {
      double away = (day - peak) / width;
      return reported * Math.exp(-away * away / 2) / (width * Math.sqrt(2 * Math.PI));
    }

    int restricted() {
      return (int) (peak - 1.5 * width);
    }

    int released() {
      return (int) (peak + 2 * width);
    }
  }
}
