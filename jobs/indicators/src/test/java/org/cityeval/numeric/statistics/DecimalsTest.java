package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void sevenIndicesThatAddUpTo560LieAFifthBelowNormal() {
    // 86 + 83 + 80 + 78 + 77 + 79 + 77 = 560 = 7 x 80; added up as doubles -0.19999999999999998.
    double[] index = {86, 83, 80, 78, 77, 79, 77};
    double[] changes = Arrays.stream(index).map(i -> Decimals.change(i, 100)).toArray();

    assertThat(changes[0]).isEqualTo(-0.14);
    assertThat(Decimals.mean(changes)).isEqualTo(-0.2);
    assertThat(Decimals.sum(changes)).isEqualTo(-1.4);
  }

  /** Against sums of whole numbers, whatever the order of whole percents. */
  @Test
  void meansOfPercentsAreTheNearestDoubles() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < 20_000; trial++) {
      int places = random.nextInt(1, 13);
      double parts = Math.pow(10, places);
      double[] values = new double[random.nextInt(1, 15)];
      long sum = 0;
      for (int i = 0; i < values.length; i++) {
        long part = random.nextLong(-2_000_000, 2_000_000);
        sum += part;
        values[i] = part / parts;
      }
      BigDecimal exact = BigDecimal.valueOf(sum, places);

      assertThat(Decimals.sum(values)).isEqualTo(exact.doubleValue());
      assertThat(Decimals.mean(values))
          .isEqualTo(
              exact
                  .divide(BigDecimal.valueOf(values.length), MathContext.DECIMAL128)
                  .doubleValue());
    }
  }

  @Test
  void whatIsNotObservedIsPassedOver() {
    assertThat(Decimals.mean(new double[] {0.1, NAN, 0.2})).isEqualTo(0.15);
    assertThat(Decimals.sum(new double[] {NAN})).isNaN();
    assertThat(Decimals.mean(new double[0])).isNaN();
    assertThat(Decimals.sum(new double[] {1, INFINITE})).isEqualTo(INFINITE);
    assertThat(Decimals.sum(new double[] {INFINITE, -INFINITE})).isNaN();
    assertThat(Decimals.sum(new double[] {1e308, 1e-300})).isEqualTo(1e308);
    // Beyond the whole numbers of doubles: 1e16 + 1 + 1 is 1e16 in steps.
    assertThat(Decimals.sum(new double[] {1e16, 1, 1})).isEqualTo(1e16 + 2);
  }

  @Test
  void weighsAsDecimals() {
    // .1 x 3 + .3 x 1 = .6 over 4.
    assertThat(Decimals.weightedMean(new double[] {0.1, 0.3, NAN}, new double[] {3, 1, 5}))
        .isEqualTo(0.15);
    assertThat(Decimals.weightedMean(new double[] {1}, new double[] {0})).isNaN();
    assertThat(Decimals.weightedMean(new double[] {INFINITE}, new double[] {1})).isNaN();
    assertThatThrownBy(() -> Decimals.weightedMean(new double[] {1}, new double[] {-1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weights");
  }

  @Test
  void differencesAndQuotientsAreRoundedOnce() {
    assertThat(Decimals.difference(0.3, 0.1)).isEqualTo(0.2);
    assertThat(Decimals.quotient(30.3, 100)).isEqualTo(0.303);
    assertThat(Decimals.change(80.3, 100)).isEqualTo(-0.197);
    assertThat(Decimals.change(80, 0)).isEqualTo(INFINITE);
    assertThat(Decimals.quotient(1, 0)).isEqualTo(INFINITE);
    assertThat(Decimals.difference(NAN, 1)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "-0.19999999999999998, -0.2, true",
    "0.30000000000000004, 0.3, true",
    "1E-17, 0, false",
    "0.2000000001, 0.2, false",
    "1.00000000001E300, 1.0E300, false",
    "Infinity, Infinity, true",
    "Infinity, 1, false",
    "-0.0, 0.0, true",
    "NaN, NaN, false",
  })
  void twelveDigitsTellNumbersApart(double number, double other, boolean same) {
    assertThat(Decimals.same(number, other)).isEqualTo(same);
    assertThat(Decimals.atMost(number, other)).isEqualTo(same || number < other);
    assertThat(Decimals.atLeast(number, other)).isEqualTo(same || number > other);
    assertThat(Decimals.below(number, other)).isEqualTo(!same && number < other);
    assertThat(Decimals.above(number, other)).isEqualTo(!same && number > other);
  }

  @Test
  void roundedNumbersTie() {
    assertThat(Decimals.rounded(-0.19999999999999998)).isEqualTo(-0.2);
    assertThat(Double.doubleToLongBits(Decimals.rounded(-0.0))).isZero();
    assertThat(Decimals.rounded(NAN)).isNaN();
    assertThat(Decimals.rounded(-INFINITE)).isEqualTo(-INFINITE);
  }
}
