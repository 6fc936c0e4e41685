package org.cityeval.numeric.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GearyCTest {
  @Test
  void equalsSpdepOnColumbus() {
    assertThat(GearyC.of(Columbus.CRIME, Columbus.NEIGHBOURS))
        .isCloseTo(0.529869930598, within(1e-12));
  }

  @Test
  void holdsForOneWayLinksAndAnIsland() {
    // numpy with the full weight matrix.
    Neighbours odd = Neighbours.of(new int[][] {{1}, {2, 3}, {0}, {1, 2, 4}, {3}, {}});
    assertThat(GearyC.of(new double[] {2, 7, 1, 8, 2, 8}, odd))
        .isCloseTo(0.9864457831325302, within(1e-14));
  }

  @Test
  void isZeroWhereNeighboursAreEqual() {
    Neighbours pairs = Neighbours.ofLinks(5, new int[] {0, 2}, new int[] {1, 3});
    assertThat(GearyC.of(new double[] {1, 1, 5, 5, Double.NaN}, pairs)).isZero();
  }

  @Test
  void isUndefinedForEqualValuesForIslandsAndForNothing() {
    assertThat(GearyC.of(new double[] {0.1, 0.1, 0.1}, RandomMap.row(3))).isNaN();
    assertThat(GearyC.of(new double[] {1, 2}, Neighbours.of(new int[2][0]))).isNaN();
    assertThat(GearyC.of(new double[0], Neighbours.of(new int[0][]))).isNaN();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void dependsNeitherOnUnitsNorOnSign(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Neighbours map = RandomMap.of(12, 0.3, random);
    double[] x = random.doubles(12, 0, 9).toArray();
    double c = GearyC.of(x, map);
    assertThat(c).isNotNegative();
    assertThat(GearyC.of(Arrays.stream(x).map(v -> 7 - 3 * v).toArray(), map))
        .isCloseTo(c, within(1e-12));
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
