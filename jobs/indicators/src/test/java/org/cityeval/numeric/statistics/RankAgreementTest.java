package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankAgreementTest {
  @Test
  void equalsFriedmansStatisticOverItsLargest() {
    // scipy.stats.friedmanchisquare / (3 x 5), with its correction for ties.
    double[][] tied = {{3, 1, 2, 5, 4, 6}, {2, 1, 3, 5, 5, 6}, {3, 3, 1, 4, 6, 5}};
    assertThat(RankAgreement.kendallW(tied)).isCloseTo(0.8576051779935276, within(1e-14));
    // 12 S / (m^2 (n^3 - n)) by hand: 12 x 135.5 / (9 x 210).
    double[][] untied = {{3, 1, 2, 5, 4, 6}, {2, 1, 3, 5, 4, 6}, {3, 2, 1, 4, 6, 5}};
    assertThat(RankAgreement.kendallW(untied)).isCloseTo(12 * 135.5 / 1890, within(1e-14));
  }

  @Test
  void isOneForTheSameOrderAndZeroForOppositeOnes() {
    double[] order = {3, 1, 2, 8};
    double[] opposite = {-3, -1, -2, -8};
    double[] same = {30, 10, 20, 1000};
    assertThat(RankAgreement.kendallW(new double[][] {order, same, order})).isEqualTo(1);
    assertThat(RankAgreement.kendallW(new double[][] {order, opposite})).isZero();
  }

  @Test
  void leavesOutADistrictNotRankedInEveryWave() {
    double[][] gaps = {{1, 2, Double.NaN, 3, 9}, {1, 3, 7, 2, Double.NaN}};
    double[][] kept = {{1, 2, 3}, {1, 3, 2}};
    assertThat(RankAgreement.kendallW(gaps)).isEqualTo(RankAgreement.kendallW(kept));
    // Rank sums 2, 5, 5 about 4: 6 / (4 x 24 / 12).
    assertThat(RankAgreement.kendallW(kept)).isEqualTo(0.75);
  }

  @Test
  void isUndefinedWhereNothingCanAgree() {
    assertThat(RankAgreement.kendallW(new double[][] {{1, 2, 3}})).isNaN();
    assertThat(RankAgreement.kendallW(new double[0][])).isNaN();
    assertThat(RankAgreement.kendallW(new double[][] {{1}, {2}})).isNaN();
    assertThat(RankAgreement.kendallW(new double[][] {{1, 1}, {2, 2}})).isNaN();
    assertThat(RankAgreement.kendallW(new double[][] {{Double.NaN, 1}, {2, Double.NaN}})).isNaN();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void liesBetweenZeroAndOneAndReadsRanksOnly(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] waves = new double[2 + random.nextInt(4)][];
    double[][] scaled = new double[waves.length][];
    for (int wave = 0; wave < waves.length; wave++) {
      waves[wave] = random.ints(8, 0, 6).asDoubleStream().toArray();
      scaled[wave] = Arrays.stream(waves[wave]).map(Math::exp).toArray();
    }
    double w = RankAgreement.kendallW(waves);
    assertThat(w).isBetween(0.0, 1.0);
    assertThat(RankAgreement.kendallW(scaled)).isEqualTo(w);
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
