package org.cityeval.numeric.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacklogsTest {
  /**
   * Harris County, 2020-09-11 to 10-01 (JHU CSSE; issue 3142 tells of the backlog of 21 September).
   */
  private static final double[] HARRIS = {
    1257, 388, 1023, 1396, 2768, 435, 857, 817, 819, 553, 14129, 527, 544, 664, 851, 336, 485, 354,
    608, 366, 849
  };

  /** Kings County, from 2020-03-01: the first wave as JHU CSSE gives it. */
  private static final double[] KINGS = {
    0, 0, 0, 0, 1, 0, 3, 0, 2, 1, 7, 2, 8, 17, 17, 26, 39, 264, 273, 674, 538, 893, 702, 700, 779,
    755, 1106, 1238, 973, 1011, 1888, 1198, 1189, 1396, 1804, 1054, 1144, 1177, 1203, 1312, 1321,
    1528, 1228, 933, 902, 2663, 1552, 1184, 1058, 719
  };

  @Test
  void findsAPublishedBacklogAndNothingBesideIt() {
    assertThat(found(HARRIS)).containsExactly(10);
  }

  @Test
  void findsItOnTheLastDayToo() {
    assertThat(found(Arrays.copyOf(HARRIS, 11))).containsExactly(10);
  }

  @Test
  void aFirstWaveIsNone() {
    assertThat(found(KINGS)).isEmpty();
    for (int days = 1; days < KINGS.length; days++) {
      // 264 cases after 39 are a first report of a wave, told apart from a backlog a day later.
      if (days != 18) {
        assertThat(found(Arrays.copyOf(KINGS, days))).as("the first %d days", days).isEmpty();
      }
    }
  }

  @Test
  void aFewCasesAreNone() {
    // 2·sqrt(9.375) - 2·sqrt(0.375) = 4.9 deviations, of 10 cases 5.2.
    double[] quiet = new double[21];
    quiet[10] = 9;
    assertThat(found(quiet)).isEmpty();
    quiet[10] = 10;
    assertThat(found(quiet)).containsExactly(10);
  }

  @Test
  void aDistrictThatReportsOnceAWeekHasNone() {
    double[] weekly = new double[70];
    for (int day = 6; day < weekly.length; day += 7) {
      weekly[day] = 500;
    }
    assertThat(found(weekly)).isEmpty();
    weekly[34] = 5000;
    assertThat(found(weekly)).containsExactly(34);
  }

  @Test
  void unobservedDaysSayNothing() {
    double[] sparse = new double[21];
    Arrays.fill(sparse, Double.NaN);
    sparse[9] = 3;
    sparse[10] = 4000;
    sparse[11] = 3;
    assertThat(found(sparse)).isEmpty();
  }

  /** Epidemics of 200 cases a day, negative binomial with dispersion 3: 36,000 days. */
  @Test
  void seldomTakesChanceForABacklog() {
    SplittableRandom random = new SplittableRandom(20200921);
    int flagged = 0;
    for (int epidemic = 0; epidemic < 300; epidemic++) {
      double[] counts = new double[120];
      for (int day = 0; day < counts.length; day++) {
        double mean = 200 * Math.exp(-Math.pow((day - 60) / 18.0, 2));
        counts[day] = poisson(random, mean * gammaOf3(random) / 3);
      }
      flagged += found(counts).length;
    }
    assertThat(flagged).isLessThan(36);
  }

  private static double gammaOf3(SplittableRandom random) {
    return -Math.log(random.nextDouble() * random.nextDouble() * random.nextDouble());
  }

  private static double poisson(SplittableRandom random, double mean) {
    double left = mean;
    int count = -1;
    do {
      left += Math.log(1 - random.nextDouble());
      count++;
    } while (left > 0);
    return count;
  }

  private static int[] found(double[] counts) {
    boolean[] found = Backlogs.find(counts);
    return IntStream.range(0, counts.length).filter(day -> found[day]).toArray();
  }
}
