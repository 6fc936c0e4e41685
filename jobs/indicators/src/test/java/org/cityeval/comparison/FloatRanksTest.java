package org.cityeval.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatRanksTest {
  private static final float[] ODD = {
    0.0f, -0.0f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, 1, -1
  };

  /** From 64 numbers on a row is sorted. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 63, 64, 65, 700})
  void isOneMoreThanThereAreLargerOnes(int length) {
    SplittableRandom random = new SplittableRandom(length);
    FloatRanks ranked = new FloatRanks(length);
    int[] ranks = new int[length + 3];
    for (int run = 0; run < 50; run++) {
      float[] row = row(random, length, run % 5);

      ranked.of(row, ranks, run % 4);

      for (int i = 0; i < length; i++) {
        int larger = 0;
        for (float other : row) {
          larger += other > row[i] ? 1 : 0;
        }
        assertThat(ranks[run % 4 + i]).isEqualTo(1 + larger);
      }
    }
  }

  /** Scores, any size, few different, zeros and extremes, or all equal. */
  private static float[] row(SplittableRandom random, int length, int kind) {
    float[] row = new float[length];
    for (int i = 0; i < length; i++) {
      row[i] =
          switch (kind) {
            case 0 -> (float) (50 + 20 * random.nextGaussian());
            case 1 -> (float) Math.exp(20 * random.nextGaussian()) * (random.nextInt(3) - 1);
            case 2 -> 40 + random.nextInt(5);
            case 3 -> ODD[random.nextInt(ODD.length)];
            default -> 7;
          };
    }
    return row;
  }
}
