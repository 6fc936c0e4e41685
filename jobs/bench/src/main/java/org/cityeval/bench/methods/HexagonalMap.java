package org.cityeval.bench.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cityeval.numeric.space.Neighbours;

/**
 * Districts in rows, every second one shifted by half a district: six neighbours each but at the
 * border, as many as districts of real maps have on average. The last row may be short.
 */
final class HexagonalMap {
  private final int districts;
  private final int width;

  HexagonalMap(int districts) {
    this.districts = districts;
    this.width = (int) Math.ceil(Math.sqrt(districts));
  }

  Neighbours neighbours() {
    int[][] lists = new int[districts][];
    for (int i = 0; i < districts; i++) {
      lists[i] = around(i);
    }
    return Neighbours.of(lists);
  }

  /** A value per district, such as a rate, that is like its neighbours' but for chance. */
  double[] values(long seed) {
    Random random = new Random(seed);
    double[] own = random.doubles(districts).toArray();
    double[] values = own.clone();
    for (int i = 0; i < districts; i++) {
      for (int neighbour : around(i)) {
        values[i] += own[neighbour];
      }
    }
    return values;
  }

  private int[] around(int district) {
    int row = district / width;
    int column = district % width;
    int left = row % 2 == 0 ? column - 1 : column;
    List<Integer> around = new ArrayList<>();
    add(around, row, column - 1);
    add(around, row, column + 1);
    for (int other : new int[] {row - 1, row + 1}) {
      add(around, other, left);
      add(around, other, left + 1);
    }
    return around.stream().mapToInt(Integer::intValue).toArray();
  }

  private void add(List<Integer> around, int row, int column) {
    int district = row * width + column;
    if (row >= 0 && column >= 0 && column < width && district < districts) {
      around.add(district);
    }
  }
}
