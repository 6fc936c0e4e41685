package org.cityeval.numeric.law;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Arguments at the edges of a parameter's type. */
final class Edges {
  private static final double[] EDGES = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    0,
    -0.0,
    Double.MIN_VALUE,
    -1,
    0.5,
    1,
    1 + 1e-12,
    2,
    1000,
    1e308,
    -1e308
  };

  /** Time and space are in proportion to these, as their documentation says. */
  private static final Set<String> COSTLY =
      Set.of(
          "draws",
          "permutations",
          "replicates",
          "n",
          "size",
          "LongRunError.days",
          "DayWeighted.days",
          "LongRunError.values",
          "units");

  private final int length;

  Edges(int length) {
    this.length = length;
  }

  /** Arguments at the edges. */
  List<Object> of(Parameter parameter) {
    Class<?> type = parameter.getType();
    if (type == double.class) {
      return Arrays.stream(EDGES).<Object>mapToObj(x -> x).toList();
    }
    if (type == int.class) {
      return IntStream.of(Integer.MIN_VALUE, -1, 0, 1, 2, 1000, Integer.MAX_VALUE)
          .filter(n -> n < 10_000 || !Arguments.is(parameter, COSTLY))
          .<Object>mapToObj(n -> n)
          .toList();
    }
    if (type == long.class) {
      return List.of(Long.MIN_VALUE, -1L, 0L, 1L, 1_000_000L, Long.MAX_VALUE);
    }
    if (type == boolean.class) {
      return List.of(true, false);
    }
    if (type == int[].class) {
      return List.of(
          new int[0],
          new int[] {-1},
          new int[] {0, 0},
          new int[] {Integer.MAX_VALUE},
          filled(Integer.MIN_VALUE),
          filled(Integer.MAX_VALUE),
          filled(0));
    }
    if (type == long[].class) {
      return List.of(new long[0], new long[] {1}, longs(Long.MAX_VALUE), longs(-1), longs(0));
    }
    if (type == boolean[].class) {
      return List.of(new boolean[0], new boolean[] {true}, new boolean[length], ones());
    }
    if (type == long[][].class) {
      return List.of(
          new long[0][],
          new long[][] {{1, 2}},
          new long[][] {{-1}},
          new long[2][2],
          new long[][] {{Long.MAX_VALUE, Long.MAX_VALUE}, {Long.MAX_VALUE, 0}});
    }
    if (type == int[][].class) {
      return List.of(new int[0][], new int[][] {{0}}, new int[][] {{5}}, new int[][] {{1, 1}, {}});
    }
    if (type == double[].class) {
      return List.of(new double[0], new double[] {1}, new double[] {0, 1}, new double[2000]);
    }
    if (type == double[][].class) {
      return List.of(new double[0][], new double[][] {{}}, new double[][] {{1, 2}, {3}});
    }
    if (type.isEnum()) {
      return List.of(type.getEnumConstants());
    }
    if (type == OptionalInt.class) {
      return List.of(OptionalInt.empty());
    }
    return List.of();
  }

  private int[] filled(int value) {
    int[] filled = new int[length];
    Arrays.fill(filled, value);
    return filled;
  }

  private long[] longs(long value) {
    long[] longs = new long[length];
    Arrays.fill(longs, value);
    return longs;
  }

  private boolean[] ones() {
    boolean[] ones = new boolean[length];
    Arrays.fill(ones, true);
    return ones;
  }
}
