package org.cityeval.events.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExactSumTest {
  private static double sum(double... values) {
    ExactSum sum = new ExactSum();
    Arrays.stream(values).forEach(sum::add);
    return sum.value();
  }

  /** Decimal arithmetic of any length, rounded once. */
  private static double reference(double... values) {
    return Arrays.stream(values)
        .mapToObj(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  @Test
  void addsWhatPlainAdditionLoses() {
    assertThat(sum(1e308, 1e308, -1e308, 1, -1e308)).isEqualTo(1);
    assertThat(sum(1e100, 1, -1e100, 0.5)).isEqualTo(1.5);
    // Ten times the double next to 0.1 is 1.000000000000000055...: 1.
    assertThat(sum(DoubleStream.generate(() -> 0.1).limit(10).toArray())).isEqualTo(1);
  }

  @Test
  void roundsHalvesToEven() {
    double half = 0x1p-53;
    assertThat(sum(1, half)).isEqualTo(1);
    assertThat(sum(1 + 0x1p-52, half)).isEqualTo(1 + 0x1p-51);
    assertThat(sum(1, half, Double.MIN_VALUE)).isEqualTo(1 + 0x1p-52);
    assertThat(sum(0x1p53 - 1, 0x1p53 - 1, 1, 0.5)).isEqualTo(0x1p54);
  }

  @Test
  void knowsTheSmallestAndTheLargest() {
    assertThat(sum(Double.MIN_VALUE, Double.MIN_VALUE)).isEqualTo(2 * Double.MIN_VALUE);
    assertThat(sum(Double.MIN_NORMAL, -Double.MIN_VALUE))
        .isEqualTo(Double.MIN_NORMAL - Double.MIN_VALUE);
    assertThat(sum(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE))
        .isEqualTo(Double.MAX_VALUE);
    assertThat(sum(Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(sum()).isZero();
  }

  @Test
  void holdsWholeNumbersBeyondSixtyFourBits() {
    double[] large = DoubleStream.generate(() -> 0x1p51).limit(1 << 14).toArray();
    assertThat(sum(large)).isEqualTo(0x1p65);
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> sum(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> sum(Double.NEGATIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static Stream<double[]> samples() {
    SplittableRandom random = new SplittableRandom(20200301);
    return IntStream.range(0, 300)
        .mapToObj(
            i ->
                random
                    .doubles(1 + random.nextInt(60))
                    .map(d -> Math.scalb(d - 0.5, random.nextInt(-i * 3, i * 3 + 1)))
                    .map(d -> i % 3 == 0 ? Math.rint(d * 100) / 100 : d)
                    .toArray());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isTheSameInAnyOrderAndInParts(double[] values) {
    double expected = reference(values);
    List<Double> shuffled = new ArrayList<>(Arrays.stream(values).boxed().toList());
    Collections.shuffle(shuffled, new Random(1));
    ExactSum whole = new ExactSum();
    ByteSink parts = new ByteSink();
    for (int from = 0; from < shuffled.size(); from += 7) {
      ExactSum part = new ExactSum();
      shuffled.subList(from, Math.min(from + 7, shuffled.size())).forEach(part::add);
      part.write(parts);
    }
    ByteSource in = new ByteSource(parts.toByteArray(), 0);
    while (in.hasMore()) {
      whole.read(in);
    }

    assertThat(sum(values)).isEqualTo(expected);
    assertThat(whole.value()).isEqualTo(expected);
  }
}
