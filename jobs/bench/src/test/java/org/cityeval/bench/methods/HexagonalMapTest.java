package org.cityeval.bench.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.cityeval.numeric.space.Neighbours;
import org.junit.jupiter.api.Test;

class HexagonalMapTest {
  /**
   * Drawn by hand:
   *
   * <pre>
   * 0 1 2
   *  3 4 5
   * 6 7 8
   * </pre>
   */
  @Test
  void linksDistrictsToThoseBesideThemAndToTwoInEachRowNextToTheirs() {
    Neighbours neighbours = new HexagonalMap(9).neighbours();

    assertThat(around(neighbours, 4)).containsExactly(1, 2, 3, 5, 7, 8);
    assertThat(around(neighbours, 1)).containsExactly(0, 2, 3, 4);
    assertThat(around(neighbours, 6)).containsExactly(3, 7);
  }

  @Test
  void linksBothWaysWhereTheLastRowIsShort() {
    Neighbours neighbours = new HexagonalMap(31).neighbours();

    assertThat(neighbours.isSymmetric()).isTrue();
    assertThat(neighbours.islands()).isEmpty();
  }

  private static int[] around(Neighbours neighbours, int district) {
    return IntStream.range(0, neighbours.count(district))
        .map(k -> neighbours.neighbour(district, k))
        .toArray();
  }
}
