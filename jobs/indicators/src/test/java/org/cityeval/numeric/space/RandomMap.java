package org.cityeval.numeric.space;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Links that need not make sense as a map. */
final class RandomMap {
  private RandomMap() {}

  /** Each pair of districts linked with the given chance. */
  static Neighbours of(int districts, double chance, SplittableRandom random) {
    long[] pairs =
        IntStream.range(0, districts)
            .boxed()
            .flatMapToLong(i -> IntStream.range(0, i).mapToLong(j -> (long) i * districts + j))
            .filter(pair -> random.nextDouble() < chance)
            .toArray();
    return Neighbours.ofLinks(
        districts,
        IntStream.range(0, pairs.length).map(k -> (int) (pairs[k] / districts)).toArray(),
        IntStream.range(0, pairs.length).map(k -> (int) (pairs[k] % districts)).toArray());
  }

  /** Districts in a row, each linked to the next. */
  static Neighbours row(int districts) {
    return Neighbours.ofLinks(
        districts,
        IntStream.range(0, districts - 1).toArray(),
        IntStream.range(1, districts).toArray());
  }

  /** The same links between districts numbered anew. */
  static Neighbours renumbered(Neighbours neighbours, int[] number) {
    int[][] lists = new int[number.length][];
    for (int i = 0; i < number.length; i++) {
      int district = i;
      lists[number[i]] =
          IntStream.range(0, neighbours.count(i))
              .map(k -> number[neighbours.neighbour(district, k)])
              .toArray();
    }
    return Neighbours.of(lists);
  }
}
