package org.cityeval.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockReleaseTest {
  private static final SmallCount FIVE = new SmallCount(5);

  @Test
  void withoutASmallCountAllDaysArePublished() {
    BlockRelease release = of(new double[][] {{0, 5, 50}, {138, 0, 5}});
    assertThat(release.city()).isEqualTo(Release.DAILY);
    assertThat(release.districts()).containsOnly(Release.DAILY);
  }

  @Test
  void theDistrictOfFewestCasesThatHidesASmallCountIsClosedWithIt() {
    BlockRelease release =
        of(
            new double[][] {
              {0, 3, 9, 9, 9, 9, 9},
              {90, 90, 90, 90, 90, 90, 90},
              {20, 21, 22, 23, 24, 25, 26},
              {0, 0, 0, 0, 0, 0, 7}
            });
    assertThat(release.city()).isEqualTo(Release.DAILY);
    assertThat(release.districts())
        .containsExactly(Release.WEEKLY, Release.DAILY, Release.WEEKLY, Release.DAILY);
  }

  @Test
  void aWeekOfFewIsNotToldNorDoesAnotherWeekTellIt() {
    BlockRelease release =
        of(
            new double[][] {
              {0, 3, 0, 0, 0, 0, 0},
              {20, 21, 22, 23, 24, 25, 26},
              {90, 90, 90, 90, 90, 90, 90}
            });
    assertThat(release.city()).isEqualTo(Release.DAILY);
    assertThat(release.districts())
        .containsExactly(Release.WITHHELD, Release.WITHHELD, Release.DAILY);
  }

  @Test
  void aCityOfOneDistrictIsPublishedAsItsDistrict() {
    assertThat(of(new double[][] {{0, 3, 9, 9, 9, 9, 9}}))
        .isEqualTo(new BlockRelease(Release.WEEKLY, List.of(Release.WEEKLY)));
    assertThat(of(new double[][] {{0, 3, 0, 0, 1, 0, 0}}))
        .isEqualTo(new BlockRelease(Release.WITHHELD, List.of(Release.WITHHELD)));
  }

  @Test
  void whatNobodyObservedLeavesNoWeek() {
    assertThat(of(new double[][] {{0, 3, 9, 9, Double.NaN, 9, 9}}))
        .isEqualTo(new BlockRelease(Release.WITHHELD, List.of(Release.WITHHELD)));
  }

  @Test
  void whereAClosedDistrictTookCasesBackTheCityIsWithheld() {
    BlockRelease release =
        of(new double[][] {{8, -3, 9, 9, 9, 9, 9}, {50, 50, 50, 50, 50, 50, 50}});
    assertThat(release.city()).isEqualTo(Release.WITHHELD);
    assertThat(release.districts()).containsExactly(Release.WITHHELD, Release.DAILY);
  }

  /** Every table of whole numbers that agrees with what is published is tried. */
  @Test
  void noTableThatAgreesWithWhatIsPublishedRulesOutASmallCount() {
    SmallCount three = new SmallCount(3);
    Random random = new Random(7);
    int attacked = 0;
    for (int round = 0; round < 300; round++) {
      double[][] counts = new double[3][2];
      for (double[] district : counts) {
        for (int day = 0; day < 2; day++) {
          district[day] = random.nextInt(6);
        }
      }
      BlockRelease release =
          BlockRelease.of(new CountBlock(counts, counts, true), new boolean[3], three);
      boolean[][][] possible = new boolean[3][2][3];
      everyTable(counts, release, new double[3][2], 0, possible);
      for (int district = 0; district < 3; district++) {
        for (int day = 0; day < 2; day++) {
          if (three.is(counts[district][day])) {
            attacked++;
            assertThat(possible[district][day][1] && possible[district][day][2])
                .as("%s of %s", List.of(district, day), release)
                .isTrue();
          }
        }
      }
    }
    assertThat(attacked).isGreaterThan(300);
  }

  private static void everyTable(
      double[][] truth, BlockRelease release, double[][] table, int cell, boolean[][][] possible) {
    if (cell == 6) {
      if (agrees(truth, release, table)) {
        for (int district = 0; district < 3; district++) {
          for (int day = 0; day < 2; day++) {
            if (table[district][day] < 3) {
              possible[district][day][(int) table[district][day]] = true;
            }
          }
        }
      }
      return;
    }
    int district = cell / 2;
    int day = cell % 2;
    boolean isOpen = release.districts().get(district) == Release.DAILY;
    for (int count = 0; count <= 7; count++) {
      if (!isOpen || count == truth[district][day]) {
        table[district][day] = count;
        everyTable(truth, release, table, cell + 1, possible);
      }
    }
  }

  private static boolean agrees(double[][] truth, BlockRelease release, double[][] table) {
    boolean agrees = true;
    for (int district = 0; district < 3; district++) {
      agrees &=
          release.districts().get(district) == Release.WITHHELD
              || total(truth[district]) == total(table[district]);
    }
    double[] days = new double[2];
    for (int day = 0; day < 2; day++) {
      for (int district = 0; district < 3; district++) {
        days[day] += truth[district][day] - table[district][day];
      }
    }
    return agrees
        && switch (release.city()) {
          case DAILY -> days[0] == 0 && days[1] == 0;
          case WEEKLY -> days[0] + days[1] == 0;
          case WITHHELD -> true;
        };
  }

  private static double total(double[] days) {
    return days[0] + days[1];
  }

  private static BlockRelease of(double[][] counts) {
    return BlockRelease.of(
        new CountBlock(counts, counts, counts[0].length == 7), new boolean[counts.length], FIVE);
  }
}
