package org.cityeval.numeric.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighboursTest {
  // 0 - 1 - 2 with 1 - 3, and 4 an island.
  private final Neighbours neighbours =
      Neighbours.ofLinks(5, new int[] {1, 2, 3, 0}, new int[] {0, 1, 1, 1});

  @Test
  void countsALinkGivenFromBothSidesOnce() {
    assertThat(neighbours.size()).isEqualTo(5);
    assertThat(neighbours.count(0)).isEqualTo(1);
    assertThat(neighbours.count(1)).isEqualTo(3);
    assertThat(neighbours.neighbour(1, 0)).isZero();
    assertThat(neighbours.neighbour(1, 2)).isEqualTo(3);
    assertThat(neighbours.links(2, 1)).isTrue();
    assertThat(neighbours.links(2, 3)).isFalse();
    assertThat(neighbours.isSymmetric()).isTrue();
  }

  @Test
  void sharesAWeightOfOneAmongTheNeighbours() {
    assertThat(neighbours.weight(1)).isEqualTo(1.0 / 3);
    assertThat(neighbours.weight(0)).isEqualTo(1);
    assertThat(neighbours.weight(4)).isZero();
  }

  @Test
  void reportsIslands() {
    assertThat(neighbours.islands()).containsExactly(4);
    assertThat(Neighbours.ofLinks(2, new int[0], new int[0]).islands()).containsExactly(0, 1);
    assertThat(Neighbours.of(new int[0][]).size()).isZero();
  }

  @Test
  void noticesALinkThatHoldsOneWayOnly() {
    Neighbours nearest = Neighbours.of(new int[][] {{2, 1}, {0}, {1}});
    assertThat(nearest.isSymmetric()).isFalse();
    assertThat(nearest.links(0, 2)).isTrue();
    assertThat(nearest.links(2, 0)).isFalse();
    assertThat(nearest.neighbour(0, 0)).isEqualTo(1);
  }

  @Test
  void makesAnIslandOfWhoLosesEveryNeighbour() {
    Neighbours kept = neighbours.among(new int[] {0, 2, 3, 4});
    assertThat(kept.islands()).containsExactly(0, 1, 2, 3);
    Neighbours linked = neighbours.among(new int[] {1, 3});
    assertThat(linked.links(0, 1)).isTrue();
    assertThat(linked.count(1)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 2", "-1, 0"})
  void refusesALinkToItselfOrToNowhere(int from, int to) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Neighbours.ofLinks(2, new int[] {from}, new int[] {to}));
  }

  @Test
  void refusesANeighbourListedTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Neighbours.of(new int[][] {{1, 1}, {0}}))
        .withMessageContaining("twice");
    assertThatIllegalArgumentException().isThrownBy(() -> Neighbours.of(new int[][] {{0}, {0}}));
  }

  @Test
  void holdsTheMapOfColumbus() {
    // 232 rows of neighbours, each border from both sides.
    int links = 0;
    for (int i = 0; i < Columbus.NEIGHBOURS.size(); i++) {
      links += Columbus.NEIGHBOURS.count(i);
    }
    assertThat(links).isEqualTo(232);
    assertThat(Columbus.NEIGHBOURS.isSymmetric()).isTrue();
    assertThat(Columbus.NEIGHBOURS.islands()).isEmpty();
  }
}
