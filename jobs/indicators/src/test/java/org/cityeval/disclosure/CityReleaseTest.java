package org.cityeval.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CityReleaseTest {
  private static final SmallCount FIVE = new SmallCount(5);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void noSmallCountFollowsFromAllThatIsPublished(long seed) {
    Random random = new Random(seed);
    double[][] counts = epidemic(random, 2 + random.nextInt(4), 24, seed % 3 == 0);
    int first = 3;
    CityRelease release = CityRelease.of(counts, counts, first, CityRelease.Counting.BY_DAY, FIVE);
    Attacker attacker = Attacker.reading(release, counts, first);
    int attacked = 0;
    for (int district = 0; district < counts.length; district++) {
      for (int day = 0; day < counts[0].length; day++) {
        if (FIVE.is(counts[district][day])) {
          Attacker.Bounds bounds = attacker.bounds(new int[] {district, day});
          assertThat(FIVE.isHidden(bounds.low(), bounds.high()))
              .as("district %d day %d is in %s", district, day, bounds)
              .isTrue();
          attacked++;
        }
      }
    }
    assertThat(attacked).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void neitherDoesASmallCountOfTheCityNorOfAWeek(long seed) {
    Random random = new Random(seed);
    double[][] counts = epidemic(random, 2, 21, false);
    CityRelease release = CityRelease.of(counts, counts, 0, CityRelease.Counting.BY_DAY, FIVE);
    Attacker attacker = Attacker.reading(release, counts, 0);
    for (int day = 0; day < 21; day++) {
      if (FIVE.is(counts[0][day] + counts[1][day])) {
        Attacker.Bounds bounds = attacker.bounds(new int[] {0, day}, new int[] {1, day});
        assertThat(FIVE.isHidden(bounds.low(), bounds.high())).as("city on %d", day).isTrue();
      }
    }
    for (int district = 0; district < 2; district++) {
      for (int week = 0; week < 3; week++) {
        int[][] cells = new int[7][];
        double sum = 0;
        for (int i = 0; i < 7; i++) {
          cells[i] = new int[] {district, 7 * week + i};
          sum += counts[district][7 * week + i];
        }
        if (FIVE.is(sum)) {
          Attacker.Bounds bounds = attacker.bounds(cells);
          assertThat(FIVE.isHidden(bounds.low(), bounds.high()))
              .as("week %d of %d", week, district)
              .isTrue();
        }
      }
    }
  }

  @Test
  void theSolverFindsACountThatOnlyIsBlankedOut() {
    double[][] counts = {
      {9, 3, 8, 7, 6, 12, 11}, {20, 30, 25, 40, 22, 28, 31}, {50, 138, 60, 70, 55, 64, 90}
    };
    Attacker attacker =
        Attacker.reading(
            CityRelease.of(counts, counts, 0, CityRelease.Counting.BY_DAY, FIVE), counts, 0);
    assertThat(attacker.bounds(new int[] {0, 1})).isEqualTo(new Attacker.Bounds(0, 33));
    // What blanking out that one cell alone would leave: the other two districts, and the city.
    attacker.learn(new int[] {1}, 1, 1);
    assertThat(attacker.bounds(new int[] {0, 1})).isEqualTo(new Attacker.Bounds(3, 3));
  }

  @Test
  void aMeanThatReachesIntoWithheldDaysIsWithheldUnlessItIsTheirWeek() {
    double[][] counts = {
      {0, 0, 0, 0, 0, 0, 0, 1, 2, 9, 9, 9, 9, 9, 10, 11, 12, 13, 14, 15, 16},
    };
    ReleasedDays days =
        CityRelease.of(counts, counts, 0, CityRelease.Counting.BY_DAY, FIVE).district(0);
    assertThat(days.isOpen(6)).isTrue();
    assertThat(days.isMeanOpen(6, 7)).isTrue();
    assertThat(days.of(7)).isEqualTo(Release.WEEKLY);
    assertThat(days.isMeanOpen(7, 7)).isFalse();
    assertThat(days.isMeanOpen(13, 7)).isTrue();
    assertThat(days.isOpen(14)).isTrue();
    assertThat(days.isMeanOpen(14, 7)).isFalse();
    assertThat(days.isMeanOpen(20, 7)).isTrue();
    assertThat(days.isOpen(20, 8)).isFalse();
    assertThat(days.isOpen(3, 7)).as("days before the first are not known").isFalse();
  }

  @Test
  void aLineOverAGapIsPublishedWhereBothItsEndsAre() {
    double[][] counts = new double[1][21];
    counts[0][16] = 2;
    ReleasedDays days =
        CityRelease.of(counts, counts, 0, CityRelease.Counting.BY_DAY, FIVE).district(0);
    double none = Double.NaN;
    double[] means = new double[21];
    means[8] = none;
    means[12] = none;
    means[13] = none;
    means[20] = none;
    assertThat(days.isBridgeOpen(means, 8, 7)).isTrue();
    assertThat(days.isBridgeOpen(means, 12, 7)).as("ends in a withheld week").isFalse();
    assertThat(days.isBridgeOpen(means, 20, 7)).as("has no end, so nothing is there").isTrue();
  }

  @Test
  void weeksBeginWithTheFirstPublishedDay() {
    double[][] counts = new double[1][16];
    counts[0][4] = 3;
    ReleasedDays days =
        CityRelease.of(counts, counts, 2, CityRelease.Counting.BY_DAY, FIVE).district(0);
    assertThat(days.isOpen(1)).isTrue();
    assertThat(days.isOpen(2)).isFalse();
    assertThat(days.isOpen(8)).isFalse();
    assertThat(days.isOpen(9)).isTrue();
  }

  @Test
  void whereASourceCountsByWeeksAllDaysStandTogether() {
    double[][] counts = new double[2][21];
    for (int day = 0; day < 21; day++) {
      counts[0][day] = day < 7 ? 3 / 7.0 : 60;
      counts[1][day] = 100;
    }
    CityRelease release = CityRelease.of(counts, counts, 0, CityRelease.Counting.BY_PERIOD, FIVE);
    assertThat(release.district(0).isOpen(20)).isFalse();
    assertThat(release.district(0).isMeanOpen(20, 7)).isFalse();
  }

  @Test
  void aWrongCellTellsOfTheRightOnesSoTheyAreWithheldTogether() {
    double[][] reported = {
      {50, 50, 50, 93, 50, 50, 50, 50, 50, 50, -37, 2, 50, 50},
      {60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60}
    };
    double[][] adjusted = {reported[0].clone(), reported[1]};
    adjusted[0][3] = 28;
    adjusted[0][10] = 28;
    CityRelease release = CityRelease.of(reported, adjusted, 0, CityRelease.Counting.BY_DAY, FIVE);
    assertThat(release.district(0).isOpen(3)).as("2·28 less 93 is the other day").isFalse();
    assertThat(release.city().isOpen(3)).isFalse();
    assertThat(release.district(1).isOpen(3)).isTrue();
  }

  /** Districts of different size whose cases rise from none and fall again. */
  private static double[][] epidemic(Random random, int districts, int days, boolean unobserved) {
    double[][] counts = new double[districts][days];
    for (int district = 0; district < districts; district++) {
      double size = Math.exp(random.nextDouble() * 5);
      for (int day = 0; day < days; day++) {
        double mean = size * Math.exp(-Math.pow((day - days / 2.0) / (days / 3.5), 2));
        counts[district][day] =
            Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        if (unobserved && random.nextInt(12) == 0) {
          counts[district][day] = Double.NaN;
        }
      }
    }
    return counts;
  }
}
