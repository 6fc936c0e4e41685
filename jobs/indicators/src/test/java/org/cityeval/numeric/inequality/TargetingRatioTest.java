package org.cityeval.numeric.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetingRatioTest {
  private static final double SHARE = TargetingRatio.RISKIEST_SHARE;

  @ParameterizedTest
  @CsvSource({
    // The four poorest of ten are the poorest 40 %, and the text says that of 30 dollars for all
    // 12 reach them; the other scenarios reach none but them.
    "1100000000, 2.5",
    "0110000000, 2.5",
    "0011000000, 2.5",
    "1111111111, 1"
  })
  void equalsTheTenPersonEconomy(String reached, double expected) {
    // World Bank (2022), Revisiting Targeting in Social Assistance, table 7.3.
    double[] income = {6, 8, 11, 15, 21, 25, 30, 40, 50, 100};
    double[] transfer = reached.chars().mapToDouble(c -> c - '0').toArray();
    double[] poverty = Arrays.stream(income).map(i -> -i).toArray();
    assertThat(TargetingRatio.of(transfer, poverty, Inequality.equalWeights(10), SHARE))
        .isCloseTo(expected, within(1e-14));
  }

  @Test
  void countsTheDistrictOnTheBorderByThePartThatBelongs() {
    // 40 of 100 residents: all 30 of the riskiest and 10 of the next 50.
    // (30 x 3 + 10 x 2) of (30 x 3 + 50 x 2 + 20 x 1) = 110 / 210.
    double ratio =
        TargetingRatio.of(
            new double[] {2, 1, 3}, new double[] {0.5, 0.1, 0.9}, new double[] {50, 20, 30}, SHARE);
    assertThat(ratio).isCloseTo(110.0 / 210 / 0.4, within(1e-14));
  }

  @Test
  void letsDistrictsOfEqualRiskShareTheBorder() {
    // Half of each of the first two.
    double[] risk = {7, 7, 1, 1, 1};
    double[] ones = Inequality.equalWeights(5);
    assertThat(TargetingRatio.of(new double[] {4, 0, 2, 2, 2}, risk, ones, 0.2))
        .isCloseTo(0.2 / 0.2, within(1e-14));
    assertThat(TargetingRatio.of(new double[] {0, 4, 2, 2, 2}, risk, ones, 0.2))
        .isCloseTo(0.2 / 0.2, within(1e-14));
  }

  @Test
  void isOneForAllAndForASingleDistrict() {
    assertThat(TargetingRatio.of(new double[] {3}, new double[] {1}, new double[] {9}, SHARE))
        .isCloseTo(1, within(1e-15));
    assertThat(TargetingRatio.of(new double[] {3, 1}, new double[] {1, 2}, new double[] {9, 5}, 1))
        .isEqualTo(1);
  }

  @Test
  void leavesOutADistrictWithoutDataOrResidents() {
    double[] residents = {50, 20, 30, 10, 10, 0};
    double ratio =
        TargetingRatio.of(
            new double[] {2, 1, 3, Double.NaN, 7, 7},
            new double[] {0.5, 0.1, 0.9, 1, Double.NaN, 1},
            residents,
            SHARE);
    assertThat(ratio).isCloseTo(110.0 / 210 / 0.4, within(1e-14));
  }

  @Test
  void isUndefinedWithoutABurdenAndForANegativeOne() {
    double[] ones = {1, 1};
    double[] risk = {1, 2};
    assertThat(TargetingRatio.of(new double[2], risk, ones, SHARE)).isNaN();
    assertThat(TargetingRatio.of(new double[] {-1, 3}, risk, ones, SHARE)).isNaN();
    assertThat(TargetingRatio.of(new double[0], new double[0], new double[0], SHARE)).isNaN();
  }

  @Test
  void refusesAShareThatIsNone() {
    for (double share : new double[] {0, -0.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> TargetingRatio.of(new double[1], new double[1], new double[] {1}, share));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void splittingADistrictChangesNothing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] burden = random.doubles(9, 0, 5).toArray();
    double[] risk = random.ints(9, 0, 5).asDoubleStream().toArray();
    double[] residents = random.doubles(9, 1, 40).toArray();
    double ratio = TargetingRatio.of(burden, risk, residents, SHARE);
    assertThat(ratio).isBetween(0.0, 1 / SHARE);
    double[] splitBurden = Arrays.copyOf(burden, 10);
    double[] splitRisk = Arrays.copyOf(risk, 10);
    double[] splitResidents = Arrays.copyOf(residents, 10);
    splitBurden[9] = burden[4];
    splitRisk[9] = risk[4];
    splitResidents[9] = residents[4] * 0.3;
    splitResidents[4] = residents[4] * 0.7;
    assertThat(TargetingRatio.of(splitBurden, splitRisk, splitResidents, SHARE))
        .isCloseTo(ratio, within(1e-12));
    double[] level = new double[9];
    Arrays.fill(level, 3);
    assertThat(TargetingRatio.of(level, risk, residents, SHARE)).isCloseTo(1, within(1e-12));
    assertThat(
            TargetingRatio.of(
                Arrays.stream(burden).map(b -> 8 * b).toArray(), risk, residents, SHARE))
        .isCloseTo(ratio, within(1e-12));
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @Test
  void tellsNothingFromAnInfinity() {
    double[] known = {1, 2, 3};
    double[] infinite = {1, Double.POSITIVE_INFINITY, 3};
    assertThat(TargetingRatio.of(infinite, known, known, SHARE)).isNaN();
    assertThat(TargetingRatio.of(known, infinite, known, SHARE)).isNaN();
    assertThat(TargetingRatio.of(known, known, infinite, SHARE)).isNaN();
    // Half bear all: over a share of a half that is 2, in burdens of any size.
    double[] huge = {1.5e308, 1.5e308, 0, 0};
    double[] risk = {4, 3, 2, 1};
    double[] residents = {1e308, 1e308, 1e308, 1e308};
    assertThat(TargetingRatio.of(huge, risk, residents, 0.5)).isEqualTo(2);
  }
}
