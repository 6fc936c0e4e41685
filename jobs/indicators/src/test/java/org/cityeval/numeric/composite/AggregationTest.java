package org.cityeval.numeric.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.cityeval.numeric.statistics.Ranks;
import org.junit.jupiter.api.Test;

class AggregationTest {
  private static final double[] SCORES = {2, 3, 4};
  private static final double[] WEIGHTS = {1, 2, 1};

  @Test
  void takesTheWeightedMean() {
    assertThat(Aggregation.ARITHMETIC.of(SCORES, WEIGHTS)).isEqualTo(3);
    // COINr 1.1.14, a_gmean.
    assertThat(Aggregation.GEOMETRIC.of(SCORES, WEIGHTS)).isCloseTo(2.912951, within(5e-7));
    // (2 x 9 x 4)^(1/4)
    assertThat(Aggregation.GEOMETRIC.of(SCORES, WEIGHTS))
        .isCloseTo(Math.pow(72, 0.25), within(1e-14));
  }

  @Test
  void buildsTheAsemIndexLevelByLevel() {
    Map<String, double[]> nodes = new HashMap<>(AsemData.columns("coinr_asem_normalised.csv"));
    Map<String, double[]> expected = AsemData.columns("coinr_asem_aggregates.csv");
    for (String node : levels()) {
      nodes.put(node, means(AsemData.children(node), nodes));
      assertThat(nodes.get(node)).containsExactly(expected.get(node), within(1e-9));
    }
    double[] index = nodes.get("Index");
    List<String> ranked = AsemData.units("coinr_asem_results.csv");
    double[] ranks = Ranks.average(Arrays.stream(index).map(value -> -value).toArray());
    List<String> units = AsemData.units("coinr_asem_aggregates.csv");
    for (int i = 0; i < ranks.length; i++) {
      assertThat(ranked.get((int) ranks[i] - 1)).isEqualTo(units.get(i));
    }
    assertThat(index[units.indexOf("CHE")]).isCloseTo(68.3837242383, within(1e-9));
  }

  @Test
  void buildsTheIndexFromRawValues() {
    Map<String, double[]> nodes = new HashMap<>();
    AsemData.columns("coinr_asem_raw.csv")
        .forEach(
            (code, raw) -> {
              Normalisation scale =
                  Normalisation.fit(
                      Normalisation.Method.MIN_MAX, raw, AsemData.higherIsBetter(code), Double.NaN);
              nodes.put(code, Arrays.stream(raw).map(scale::score).toArray());
            });
    levels().forEach(node -> nodes.put(node, means(AsemData.children(node), nodes)));
    String file = "coinr_asem_amean_minmax1_100_results.csv";
    List<String> order = AsemData.units("coinr_asem_raw.csv");
    List<String> units = AsemData.units(file);
    double[] expected = AsemData.columns(file).get("Index");
    for (int i = 0; i < expected.length; i++) {
      // The file gives ten digits after the point, so half of the last.
      double index = nodes.get("Index")[order.indexOf(units.get(i))];
      assertThat(index).as(units.get(i)).isCloseTo(expected[i], within(5.1e-11));
    }
  }

  @Test
  void contributionsAddUp() {
    SplittableRandom random = new SplittableRandom(3);
    for (int run = 0; run < 200; run++) {
      int n = 1 + random.nextInt(12);
      double[] scores = random.doubles(n, 1, 100).toArray();
      double[] weights = random.doubles(n).map(u -> u < 0.2 ? 0 : u).toArray();
      weights[random.nextInt(n)] = 1;
      double arithmetic = Aggregation.ARITHMETIC.of(scores, weights);
      double geometric = Aggregation.GEOMETRIC.of(scores, weights);
      assertThat(sum(Aggregation.ARITHMETIC.contributions(scores, weights)))
          .isCloseTo(arithmetic, within(1e-9));
      assertThat(sum(Aggregation.GEOMETRIC.contributions(scores, weights)))
          .isCloseTo(Math.log(geometric), within(1e-9));
      assertThat(geometric).isLessThanOrEqualTo(arithmetic + 1e-9);

      double[] twice = Arrays.stream(weights).map(weight -> 2 * weight).toArray();
      double[] better = scores.clone();
      better[random.nextInt(n)] += 1;
      double total = sum(weights);
      for (Aggregation aggregation : Aggregation.values()) {
        double composite = aggregation.of(scores, weights);
        assertThat(aggregation.of(scores, twice)).isEqualTo(composite);
        assertThat(aggregation.of(better, weights)).isGreaterThanOrEqualTo(composite);
        double terms = 0;
        for (int i = 0; i < n; i++) {
          terms += weights[i] / total * aggregation.term(scores[i]);
        }
        assertThat(aggregation.total(terms)).isCloseTo(composite, within(1e-9));
      }
    }
  }

  @Test
  void refusesWhatHasNoMean() {
    for (Aggregation aggregation : Aggregation.values()) {
      for (double[] weights : new double[][] {{1, -1, 1}, {0, 0, 0}, {1, 1}, {1, Double.NaN, 1}}) {
        assertThatThrownBy(() -> aggregation.of(SCORES, weights))
            .isInstanceOf(IllegalArgumentException.class);
      }
      double[] missing = {2, Double.NaN, 3};
      assertThatThrownBy(() -> aggregation.of(missing, WEIGHTS))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> aggregation.contributions(missing, WEIGHTS))
          .isInstanceOf(IllegalArgumentException.class);
    }
    double[] zero = {2, 0, 3};
    assertThatThrownBy(() -> Aggregation.GEOMETRIC.of(zero, WEIGHTS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Aggregation.ARITHMETIC.of(zero, WEIGHTS)).isEqualTo(1.25);
  }

  /** Nodes from the pillars up. */
  private static List<String> levels() {
    return Stream.concat(AsemData.PILLARS.stream(), Stream.of("Conn", "Sust", "Index")).toList();
  }

  /** COINr spreads the weight of what is missing over the rest; this code never does. */
  private static double[] means(List<String> children, Map<String, double[]> nodes) {
    double[] means = new double[nodes.get(children.get(0)).length];
    for (int i = 0; i < means.length; i++) {
      int unit = i;
      double[] scores =
          children.stream()
              .mapToDouble(child -> nodes.get(child)[unit])
              .filter(score -> !Double.isNaN(score))
              .toArray();
      means[i] = Aggregation.ARITHMETIC.of(scores, Weights.equal(scores.length));
    }
    return means;
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
