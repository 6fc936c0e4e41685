package org.cityeval.numeric.ranking;

import java.util.Arrays;
import java.util.BitSet;

/** By draw, which two of the pairs in question are farthest apart, in standard errors. */
final class FarthestPairs {
  private final RankErrors errors;
  private final double[] squares;
  private final int[] above;
  private final int[] below;

  /** As long as no pair is taken in, none is apart. */
  FarthestPairs(RankErrors errors) {
    this.errors = errors;
    this.squares = new double[errors.count()];
    this.above = new int[squares.length];
    this.below = new int[squares.length];
  }

  /** A quantile over the draws of the largest distance, in standard errors. */
  double critical(double level) {
    return CriticalValue.of(squares.clone(), level);
  }

  /** Takes in how far the one is above the other in a draw, squared. */
  void raise(int draw, double square, int one, int other) {
    if (square > squares[draw]) {
      squares[draw] = square;
      above[draw] = one;
      below[draw] = other;
    }
  }

  /**
   * Leaves out pairs: looks again, among those that are left, in the draws where one of the left
   * out was the farthest. In the other draws nothing changes, so this is cheap where few are out.
   *
   * @param out numbers of pairs, as {@link #number} gives them
   * @param pairs the first {@code left} are in question
   */
  void leaveOut(BitSet out, int[][] pairs, int left) {
    int[] again = new int[squares.length];
    int count = 0;
    for (int draw = 0; draw < squares.length; draw++) {
      if (squares[draw] > 0 && out.get(number(above[draw], below[draw]))) {
        squares[draw] = 0;
        again[count++] = draw;
      }
    }
    int[] draws = Arrays.copyOf(again, count);
    for (int i = 0; i < left; i++) {
      takeIn(pairs[i][0], pairs[i][1], draws);
    }
  }

  /** A number of its own for each ordered pair. */
  int number(int one, int other) {
    return one * errors.units() + other;
  }

  private void takeIn(int one, int other, int[] draws) {
    if (errors.varianceOf(one, other) == 0) {
      return;
    }
    double[] high = errors.drawsOf(one);
    double[] low = errors.drawsOf(other);
    double highMean = errors.meanOf(one);
    double lowMean = errors.meanOf(other);
    for (int draw : draws) {
      double apart = (high[draw] - highMean) - (low[draw] - lowMean);
      if (apart > 0) {
        double variance = errors.varianceIn(draw, one) + errors.varianceIn(draw, other);
        raise(draw, apart * apart / variance, one, other);
      }
    }
  }
}
