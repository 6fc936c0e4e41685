package org.cityeval.numeric.space;

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

class LocalMoranTest {
  private static final String FILE = "moran_columbus_oldcol.csv";

  @Test
  void equalsSpdepOnColumbus() {
    LocalMoran moran = LocalMoran.of(Columbus.CRIME, Columbus.NEIGHBOURS);
    assertThat(moran.local()).containsExactly(ReferenceData.column(FILE, 4), within(1e-12));
    assertThat(moran.expected()).containsExactly(ReferenceData.column(FILE, 5), within(1e-12));
    assertThat(moran.variance()).containsExactly(ReferenceData.column(FILE, 6), within(1e-12));
    double[] z = new double[Columbus.CRIME.length];
    Arrays.setAll(
        z, i -> (moran.local()[i] - moran.expected()[i]) / Math.sqrt(moran.variance()[i]));
    assertThat(z).containsExactly(ReferenceData.column(FILE, 7), within(1e-11));
  }

  @Test
  void tellsWhichSideOfTheMeanADistrictIsOn() {
    // Mean 4. Deviations -3, -2, 4, 1; lags -2, (-3 + 4)/2, (-2 + 1)/2, 4; second moment 30/4.
    LocalMoran moran = LocalMoran.of(new double[] {1, 2, 8, 5}, RandomMap.row(4));
    assertThat(moran.deviation()).containsExactly(-3, -2, 4, 1);
    assertThat(moran.lag()).containsExactly(-2, 0.5, -0.5, 4);
    assertThat(moran.local())
        .containsExactly(new double[] {6 / 7.5, -1 / 7.5, -2 / 7.5, 4 / 7.5}, within(1e-15));
  }

  @Test
  void hasTheTailsOfAllDraws() {
    // The neighbours of district 1 have 9 and 6; of the 10 pairs out of 9, 6, 1, 3 and 4 no other
    // adds up to as much: twice 1/10.
    double[] values = {9, 8, 6, 1, 3, 4};
    double[] p = LocalMoran.pValues(values, RandomMap.row(6), 9999, 3);
    assertThat(p[1]).isCloseTo(0.2, within(0.02));
    // The neighbour of district 0 has 6; of 6, 9, 4, 1 and 3 two are as high: twice 2/5.
    assertThat(LocalMoran.pValues(new double[] {8, 6, 9, 4, 1, 3}, RandomMap.row(6), 9999, 3)[0])
        .isCloseTo(0.8, within(0.03));
    assertThat(LocalMoran.pValues(values, RandomMap.row(6), 9999, 3)).isEqualTo(p);
    assertThat(LocalMoran.pValues(values, RandomMap.row(6), 9999, 4)).isNotEqualTo(p);
  }

  @Test
  void agreesWithTheNormalApproximationOnColumbus() {
    // spdep's p-values are normal ones; where neighbours are many enough for that, p is near them.
    double[] p = LocalMoran.pValues(Columbus.CRIME, Columbus.NEIGHBOURS, 9999, 1);
    double[] normal = ReferenceData.column(FILE, 8);
    int[] many =
        IntStream.range(0, p.length).filter(i -> Columbus.NEIGHBOURS.count(i) >= 6).toArray();
    assertThat(many).hasSizeGreaterThan(5);
    for (int i : many) {
      assertThat(p[i]).as("%d", i).isCloseTo(normal[i], within(0.06));
    }
  }

  @Test
  void isCertainWhereNothingCouldBeDrawnOtherwise() {
    // Linked to all others, whatever their order; and on the mean, whatever the neighbours.
    Neighbours star = Neighbours.ofLinks(4, new int[] {0, 0, 0}, new int[] {1, 2, 3});
    assertThat(LocalMoran.pValues(new double[] {0.7, 0.1, 0.2, 0.3}, star, 999, 1)[0]).isEqualTo(1);
    assertThat(LocalMoran.pValues(new double[] {0.1, 0.2, 0.3}, RandomMap.row(3), 999, 1)[1])
        .isEqualTo(1);
  }

  @Test
  void leavesOutIslandsAndDistrictsThatAreNotObserved() {
    double[] values = {1, 2, Double.NaN, 8, 5, 3};
    Neighbours map = Neighbours.ofLinks(6, new int[] {0, 1, 2, 3}, new int[] {1, 2, 3, 4});
    LocalMoran moran = LocalMoran.of(values, map);
    assertThat(moran.deviation()[2]).isNaN();
    assertThat(moran.local()[2]).isNaN();
    assertThat(moran.deviation()[5]).isCloseTo(3 - 3.8, within(1e-15));
    assertThat(moran.lag()[5]).isNaN();
    assertThat(moran.local()[5]).isNaN();
    assertThat(moran.expected()[5]).isNaN();
    assertThat(moran.variance()[5]).isNaN();
    // District 3 has lost its neighbour 2.
    assertThat(moran.lag()[3]).isCloseTo(5 - 3.8, within(1e-15));
    double[] p = LocalMoran.pValues(values, map, 999, 1);
    assertThat(p[2]).isNaN();
    assertThat(p[5]).isNaN();
    assertThat(p[3]).isBetween(0.002, 1.0);
  }

  @Test
  void isUndefinedForEqualValuesAndForNothing() {
    double[] equal = {0.1, 0.1, 0.1};
    assertThat(LocalMoran.of(equal, RandomMap.row(3)).local()).containsOnly(Double.NaN);
    assertThat(LocalMoran.pValues(equal, RandomMap.row(3), 999, 1)).containsOnly(Double.NaN);
    assertThat(LocalMoran.of(new double[0], Neighbours.of(new int[0][])).local()).isEmpty();
    assertThat(LocalMoran.of(new double[] {4}, Neighbours.of(new int[1][0])).local()[0]).isNaN();
    assertThat(LocalMoran.pValues(new double[] {4}, Neighbours.of(new int[1][0]), 999, 1)[0])
        .isNaN();
  }

  @Test
  void refusesTooFewPermutations() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalMoran.pValues(new double[3], RandomMap.row(3), 99, 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addsUpToTheGlobalStatistic(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Neighbours map = RandomMap.of(15, 0.15, random);
    double[] x = random.doubles(15, -5, 5).toArray();
    MoranI global = MoranI.of(x, map);
    double sum = Arrays.stream(LocalMoran.of(x, map).local()).filter(v -> !Double.isNaN(v)).sum();
    assertThat(sum).isCloseTo(global.i() * (15 - global.islands()), within(1e-10));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findsNothingMoreOftenThanAskedWhereThereIsNothing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Neighbours map = RandomMap.of(60, 0.1, random);
    double[] p = LocalMoran.pValues(random.doubles(60).toArray(), map, 999, seed);
    double[] defined = Arrays.stream(p).filter(v -> !Double.isNaN(v)).toArray();
    assertThat(Arrays.stream(defined).min().getAsDouble()).isGreaterThanOrEqualTo(0.002);
    assertThat(Arrays.stream(defined).max().getAsDouble()).isLessThanOrEqualTo(1);
    // At most 3 of 60 are expected at 0.05; more than 12 have a chance below 1e-4.
    assertThat(Arrays.stream(defined).filter(v -> v <= 0.05).count()).isLessThanOrEqualTo(12);
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @Test
  void tellsNothingFromAnInfinity() {
    double[] values = Columbus.CRIME.clone();
    values[17] = Double.POSITIVE_INFINITY;
    LocalMoran moran = LocalMoran.of(values, Columbus.NEIGHBOURS);
    assertThat(moran.local()).containsOnly(Double.NaN);
    assertThat(moran.variance()).containsOnly(Double.NaN);
    assertThat(LocalMoran.pValues(values, Columbus.NEIGHBOURS, 999, 1)).containsOnly(Double.NaN);
  }

  @Test
  void keepsDeviationsInTheUnitOfTheValues() {
    // A row of three with 0, 3e300 and 6e300: mean 3e300, the middle one's neighbours at the mean.
    LocalMoran moran = LocalMoran.of(new double[] {0, 3e300, 6e300}, RandomMap.row(3));
    assertThat(moran.deviation()).containsExactly(-3e300, 0, 3e300);
    assertThat(moran.lag()).containsExactly(0, 0, 0);
  }
}
