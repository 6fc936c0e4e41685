package org.cityeval.numeric.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cityeval.numeric.ReferenceData;
import org.cityeval.numeric.composite.BenefitOfTheDoubt.Result;
import org.junit.jupiter.api.Test;

class BenefitOfTheDoubtTest {
  @Test
  void agreesWithTheFullProgramsOnThePillarsOfAsem() {
    Map<String, double[]> aggregates = AsemData.columns("coinr_asem_aggregates.csv");
    double[][] scores =
        AsemData.rows(
            AsemData.PILLARS.stream()
                .map(aggregates::get)
                .map(column -> Arrays.stream(column).map(score -> score + 1).toArray())
                .toList());
    var expected = ReferenceData.json("composite_scipy.json");
    assertThat(values(BenefitOfTheDoubt.of(scores, all(8, 0), all(8, 1))))
        .containsExactly(ReferenceData.array(expected.get("bod_free")), within(1e-9));
    assertThat(values(BenefitOfTheDoubt.of(scores, all(8, 0.05), all(8, 0.3))))
        .containsExactly(
            ReferenceData.array(expected.get("bod_shares_5_to_30_percent")), within(1e-9));
  }

  @Test
  void judgesEachByWhatSuitsIt() {
    double[][] scores = {{4, 2}, {2, 4}, {3, 1}};
    // The third rests on its first score alone: 3 / 4.
    Result[] free = BenefitOfTheDoubt.of(scores, all(2, 0), all(2, 1));
    assertThat(values(free)).containsExactly(new double[] {1, 1, 0.75}, within(1e-12));
    assertThat(free[2].weights()).containsExactly(new double[] {0.25, 0}, within(1e-12));
    // Half of the total from each: under (1/6, 1/2) it has 1, the first 5/3, the second 7/3.
    Result[] halves = BenefitOfTheDoubt.of(scores, all(2, 0.5), all(2, 0.5));
    assertThat(halves[2].value()).isCloseTo(3.0 / 7, within(1e-12));
    assertThat(halves[2].weights())
        .containsExactly(new double[] {1.0 / 14, 3.0 / 14}, within(1e-12));
  }

  @Test
  void comparesWithTheBestInASingleIndicator() {
    double[][] scores = {{2}, {5}, {5}};
    assertThat(values(BenefitOfTheDoubt.of(scores, all(1, 0), all(1, 1))))
        .containsExactly(new double[] {0.4, 1, 1}, within(1e-12));
  }

  @Test
  void takesSharesThatAreFixed() {
    for (int n : new int[] {3, 7, 10, 49}) {
      double[][] scores = random(new SplittableRandom(n), 12, n);
      Result[] results = BenefitOfTheDoubt.of(scores, Weights.equal(n), Weights.equal(n));
      for (int i = 0; i < scores.length; i++) {
        double most = 0;
        for (double[] other : scores) {
          double[] own = scores[i];
          most = Math.max(most, IntStream.range(0, n).mapToDouble(j -> other[j] / own[j]).sum());
        }
        assertThat(results[i].value()).isCloseTo(n / most, within(1e-9));
      }
    }
  }

  @Test
  void isNeverBelowWhatAnyAdmissibleWeightsGive() {
    SplittableRandom random = new SplittableRandom(17);
    for (int run = 0; run < 40; run++) {
      int units = 2 + random.nextInt(40);
      int indicators = 2 + random.nextInt(6);
      double[] lowest = random.doubles(indicators, 0, 0.9 / indicators).toArray();
      double[] highest = random.doubles(indicators, 1.2 / indicators, 1).toArray();
      double[][] scores = random(random, units, indicators);
      Result[] results = BenefitOfTheDoubt.of(scores, lowest, highest);
      for (int i = 0; i < units; i++) {
        double value = results[i].value();
        double[] weights = results[i].weights();
        assertThat(value).isGreaterThan(0).isLessThanOrEqualTo(1);
        assertThat(total(weights, scores[i])).isCloseTo(value, within(1e-9));
        for (double[] other : scores) {
          assertThat(total(weights, other)).isLessThanOrEqualTo(1 + 1e-9);
        }
        for (int j = 0; j < indicators; j++) {
          assertThat(weights[j] * scores[i][j] / value)
              .isBetween(lowest[j] - 1e-9, highest[j] + 1e-9);
        }
        for (int draw = 0; draw < 20; draw++) {
          double[] shares = shares(random, lowest, highest);
          double[] own = scores[i];
          double[] prices = new double[indicators];
          Arrays.setAll(prices, j -> shares[j] / own[j]);
          double most =
              Arrays.stream(scores).mapToDouble(s -> total(prices, s)).max().orElseThrow();
          assertThat(value).isGreaterThanOrEqualTo(1 / most - 1e-9);
        }
      }
    }
  }

  @Test
  void doesNotDependOnOrderScaleOrTheDominated() {
    SplittableRandom random = new SplittableRandom(23);
    for (int run = 0; run < 20; run++) {
      int units = 5 + random.nextInt(30);
      int indicators = 2 + random.nextInt(5);
      double[] lowest = random.doubles(indicators, 0, 0.9 / indicators).toArray();
      double[] highest = random.doubles(indicators, 1.2 / indicators, 1).toArray();
      double[][] scores = random(random, units, indicators);
      double[] values = values(BenefitOfTheDoubt.of(scores, lowest, highest));

      double[][] turned = new double[units + 1][indicators];
      for (int i = 0; i < units; i++) {
        double[] row = scores[units - 1 - i];
        Arrays.setAll(turned[i], j -> (j + 1) * row[indicators - 1 - j]);
      }
      Arrays.setAll(turned[units], j -> turned[0][j] * 0.9); // dominated
      double[] again = values(BenefitOfTheDoubt.of(turned, reversed(lowest), reversed(highest)));
      assertThat(reversed(Arrays.copyOf(again, units))).containsExactly(values, within(1e-9));
      assertThat(again[units]).isCloseTo(0.9 * again[0], within(1e-9));

      // Narrower bounds never help.
      double[] narrow = Arrays.stream(highest).map(h -> (h + 1.2 / indicators) / 2).toArray();
      double[] narrower = values(BenefitOfTheDoubt.of(scores, lowest, narrow));
      for (int i = 0; i < units; i++) {
        assertThat(narrower[i]).isLessThanOrEqualTo(values[i] + 1e-9);
      }
    }
  }

  @Test
  void refusesSharesAndScoresThatNoWeightsFit() {
    double[][] scores = {{1, 2}, {3, 4}};
    double[][] zero = {{1, 0}, {3, 4}};
    double[][] missing = {{1, Double.NaN}, {3, 4}};
    assertThatThrownBy(() -> BenefitOfTheDoubt.of(scores, all(2, 0), all(2, 0.4)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BenefitOfTheDoubt.of(scores, all(2, 0.6), all(2, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BenefitOfTheDoubt.of(scores, all(1, 0), all(2, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BenefitOfTheDoubt.of(zero, all(2, 0), all(2, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BenefitOfTheDoubt.of(missing, all(2, 0), all(2, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[][] random(SplittableRandom random, int units, int indicators) {
    return IntStream.range(0, units)
        .mapToObj(i -> random.doubles(indicators, 1, 100).toArray())
        .toArray(double[][]::new);
  }

  /** Shares within the bounds that sum to 1: a random point, led back along the way to a bound. */
  private static double[] shares(SplittableRandom random, double[] lowest, double[] highest) {
    double[] shares = new double[lowest.length];
    Arrays.setAll(shares, j -> lowest[j] + random.nextDouble() * (highest[j] - lowest[j]));
    double sum = Arrays.stream(shares).sum();
    double[] end = sum > 1 ? lowest : highest;
    double endSum = Arrays.stream(end).sum();
    double way = (1 - sum) / (endSum - sum);
    Arrays.setAll(shares, j -> shares[j] + way * (end[j] - shares[j]));
    return shares;
  }

  private static double[] all(int n, double value) {
    double[] all = new double[n];
    Arrays.fill(all, value);
    return all;
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
    return reversed;
  }

  private static double[] values(Result[] results) {
    return Arrays.stream(results).mapToDouble(Result::value).toArray();
  }

  private static double total(double[] weights, double[] scores) {
    return IntStream.range(0, scores.length).mapToDouble(j -> weights[j] * scores[j]).sum();
  }
}
