package org.cityeval.numeric.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cityeval.numeric.statistics.Quantiles;
import org.junit.jupiter.api.Test;

class CriticalValueTest {
  @Test
  void equalsTheQuantileOfTheSortedRoots() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2000; i++) {
      // Few different values in some, so that there are ties.
      int different = 1 + random.nextInt(30);
      double[] squares =
          random.ints(1 + random.nextInt(40), 0, different).asDoubleStream().toArray();
      double level = random.nextInt(4) == 0 ? 0.5 : random.nextDouble();
      double expected = Quantiles.of(Arrays.stream(squares).map(Math::sqrt).toArray(), level);
      assertThat(CriticalValue.of(squares, level)).isEqualTo(expected);
    }
  }
}
