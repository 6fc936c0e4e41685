package org.cityeval.numeric.composite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnotsTest {
  /** Even, of one order and of hundreds, next to each other, and too far apart for a distance. */
  @ParameterizedTest
  @ValueSource(strings = {"even", "normal", "orders", "subnormal", "next", "far"})
  void isTheLastKnotThatIsNoLarger(String kind) {
    SplittableRandom random = new SplittableRandom(1);
    for (int count : new int[] {1, 2, 3, 10, 500}) {
      double[] at = knots(kind, count, random);
      Knots knots = new Knots(at);
      for (int knot = 0; knot < at.length; knot++) {
        assertThat(knots.below(at[knot])).isEqualTo(knot);
        if (knot > 0) {
          assertThat(knots.below(Math.nextDown(at[knot]))).isEqualTo(knot - 1);
          double between = at[knot - 1] / 2 + at[knot] / 2;
          double value = Math.max(at[knot - 1], Math.min(Math.nextDown(at[knot]), between));
          assertThat(knots.below(value)).isEqualTo(knot - 1);
        }
      }
    }
  }

  private static double[] knots(String kind, int count, SplittableRandom random) {
    DoubleStream values =
        switch (kind) {
          case "even" -> DoubleStream.iterate(0, v -> v + 1);
          case "normal" -> DoubleStream.generate(random::nextGaussian);
          case "orders" ->
              DoubleStream.generate(
                  () -> random.nextGaussian() * Math.exp(90 * random.nextGaussian()));
          case "subnormal" -> DoubleStream.iterate(0, v -> v + Double.MIN_VALUE);
          case "next" -> DoubleStream.iterate(0.1, Math::nextUp);
          default ->
              DoubleStream.generate(() -> random.nextDouble(-Double.MAX_VALUE, Double.MAX_VALUE));
        };
    double[] at = values.limit(count).distinct().sorted().toArray();
    if (kind.equals("far") && at.length > 1) {
      at[0] = -Double.MAX_VALUE;
      at[at.length - 1] = Double.MAX_VALUE;
    }
    return Arrays.copyOf(at, at.length);
  }
}
