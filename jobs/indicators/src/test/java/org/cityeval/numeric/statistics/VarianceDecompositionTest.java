package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cityeval.numeric.ReferenceData;
import org.cityeval.numeric.timeseries.DayWeighted;
import org.cityeval.numeric.timeseries.OneDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VarianceDecompositionTest {
  /** Dried weight of plants, a control and two treatments of ten (Dobson 1983). */
  private static final double[] PLANT_GROWTH = {
    4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14,
    4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69,
    6.31, 5.12, 5.54, 5.50, 5.37, 5.29, 4.92, 6.15, 5.80, 5.26
  };

  private static final int[] TREATMENT = IntStream.range(0, 30).map(i -> i / 10).toArray();

  @Test
  void findsInOnePassWhatEachPositionMakesOfTheShareBetween() {
    SplittableRandom random = new SplittableRandom(7);
    for (int groups : new int[] {1, 2, 9}) {
      double[][] values = new double[groups][];
      for (int i = 0; i < groups; i++) {
        values[i] = OneDay.random(random, 50, i % 3 > 0);
      }

      OneDay.isAsAskedForEachDay(share(values), 50);
    }
    OneDay.isAsAskedForEachDay(share(new double[][] {{2, 2}, {2, 2}}), 2);
    OneDay.isAsAskedForEachDay(share(new double[][] {{2, Double.POSITIVE_INFINITY}, {1, 3}}), 2);
  }

  private static DayWeighted share(double[][] values) {
    return new DayWeighted() {
      @Override
      public double applyAsDouble(double[] weights) {
        return VarianceDecomposition.of(values, weights).etaSquared();
      }

      @Override
      public double[] withOneDay(int days, double weight) {
        return VarianceDecomposition.etaSquared(values, weight);
      }
    };
  }

  @Test
  void equalsROnPlantGrowth() {
    JsonNode expected = ReferenceData.json("misc_reference.json").get("plantgrowth");
    VarianceDecomposition parts = of(PLANT_GROWTH, TREATMENT);
    assertThat(parts.between()).isCloseTo(expected.get("ssb").asDouble(), within(1e-12));
    assertThat(parts.within()).isCloseTo(expected.get("ssw").asDouble(), within(1e-12));
    assertThat(parts.etaSquared()).isCloseTo(0.2641482968, within(1e-10));
    assertThat(parts.intraclassCorrelation())
        .isCloseTo(expected.get("icc1").asDouble(), within(1e-12));
    assertThat(parts.between() / 2 / (parts.within() / 27))
        .isCloseTo(expected.get("F").asDouble(), within(1e-11));
    assertThat(parts.groupSize()).isEqualTo(10);
  }

  @Test
  void allowsForGroupsOfUnequalSize() {
    // numpy on the first 4, 7 and 10 of the groups; n0 = (21 - (16 + 49 + 100) / 21) / 2.
    double[] some = PLANT_GROWTH.clone();
    Arrays.fill(some, 4, 10, Double.NaN);
    Arrays.fill(some, 17, 20, Double.NaN);
    VarianceDecomposition parts = of(some, TREATMENT);
    assertThat(parts.values()).isEqualTo(21);
    assertThat(parts.groupSize()).isCloseTo(6.571428571428571, within(1e-14));
    assertThat(parts.between()).isCloseTo(3.0205980952380953, within(1e-12));
    assertThat(parts.within()).isCloseTo(9.28098285714286, within(1e-12));
    assertThat(parts.etaSquared()).isCloseTo(0.2455455202815588, within(1e-13));
    assertThat(parts.intraclassCorrelation()).isCloseTo(0.22694329696076143, within(1e-13));
  }

  @Test
  void reachesTheEnds() {
    VarianceDecomposition apart = of(new double[] {1, 1, 5, 5}, new int[] {-3, -3, 8, 8});
    assertThat(apart.etaSquared()).isEqualTo(1);
    assertThat(apart.intraclassCorrelation()).isEqualTo(1);
    VarianceDecomposition alike = of(new double[] {1, 5, 1, 5}, new int[] {0, 0, 1, 1});
    assertThat(alike.etaSquared()).isZero();
    // -1 / (2 - 1)
    assertThat(alike.intraclassCorrelation()).isEqualTo(-1);
  }

  @Test
  void isUndefinedWithoutSpreadOrWithoutGroups() {
    VarianceDecomposition equal = of(new double[] {0.1, 0.1, 0.1}, new int[] {0, 0, 1});
    assertThat(equal.etaSquared()).isNaN();
    assertThat(equal.intraclassCorrelation()).isNaN();
    VarianceDecomposition one = of(new double[] {1, 2, 4}, new int[3]);
    assertThat(one.etaSquared()).isCloseTo(0, within(1e-15));
    assertThat(one.groupSize()).isNaN();
    assertThat(one.intraclassCorrelation()).isNaN();
    VarianceDecomposition singles = of(new double[] {1, 2, 4}, new int[] {0, 1, 2});
    assertThat(singles.etaSquared()).isEqualTo(1);
    assertThat(singles.intraclassCorrelation()).isNaN();
    VarianceDecomposition none = of(new double[] {Double.NaN}, new int[1]);
    assertThat(none.groups()).isZero();
    assertThat(none.etaSquared()).isNaN();
    assertThat(none.intraclassCorrelation()).isNaN();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addsUpToTheWholeAndDoesNotDependOnUnits(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = random.doubles(40, -5, 5).toArray();
    int[] group = random.ints(40, 0, 6).toArray();
    VarianceDecomposition parts = of(x, group);
    assertThat(parts.between() + parts.within()).isCloseTo(39 * Moments.variance(x), within(1e-10));
    assertThat(parts.etaSquared()).isBetween(0.0, 1.0);
    assertThat(parts.intraclassCorrelation()).isBetween(-1 / (parts.groupSize() - 1) - 1e-12, 1.0);
    // A large offset must not drown the differences.
    VarianceDecomposition moved = of(Arrays.stream(x).map(v -> 1e6 - 3 * v).toArray(), group);
    assertThat(moved.etaSquared()).isCloseTo(parts.etaSquared(), within(1e-9));
    assertThat(moved.intraclassCorrelation())
        .isCloseTo(parts.intraclassCorrelation(), within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aValueThatCountsTwiceIsTwoValues(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = {random.doubles(8).toArray(), random.doubles(8).toArray()};
    values[1][3] = Double.NaN;
    int[] times = random.ints(8, 0, 4).toArray();
    double[][] repeated = new double[2][];
    for (int group = 0; group < 2; group++) {
      double[] once = values[group];
      repeated[group] =
          IntStream.range(0, 8)
              .flatMap(position -> IntStream.generate(() -> position).limit(times[position]))
              .mapToDouble(position -> once[position])
              .toArray();
    }
    VarianceDecomposition weighted =
        VarianceDecomposition.of(values, Arrays.stream(times).asDoubleStream().toArray());
    VarianceDecomposition twice = VarianceDecomposition.of(repeated, ones(repeated[0].length));

    assertThat(weighted.between()).isCloseTo(twice.between(), within(1e-12));
    assertThat(weighted.within()).isCloseTo(twice.within(), within(1e-12));
    assertThat(weighted.groups()).isEqualTo(twice.groups());
    assertThat(weighted.values()).isEqualTo(twice.values());
    assertThat(weighted.groupSize()).isCloseTo(twice.groupSize(), within(1e-12));
  }

  /** Each value once, laid out by its group. */
  private static VarianceDecomposition of(double[] values, int[] group) {
    int[] groups = Arrays.stream(group).distinct().sorted().toArray();
    double[][] laidOut = new double[groups.length][values.length];
    for (int g = 0; g < groups.length; g++) {
      int one = groups[g];
      Arrays.setAll(laidOut[g], i -> group[i] == one ? values[i] : Double.NaN);
    }
    return VarianceDecomposition.of(laidOut, ones(values.length));
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
