package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

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

  /** Against decimals without a bound of digits, over numbers of every kind and size. */
  @Test
  void allAreTheNearestDoublesOfExactDecimals() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 20_000; trial++) {
      double a = any(random);
      double b = any(random);
      BigDecimal x = BigDecimal.valueOf(a);
      BigDecimal y = BigDecimal.valueOf(b);

      same(Decimals.difference(a, b), x.subtract(y).doubleValue(), a, b);
      same(Decimals.rounded(a), x.round(new MathContext(12)).doubleValue(), a);
      if (b != 0) {
        same(Decimals.quotient(a, b), x.divide(y, MathContext.DECIMAL128).doubleValue(), a, b);
        same(
            Decimals.change(a, b),
            x.subtract(y).divide(y, MathContext.DECIMAL128).doubleValue(),
            a,
            b);
      }
      same(Decimals.mean(new double[] {a, NAN}), x.doubleValue(), a);
      assertThat(Decimals.decimal(a).compareTo(x)).isZero();
    }
  }

  @Test
  void meansOfNeighboursAreThoseOfExactDecimals() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < 3_000; trial++) {
      double[] values = random.doubles(40).map(v -> any(random)).toArray();
      int kind = random.nextInt(5);
      double size = Math.pow(10, random.nextInt(-3, 4));
      for (int i = 0; i < values.length; i++) {
        double change = (random.nextDouble() - 0.5) * size;
        values[i] = kind == 0 ? values[i] : kind == 1 ? change + values[i] % 1 : change;
        values[i] = random.nextInt(9) == 0 ? NAN : values[i];
      }
      int length = random.nextInt(1, 15);
      int needed = random.nextInt(1, length + 1);
      double[] means = Decimals.trailingMeans(values, length, needed);

      for (int last = 0; last < values.length; last++) {
        double[] window = Arrays.copyOfRange(values, Math.max(0, last - length + 1), last + 1);
        BigDecimal sum = BigDecimal.ZERO;
        int observed = 0;
        for (double value : window) {
          sum = Double.isNaN(value) ? sum : sum.add(BigDecimal.valueOf(value));
          observed += Double.isNaN(value) ? 0 : 1;
        }
        if (observed < needed) {
          assertThat(means[last]).isNaN();
        } else {
          double mean =
              sum.divide(BigDecimal.valueOf(observed), MathContext.DECIMAL128).doubleValue();
          same(means[last], mean, window);
          same(Decimals.mean(window), mean, window);
          same(Decimals.sum(window), sum.doubleValue(), window);
        }
      }
    }
  }

  /** Whole, of few or of all digits, next to a half of the last digit compared, tiny and huge. */
  private static double any(SplittableRandom random) {
    int places = random.nextInt(0, 16);
    double sign = random.nextBoolean() ? 1 : -1;
    return sign
        * switch (random.nextInt(8)) {
          case 0 -> random.nextInt(5);
          case 1 -> random.nextLong(1L << random.nextInt(1, 53)) / Math.pow(10, places);
          case 2 -> random.nextDouble();
          case 3 -> Math.scalb(1 + random.nextDouble(), random.nextInt(-60, 60));
          case 4 -> Math.scalb(1 + random.nextDouble(), random.nextInt(-1000, 1000));
          // Thirteen digits, the last of them a 5, and its neighbours.
          case 5 ->
              Math.nextAfter(
                  (10 * random.nextLong(100_000_000_000L, 1_000_000_000_000L) + 5)
                      / Math.pow(10, places),
                  random.nextInt(-1, 2) * 1e300);
          case 6 -> Math.nextUp(Math.pow(10, random.nextInt(-25, 25)));
          default -> Math.nextDown(Math.pow(10, random.nextInt(-25, 25)));
        };
  }

  private static void same(double found, double exact, double... of) {
    if (Double.doubleToLongBits(found) != Double.doubleToLongBits(exact)) {
      fail("%s, not %s, of %s", found, exact, Arrays.toString(of));
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
