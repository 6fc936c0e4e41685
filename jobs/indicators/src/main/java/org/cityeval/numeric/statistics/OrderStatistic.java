package org.cityeval.numeric.statistics;

import java.util.Arrays;

/** The value at one place of the order of values, without sorting them all. */
public final class OrderStatistic {
  /** Of more values a sample first tells where the one in question lies. */
  private static final int MOST_WITHOUT_SAMPLE = 600;

  /** A few rounds find a value, unless the values were made to mislead. */
  private static final int MOST_ROUNDS = 40;

  /** So few are sorted. */
  private static final int MOST_SORTED = 12;

  private OrderStatistic() {}

  /**
   * The value that would stand at {@code position} were they sorted; no value after it is smaller
   * then, and none before it larger. On average that takes about one and a half passes. Values that
   * mislead the samples again and again are sorted.
   *
   * <p>Source: Floyd and Rivest (1975), algorithm 489.
   *
   * @param values without {@code NaN}; put into another order
   * @param position from 0
   */
  public static double select(double[] values, int position) {
    return select(values, values.length, position);
  }

  /**
   * As {@link #select(double[], int)}, of the first so many values.
   *
   * @param length of the part that is looked at and put into another order
   */
  public static double select(double[] values, int length, int position) {
    Domain.within("length", length, 0, values.length);
    Domain.within("position", position, 0, length - 1.0);
    for (int i = 0; i < length; i++) {
      if (Double.isNaN(values[i])) {
        throw new IllegalArgumentException("values have an order, unlike NaN at number " + i);
      }
    }
    if (length <= MOST_SORTED) {
      sort(values, length);
    } else {
      narrow(values, 0, length - 1, position, MOST_ROUNDS);
    }
    return values[position];
  }

  private static void sort(double[] values, int length) {
    for (int i = 1; i < length; i++) {
      double value = values[i];
      int place = i;
      while (place > 0 && values[place - 1] > value) {
        values[place] = values[place - 1];
        place--;
      }
      values[place] = value;
    }
  }

  /**
   * Brings the value of a place there.
   *
   * @param mostRounds after these what is left is sorted
   */
  static void narrow(double[] values, int from, int to, int position, int mostRounds) {
    int first = from;
    int last = to;
    for (int round = 0; first < last; round++) {
      if (round == mostRounds) {
        Arrays.sort(values, first, last + 1);
        return;
      }
      if (last - first >= MOST_WITHOUT_SAMPLE) {
        // Bounds within which the value lies most likely are brought next to its place.
        double n = last - first + 1.0;
        double place = position - first + 1.0;
        double size = Math.exp(2 * Math.log(n) / 3) / 2;
        double reach =
            Math.sqrt(Math.log(n) * size * (n - size) / n) / 2 * Math.signum(2 * place - n);
        double share = size / n;
        narrow(
            values,
            Math.max(first, (int) (position - place * share + reach)),
            Math.min(last, (int) (position + (n - place) * share + reach)),
            position,
            mostRounds);
      }
      double pivot = values[position];
      int up = first;
      int down = last;
      while (up <= down) {
        while (values[up] < pivot) {
          up++;
        }
        while (values[down] > pivot) {
          down--;
        }
        if (up <= down) {
          double moved = values[up];
          values[up++] = values[down];
          values[down--] = moved;
        }
      }
      if (down < position) {
        first = up;
      }
      if (up > position) {
        last = down;
      }
    }
  }
}
