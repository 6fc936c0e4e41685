package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cityeval.numeric.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FalseDiscoveryTest {
  private static final double[] P = {
    0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216
  };

  @Test
  void equalsScipy() {
    // scipy.stats.false_discovery_control(p, method = 'bh')
    assertThat(FalseDiscovery.adjusted(P))
        .containsExactly(
            new double[] {
              0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.1057142857142857, 0.216, 0.216, 0.216
            },
            within(1e-15));
  }

  @Test
  void findsFewerThanEachTestAlone() {
    // The 49 local p-values of spdep: 13 are at most 0.05, 4 survive (scipy).
    double[] p = ReferenceData.column("moran_columbus_oldcol.csv", 8);
    boolean[] finds = FalseDiscovery.finds(p, 0.05);
    assertThat(Arrays.stream(p).filter(v -> v <= 0.05).count()).isEqualTo(13);
    assertThat(IntStream.range(0, p.length).filter(i -> finds[i]).count()).isEqualTo(4);
  }

  @Test
  void doesNotCountATestThatWasNotMade() {
    assertThat(FalseDiscovery.adjusted(new double[] {Double.NaN, 0.03, Double.NaN, 0.01}))
        .containsExactly(new double[] {Double.NaN, 0.03, Double.NaN, 0.02}, within(1e-15));
    assertThat(FalseDiscovery.finds(new double[] {Double.NaN, 0.5}, 1))
        .containsExactly(false, true);
    assertThat(FalseDiscovery.adjusted(new double[0])).isEmpty();
  }

  @Test
  void leavesASingleTestAndEqualTestsAsTheyAre() {
    assertThat(FalseDiscovery.adjusted(new double[] {0.04})).containsExactly(0.04);
    assertThat(FalseDiscovery.adjusted(new double[] {0.04, 0.04, 0.04}))
        .containsExactly(new double[] {0.04, 0.04, 0.04}, within(1e-15));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsTheOrderAndNeverLowersAPValue(long seed) {
    double[] p = new SplittableRandom(seed).doubles(30).sorted().toArray();
    double[] adjusted = FalseDiscovery.adjusted(p);
    assertThat(adjusted).isSorted();
    for (int i = 0; i < p.length; i++) {
      assertThat(adjusted[i]).isBetween(p[i], Math.min(1, 30 * p[i]));
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNoProbability(double p) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FalseDiscovery.adjusted(new double[] {0.5, p}))
        .withMessageContaining("pValues");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FalseDiscovery.finds(new double[] {0.5}, p))
        .withMessageContaining("rate");
  }
}
