package org.cityeval.numeric.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cityeval.numeric.statistics.Tails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoranITest {
  // One-way links and an island, numbered 5.
  private static final Neighbours ODD =
      Neighbours.of(new int[][] {{1}, {2, 3}, {0}, {1, 2, 4}, {3}, {}});
  private static final double[] ODD_VALUES = {2, 7, 1, 8, 2, 8};

  @Test
  void equalsSpdepOnColumbus() {
    // moran.test(CRIME, nb2listw(COL.nb)), both with randomisation and without.
    MoranI moran = MoranI.of(Columbus.CRIME, Columbus.NEIGHBOURS);
    assertThat(moran.districts()).isEqualTo(49);
    assertThat(moran.islands()).isZero();
    assertThat(moran.i()).isCloseTo(0.510951264079, within(1e-12));
    assertThat(moran.expected()).isCloseTo(-1 / 48.0, within(1e-15));
    assertThat(moran.varianceRandomised()).isCloseTo(0.00890876156, within(1e-11));
    assertThat(moran.varianceNormal()).isCloseTo(0.008779831457, within(1e-12));
    assertThat(moran.zRandomised()).isCloseTo(5.634133, within(1e-6));
    assertThat(moran.zNormal()).isCloseTo(5.675350, within(1e-6));
  }

  @Test
  void holdsForOneWayLinksAndAnIsland() {
    // numpy with the full weight matrix; the mean over all 720 arrangements is -1/5 and their
    // variance 0.1331694...
    MoranI moran = MoranI.of(ODD_VALUES, ODD);
    assertThat(moran.islands()).isEqualTo(1);
    assertThat(moran.i()).isCloseTo(-0.22048192771084335, within(1e-14));
    assertThat(moran.expected()).isEqualTo(-0.2);
    assertThat(moran.varianceNormal()).isCloseTo(0.1017142857142857, within(1e-14));
    assertThat(moran.varianceRandomised()).isCloseTo(0.1331694004935404, within(1e-14));
  }

  @Test
  void mayLieBeyondMinusOne() {
    // In a row; products with the mean of the neighbours -3/2, -15/8, -15/8, -3/2 over squares
    // 13/2.
    double i = MoranI.of(new double[] {1, -1.5, 1.5, -1}, RandomMap.row(4)).i();
    assertThat(i).isCloseTo(-6.75 / 6.5, within(1e-15));
    // The furthest it goes there, by hand: x² + x/2 = 9/16, the swing in the middle 4/3 x.
    double furthest = -0.25 - Math.sqrt(0.625);
    double middle = 4 / 3.0 * furthest;
    assertThat(MoranI.of(new double[] {1, middle, -middle, -1}, RandomMap.row(4)).i())
        .isCloseTo(furthest, within(1e-14));
  }

  @Test
  void hasTheTailsOfAllArrangements() {
    // numpy over all 720 arrangements: 0.394444 at or above, 0.611111 at or below.
    Tails tails = MoranI.permuted(ODD_VALUES, ODD, 9999, 5);
    assertThat(tails.upper()).isCloseTo(0.394444, within(0.02));
    assertThat(tails.lower()).isCloseTo(0.611111, within(0.02));
    assertThat(MoranI.permuted(ODD_VALUES, ODD, 9999, 5)).isEqualTo(tails);
    assertThat(MoranI.permuted(ODD_VALUES, ODD, 9999, 6)).isNotEqualTo(tails);
  }

  @Test
  void findsColumbusClusteredBeyondEveryArrangement() {
    Tails tails = MoranI.permuted(Columbus.CRIME, Columbus.NEIGHBOURS, 999, 1);
    assertThat(tails.upper()).isEqualTo(0.001);
    assertThat(tails.lower()).isEqualTo(1);
  }

  @Test
  void isOneForHalvesAndMinusOneForAlternation() {
    // Two separate pairs, alike within: every lag is the own deviation.
    Neighbours pairs = Neighbours.ofLinks(4, new int[] {0, 2}, new int[] {1, 3});
    assertThat(MoranI.of(new double[] {1, 1, 5, 5}, pairs).i()).isCloseTo(1, within(1e-15));
    assertThat(MoranI.of(new double[] {1, 5, 1, 5}, pairs).i()).isCloseTo(-1, within(1e-15));
  }

  @Test
  void leavesOutADistrictThatIsNotObserved() {
    double[] values = {2, 7, Double.NaN, 8, 2, 8};
    MoranI moran = MoranI.of(values, ODD);
    MoranI without =
        MoranI.of(
            new double[] {2, 7, 8, 2, 8}, Neighbours.of(new int[][] {{1}, {2}, {1, 3}, {2}, {}}));
    assertThat(moran).isEqualTo(without);
    assertThat(MoranI.permuted(values, ODD, 999, 1).upper()).isBetween(0.0, 1.0);
  }

  @Test
  void isUndefinedForEqualValuesForIslandsAndForNothing() {
    Neighbours islands = Neighbours.of(new int[3][0]);
    assertThat(MoranI.of(new double[] {0.1, 0.1, 0.1}, RandomMap.row(3)).i()).isNaN();
    assertThat(MoranI.of(new double[] {1, 2, 3}, islands).i()).isNaN();
    assertThat(MoranI.of(new double[] {1, 2, 3}, islands).islands()).isEqualTo(3);
    assertThat(MoranI.of(new double[0], Neighbours.of(new int[0][])).i()).isNaN();
    assertThat(MoranI.of(new double[] {4}, Neighbours.of(new int[1][0])).i()).isNaN();
    assertThat(MoranI.permuted(new double[] {1, 2, 3}, islands, 999, 1)).isEqualTo(Tails.UNDEFINED);
    assertThat(MoranI.permuted(new double[] {2, 2, 2}, RandomMap.row(3), 999, 1))
        .isEqualTo(Tails.UNDEFINED);
  }

  @Test
  void hasNoRandomisedVarianceBelowFourDistricts() {
    MoranI moran = MoranI.of(new double[] {1, 2, 4}, RandomMap.row(3));
    assertThat(moran.i()).isFinite();
    assertThat(moran.varianceNormal()).isFinite();
    assertThat(moran.varianceRandomised()).isNaN();
  }

  @Test
  void refusesOtherDistrictsAndTooFewPermutations() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MoranI.of(new double[3], RandomMap.row(4)));
    assertThatIllegalArgumentException().isThrownBy(() -> MoranI.permuted(ODD_VALUES, ODD, 998, 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void dependsNeitherOnUnitsNorOnNumbering(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 5 + random.nextInt(20);
    Neighbours map = RandomMap.of(n, 0.3, random);
    double[] x = random.doubles(n, 0, 9).toArray();
    MoranI moran = MoranI.of(x, map);
    MoranI scaled = MoranI.of(Arrays.stream(x).map(v -> 7 - 3 * v).toArray(), map);
    assertThat(scaled.i()).isCloseTo(moran.i(), within(1e-12));
    assertThat(scaled.varianceRandomised()).isCloseTo(moran.varianceRandomised(), within(1e-12));
    int[] backwards = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
    double[] turned = Arrays.stream(backwards).mapToDouble(i -> x[i]).toArray();
    MoranI renumbered = MoranI.of(turned, RandomMap.renumbered(map, backwards));
    assertThat(renumbered.i()).isCloseTo(moran.i(), within(1e-12));
    assertThat(renumbered.varianceNormal()).isCloseTo(moran.varianceNormal(), within(1e-12));
    assertThat(moran.varianceNormal()).isPositive();
    assertThat(moran.varianceRandomised()).isNotNegative();
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void tellsNothingFromAnInfinity(double infinity) {
    double[] values = Columbus.CRIME.clone();
    values[17] = infinity;
    MoranI moran = MoranI.of(values, Columbus.NEIGHBOURS);
    assertThat(moran.i()).isNaN();
    assertThat(moran.zRandomised()).isNaN();
    assertThat(moran.varianceNormal()).isNaN();
    assertThat(MoranI.permuted(values, Columbus.NEIGHBOURS, 999, 1)).isEqualTo(Tails.UNDEFINED);
    assertThat(GearyC.of(values, Columbus.NEIGHBOURS)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-160, 1e160, 1e305})
  void doesNotDependOnTheUnitHoweverLarge(double unit) {
    double[] values = Arrays.stream(Columbus.CRIME).map(crime -> crime * unit).toArray();
    MoranI moran = MoranI.of(values, Columbus.NEIGHBOURS);
    // As spdep has it for the values themselves.
    assertThat(moran.i()).isCloseTo(0.510951264079, within(1e-11));
    assertThat(moran.varianceRandomised()).isCloseTo(0.00890876156, within(1e-11));
  }
}
