package org.cityeval.numeric.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cityeval.numeric.ReferenceData;
import org.cityeval.numeric.space.Neighbours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CentralisationTest {
  @Test
  void equalsIgraphOnTheClubOfZachary() {
    List<double[]> edges = ReferenceData.rows("zachary_edges.csv");
    Neighbours club =
        Neighbours.ofLinks(
            34,
            edges.stream().mapToInt(edge -> (int) edge[0] - 1).toArray(),
            edges.stream().mapToInt(edge -> (int) edge[1] - 1).toArray());
    JsonNode expected = ReferenceData.json("misc_reference.json").get("freeman_zachary");
    assertThat(Centralisation.degree(club))
        .isCloseTo(expected.get("degree").asDouble(), within(1e-12));
    assertThat(Centralisation.betweenness(club))
        .isCloseTo(expected.get("betweenness").asDouble(), within(1e-12));
    assertThat(Centralisation.closeness(club))
        .isCloseTo(expected.get("closeness").asDouble(), within(1e-12));
    assertThat(Centralisation.density(club))
        .isCloseTo(expected.get("density").asDouble(), within(1e-12));
  }

  @Test
  void equalsNetworkxOnTwoRingsWithATail() {
    Neighbours rings =
        Neighbours.ofLinks(
            7, new int[] {0, 1, 2, 1, 3, 4, 5, 6}, new int[] {1, 2, 3, 3, 4, 5, 6, 3});
    assertThat(Centralisation.betweenness(rings)).isCloseTo(0.5277777777777778, within(1e-14));
    assertThat(Centralisation.closeness(rings)).isCloseTo(0.5261904761904762, within(1e-14));
  }

  @Test
  void hasNoClosenessWhereNotAllAreLinked() {
    Neighbours two =
        Neighbours.ofLinks(7, new int[] {0, 1, 2, 1, 4, 5}, new int[] {1, 2, 3, 3, 5, 6});
    assertThat(Centralisation.closeness(two)).isNaN();
    // networkx
    assertThat(Centralisation.betweenness(two)).isCloseTo(0.12222222222222222, within(1e-14));
    Neighbours none = Neighbours.of(new int[4][0]);
    assertThat(Centralisation.degree(none)).isZero();
    assertThat(Centralisation.betweenness(none)).isZero();
    assertThat(Centralisation.density(none)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 13, 60})
  void isOneForAStarAndZeroForARing(int members) {
    int[] others = IntStream.range(1, members).toArray();
    Neighbours star = Neighbours.ofLinks(members, new int[members - 1], others);
    assertThat(Centralisation.degree(star)).isCloseTo(1, within(1e-14));
    assertThat(Centralisation.betweenness(star)).isCloseTo(1, within(1e-14));
    assertThat(Centralisation.closeness(star)).isCloseTo(1, within(1e-13));
    assertThat(Centralisation.density(star)).isCloseTo(2.0 / members, within(1e-15));
    int[] next = IntStream.range(0, members).map(i -> (i + 1) % members).toArray();
    Neighbours ring = Neighbours.ofLinks(members, IntStream.range(0, members).toArray(), next);
    assertThat(Centralisation.degree(ring)).isZero();
    assertThat(Centralisation.betweenness(ring)).isCloseTo(0, within(1e-12));
    assertThat(Centralisation.closeness(ring)).isCloseTo(0, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void isUndefinedForFewerThanThree(int members) {
    Neighbours few = Neighbours.of(new int[members][0]);
    assertThat(Centralisation.degree(few)).isNaN();
    assertThat(Centralisation.betweenness(few)).isNaN();
    assertThat(Centralisation.closeness(few)).isNaN();
    assertThat(Double.isNaN(Centralisation.density(few))).isEqualTo(members < 2);
  }

  @Test
  void refusesLinksThatHoldOneWayOnly() {
    Neighbours oneWay = Neighbours.of(new int[][] {{1}, {2}, {0}});
    assertThatIllegalArgumentException().isThrownBy(() -> Centralisation.degree(oneWay));
    assertThatIllegalArgumentException().isThrownBy(() -> Centralisation.betweenness(oneWay));
    assertThatIllegalArgumentException().isThrownBy(() -> Centralisation.closeness(oneWay));
    assertThatIllegalArgumentException().isThrownBy(() -> Centralisation.density(oneWay));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void staysBetweenRingAndStarAndIgnoresNumbering(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] first = random.ints(25, 0, 12).toArray();
    int[] second = IntStream.of(first).map(i -> (i + 1 + random.nextInt(11)) % 12).toArray();
    Neighbours network = Neighbours.ofLinks(12, first, second);
    Neighbours renumbered =
        Neighbours.ofLinks(
            12,
            IntStream.of(first).map(i -> 11 - i).toArray(),
            IntStream.of(second).map(i -> 11 - i).toArray());
    assertThat(Centralisation.degree(network)).isBetween(0.0, 1.0);
    assertThat(Centralisation.betweenness(network)).isBetween(0.0, 1.0);
    assertThat(Centralisation.density(network)).isBetween(0.0, 1.0);
    assertThat(Centralisation.degree(renumbered)).isEqualTo(Centralisation.degree(network));
    assertThat(Centralisation.betweenness(renumbered))
        .isCloseTo(Centralisation.betweenness(network), within(1e-12));
    double closeness = Centralisation.closeness(network);
    if (!Double.isNaN(closeness)) {
      assertThat(closeness).isBetween(0.0, 1.0);
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
