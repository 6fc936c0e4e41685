package org.cityeval.numeric.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cityeval.numeric.neighbours.PeerSpace.Peer;
import org.cityeval.numeric.neighbours.PeerSpace.Scale;
import org.cityeval.numeric.neighbours.PeerSpace.Standardisation;
import org.cityeval.numeric.neighbours.PeerSpace.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PeerSpaceTest {
  private static final List<Variable> VARIABLES =
      List.of(
          new Variable("residents", Scale.LOG),
          new Variable("density", Scale.LOG),
          new Variable("enterprises", Scale.LINEAR),
          new Variable("median_age", Scale.LINEAR));

  /** Made up: residents, residents per km2, enterprises per 1,000 residents, age in years. */
  private static final double[][] DISTRICTS = {
    {1_040_000, 9_100, 41.2, 38.5},
    {880_000, 6_400, 39.9, 39.1},
    {310_000, 820, 22.5, 41.7},
    {295_000, 760, 24.1, 42.3},
    {150_000, 310, 18.0, 44.8},
    {162_000, 295, 17.2, 45.0},
    {2_400_000, 12_400, 55.3, 36.2},
    {Double.NaN, 500, 20.0, 43.0},
    {47_000, 0, 9.4, 47.9},
    {61_000, 88, 11.9, 47.2},
    {540_000, 2_300, 30.8, 40.2},
    {1_210_000, 7_700, 44.0, 37.9}
  };

  @Test
  void equalsNumpy() {
    PeerSpace space = PeerSpace.of(VARIABLES, DISTRICTS);

    assertStandardised(space, 0, 12.961027263123515, 1.1301667170697218);
    assertStandardised(space, 1, 7.323868196504074, 1.7215476740110083);
    assertStandardised(space, 2, 30.49, 14.080281720666434);
    assertStandardised(space, 3, 41.28999999999999, 3.5491626555506794);
    assertThat(space.standardisations().get(0).name()).isEqualTo("residents");
    assertThat(space.standardisations().get(0).scale()).isEqualTo(Scale.LOG);
    assertThat(space.standardised(0)[2])
        .isCloseTo((41.2 - 30.49) / 14.080281720666434, within(1e-12));

    assertPeers(
        space.nearest(0, 3),
        new int[] {11, 1, 10},
        new double[] {0.30900888494936146, 0.3174173161454716, 1.3227085845740063});
    assertPeers(
        space.nearest(4, 3),
        new int[] {5, 3, 2},
        new double[] {0.10895341400317504, 1.1460022844848536, 1.2636834031226754});
    assertPeers(
        space.nearest(9, 3),
        new int[] {5, 4, 3},
        new double[] {1.3291054346850946, 1.346777153630626, 2.483958442361458});
    assertThat(space.nearest(0, 1).get(0).contributions())
        .containsExactly(
            new double[] {
              0.18794153149456516, 0.09861299670223186, 0.41414406334033643, 0.2993014084628665
            },
            within(1e-11));
  }

  @Test
  void whoLacksAVariableHasNoPeersAndIsNobodys() {
    PeerSpace space = PeerSpace.of(VARIABLES, DISTRICTS);

    assertThat(space.complete(7)).isFalse();
    // No logarithm of a density of 0.
    assertThat(space.complete(8)).isFalse();
    assertThat(space.complete(9)).isTrue();
    assertThat(space.nearest(7, 3)).isEmpty();
    assertThat(space.standardised(7)[0]).isNaN();
    assertThat(space.standardised(7)[2]).isFinite();
    for (int unit = 0; unit < DISTRICTS.length; unit++) {
      assertThat(space.nearest(unit, 12)).extracting(Peer::unit).doesNotContain(7, 8, unit);
      assertThat(space.nearest(unit, 12)).hasSize(unit == 7 || unit == 8 ? 0 : 9);
    }
  }

  @Test
  void aVariableThatIsTheSameEverywhereCountsNothing() {
    PeerSpace space =
        PeerSpace.of(
            List.of(new Variable("a", Scale.LINEAR), new Variable("b", Scale.LOG)),
            new double[][] {{1, 0.1}, {2, 0.1}, {4, 0.1}});

    assertThat(space.standardisations().get(1).sd()).isZero();
    assertThat(space.standardised(2)[1]).isZero();
    assertThat(space.nearest(0, 1).get(0).contributions()).containsExactly(1, 0);
  }

  @Test
  void equallyNearOnesAreInTheirOrderAndEqualOnesHaveNoContributions() {
    PeerSpace space =
        PeerSpace.of(
            List.of(new Variable("a", Scale.LINEAR)),
            new double[][] {{0}, {1}, {-1}, {0}, {1}, {0}});

    assertThat(space.nearest(0, 4)).extracting(Peer::unit).containsExactly(3, 5, 1, 2);
    assertThat(space.nearest(0, 1).get(0).distance()).isZero();
    assertThat(space.nearest(0, 1).get(0).contributions()).containsExactly(0);
  }

  @Test
  void nobodyOneAloneAndNoPeers() {
    List<Variable> one = List.of(new Variable("a", Scale.LINEAR));
    assertThat(PeerSpace.of(one, new double[0][]).standardisations().get(0).mean()).isNaN();
    assertThat(PeerSpace.of(one, new double[][] {{3}}).nearest(0, 5)).isEmpty();
    assertThat(PeerSpace.of(VARIABLES, DISTRICTS).nearest(0, 0)).isEmpty();
    assertThatThrownBy(() -> PeerSpace.of(one, new double[][] {{3, 4}}))
        .hasMessage("2 values of a unit for 1 variables");
    assertThatThrownBy(() -> PeerSpace.of(one, new double[][] {{3}}).nearest(0, -1))
        .hasMessageContaining("k is at least 0");
    assertThatThrownBy(() -> PeerSpace.of(List.of(), new double[2][0]))
        .hasMessage("Peers are near in something: no variable is given");
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findsThoseThatSortingAllFinds(long seed) {
    double[][] values = randomUnits(seed);
    PeerSpace space = PeerSpace.of(VARIABLES, values);
    for (int unit = 0; unit < values.length; unit++) {
      int one = unit;
      List<Peer> all = space.nearest(unit, values.length);
      List<Integer> expected =
          IntStream.range(0, values.length)
              .filter(i -> i != one && space.complete(i) && space.complete(one))
              .boxed()
              .sorted(Comparator.comparingDouble(i -> square(space, one, i)))
              .toList();
      assertThat(all).extracting(Peer::unit).containsExactlyElementsOf(expected);
      int k = (int) (seed % 7);
      assertThat(space.nearest(unit, k))
          .extracting(Peer::unit)
          .containsExactlyElementsOf(expected.subList(0, Math.min(k, expected.size())));
      for (Peer peer : all) {
        assertThat(peer.distance())
            .isCloseTo(Math.sqrt(square(space, unit, peer.unit())), within(1e-12));
        assertThat(Arrays.stream(peer.contributions()).sum())
            .isCloseTo(peer.distance() == 0 ? 0 : 1, within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neitherUnitsOfMeasurementNorOrderMatter(long seed) {
    double[][] values = randomUnits(seed);
    // Factors for logarithms, factor and shift for what is linear.
    double[][] moved = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      double[] old = values[values.length - 1 - i];
      moved[i] = new double[] {old[0] / 1000, old[1] * 7, 3 - 0.25 * old[2], old[3] * 12 + 40};
    }
    PeerSpace space = PeerSpace.of(VARIABLES, values);
    PeerSpace other = PeerSpace.of(VARIABLES, moved);
    for (int unit = 0; unit < values.length; unit++) {
      List<Peer> peers = space.nearest(unit, 4);
      List<Peer> same = other.nearest(values.length - 1 - unit, 4);
      assertThat(same).hasSameSizeAs(peers);
      for (int k = 0; k < peers.size(); k++) {
        assertThat(same.get(k).distance()).isCloseTo(peers.get(k).distance(), within(1e-9));
      }
    }
  }

  /** Up to 30, with ties and gaps. */
  private static double[][] randomUnits(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<double[]> units = new ArrayList<>();
    for (int i = random.nextInt(30); i >= 0; i--) {
      double[] unit = new double[4];
      Arrays.setAll(unit, v -> random.nextInt(v == 0 ? 1000 : 5));
      unit[2] = random.nextInt(20) == 0 ? Double.NaN : unit[2];
      units.add(unit);
    }
    return units.toArray(double[][]::new);
  }

  private static double square(PeerSpace space, int one, int other) {
    double[] a = space.standardised(one);
    double[] b = space.standardised(other);
    return IntStream.range(0, a.length)
        .mapToDouble(v -> a[v] - b[v])
        .map(d -> d * d)
        .reduce(0, Double::sum);
  }

  private static void assertStandardised(PeerSpace space, int variable, double mean, double sd) {
    Standardisation found = space.standardisations().get(variable);
    assertThat(found.mean()).isCloseTo(mean, within(1e-12));
    assertThat(found.sd()).isCloseTo(sd, within(1e-12));
  }

  private static void assertPeers(List<Peer> peers, int[] units, double[] distances) {
    assertThat(peers.stream().mapToInt(Peer::unit))
        .containsExactly(Arrays.stream(units).boxed().toArray(Integer[]::new));
    assertThat(peers.stream().mapToDouble(Peer::distance).toArray())
        .containsExactly(distances, within(1e-12));
  }
}
