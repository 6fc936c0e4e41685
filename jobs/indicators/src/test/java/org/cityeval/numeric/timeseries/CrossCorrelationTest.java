package org.cityeval.numeric.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cityeval.numeric.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrossCorrelationTest {
  private static final double NAN = Double.NaN;
  private static final double[] MEN = ReferenceData.column("lung_deaths.csv", 1);
  private static final double[] WOMEN = ReferenceData.column("lung_deaths.csv", 2);

  @Test
  void equalsTheCrossCorrelationOfR() {
    JsonNode expected = ReferenceData.json("extra_reference.json").get("ccf_mdeaths_fdeaths");
    CrossCorrelation found = CrossCorrelation.of(MEN, WOMEN, 3);
    assertThat(found.r()).containsExactly(ReferenceData.array(expected.get("acf")), within(1e-12));
    assertThat(found.peakLag()).hasValue(0);
    assertThat(found.days()).isEqualTo(72);
    assertThat(found.isFlat()).isFalse();
  }

  @Test
  void findsHowManyDaysTheFirstFollowsTheSecond() {
    SplittableRandom random = new SplittableRandom(4);
    double[] leading = random.doubles(120).toArray();
    double[] following = new double[120];
    Arrays.setAll(following, day -> day < 6 ? 0.5 : leading[day - 6]);
    assertThat(CrossCorrelation.of(following, leading, 21).peakLag()).hasValue(6);
    assertThat(CrossCorrelation.of(leading, following, 21).peakLag()).hasValue(-6);
    assertThat(CrossCorrelation.ofChanges(following, leading, 21).peakLag()).hasValue(6);
  }

  @Test
  void seesThroughACommonTrendInTheChanges() {
    SplittableRandom random = new SplittableRandom(9);
    double[] pulse = random.doubles(90).toArray();
    double[] leading = new double[90];
    double[] following = new double[90];
    Arrays.setAll(leading, day -> day + 5 * pulse[day]);
    Arrays.setAll(following, day -> day + 5 * (day < 4 ? 0 : pulse[day - 4]));
    assertThat(CrossCorrelation.of(following, leading, 14).peakLag()).hasValue(0);
    assertThat(CrossCorrelation.ofChanges(following, leading, 14).peakLag()).hasValue(4);
  }

  @Test
  void leavesOutTheProductsOfMissingDays() {
    double[] first = {2, 5, NAN, 4, 9, 7, 1, 3};
    double[] second = {1, 4, 6, NAN, 5, 8, NAN, 2};
    CrossCorrelation found = CrossCorrelation.of(first, second, 2);
    // With numpy: nansum of products over the root of the nansums of squares.
    assertThat(found.r())
        .containsExactly(
            new double[] {
              -0.2913445816227696,
              0.6579133789924019,
              0.5946295149513905,
              -0.3379119532755893,
              0.0059701758529255855
            },
            within(1e-14));
    assertThat(found.days()).isEqualTo(5);
  }

  @Test
  void changesAreMissingWhereEitherDayIs() {
    double[] first = {1, 3, NAN, 4, 9, 8};
    double[] second = {2, 2, 5, 6, 1, 7};
    CrossCorrelation found = CrossCorrelation.ofChanges(first, second, 0);
    // Changes of the first 2, -, -, 5, -1 and of the second 0, 3, 1, -5, 6: three days.
    assertThat(found.days()).isEqualTo(3);
    // By hand: deviations 0, 3, -3 and -1, 2, 0, -6, 5, of which days 0, 3 and 4 meet: -33.
    assertThat(found.at(0)).isCloseTo(-33 / Math.sqrt(18 * 66), within(1e-15));
  }

  @Test
  void isFlatWhereTheSeriesAreUnrelated() {
    // By hand: two waves of which one has twice the period have no products at lag 0.
    double[] slow = {1, 1, -1, -1, 1, 1, -1, -1};
    double[] fast = {1, -1, 1, -1, 1, -1, 1, -1};
    CrossCorrelation found = CrossCorrelation.of(slow, fast, 0);
    assertThat(found.at(0)).isZero();
    assertThat(found.isFlat()).isTrue();
    // 2 / sqrt(8) is 0.7071.
    assertThat(CrossCorrelation.of(slow, slow, 0).isFlat()).isFalse();
  }

  @Test
  void takesTheNearestOfEqualPeaks() {
    // Both read the same backwards, so lags 1 and -1 are equal but for their last digit.
    double[] hollow = {3, 2, 0, 1, 0, 2, 3};
    double[] notched = {1, 1, 1, 0, 1, 1, 1};
    CrossCorrelation found = CrossCorrelation.of(hollow, notched, 1);
    assertThat(found.at(-1)).isCloseTo(found.at(1), within(1e-15)).isGreaterThan(found.at(0));
    assertThat(found.peakLag()).hasValue(1);
    assertThat(CrossCorrelation.of(notched, hollow, 1).peakLag()).hasValue(1);
  }

  @Test
  void hasNoPeakAgainstAConstantOrWithoutDays() {
    double[] constant = new double[10];
    Arrays.fill(constant, 0.1);
    double[] missing = new double[10];
    Arrays.fill(missing, NAN);
    for (double[] nothing : new double[][] {constant, missing}) {
      CrossCorrelation found = CrossCorrelation.of(Arrays.copyOf(MEN, 10), nothing, 4);
      assertThat(found.r()).containsOnly(NAN);
      assertThat(found.peakLag()).isEmpty();
      assertThat(found.isFlat()).isTrue();
    }
    assertThat(CrossCorrelation.ofChanges(new double[0], new double[0], 2).isFlat()).isTrue();
    // A lag longer than the series.
    assertThat(CrossCorrelation.of(new double[] {1, 2}, new double[] {1, 2}, 3).at(3)).isNaN();
  }

  @Test
  void refusesSeriesOfDifferentLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CrossCorrelation.of(new double[3], new double[4], 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CrossCorrelation.of(new double[3], new double[3], -1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void staysWithinOneAndTurnsRoundWithItsSeries(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = random.doubles(60).map(v -> v < 0.1 ? NAN : v).toArray();
    double[] y = random.doubles(60).map(v -> v < 0.1 ? NAN : 30 * v).toArray();
    CrossCorrelation found = CrossCorrelation.of(x, y, 21);
    CrossCorrelation turned = CrossCorrelation.of(y, x, 21);
    double[] mirrored = Arrays.stream(x).map(v -> 5 - 2 * v).toArray();
    CrossCorrelation opposed = CrossCorrelation.of(mirrored, y, 21);
    for (int lag = -21; lag <= 21; lag++) {
      assertThat(found.at(lag)).isBetween(-1.0, 1.0);
      assertThat(turned.at(-lag)).isCloseTo(found.at(lag), within(1e-12));
      assertThat(opposed.at(lag)).isCloseTo(-found.at(lag), within(1e-12));
    }
    assertThat(CrossCorrelation.of(x, x, 21).peakLag()).hasValue(0);
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
