package org.cityeval.numeric.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Units a hundred million times as large as others, and any units of measure: against efficiencies
 * that need no program.
 */
class EfficiencyScaleTest {
  private static final EfficiencyMeasure CONSTANT =
      EfficiencyMeasure.radial(Orientation.INPUT, ReturnsToScale.CONSTANT);
  private static final EfficiencyMeasure VARIABLE =
      EfficiencyMeasure.radial(Orientation.INPUT, ReturnsToScale.VARIABLE);

  @Test
  void isTheRatioToTheBestRatioWhateverTheSize() {
    // Output per input 2, 1, 4, 3, 0.5, in units from 1e-4 to 1e4: over the best, 4.
    double[][] inputs = {{1e-4}, {1e4}, {1}, {1e4}, {1e-4}};
    double[][] outputs = {{2e-4}, {1e4}, {4}, {3e4}, {0.5e-4}};
    assertThat(Efficiency.of(CONSTANT, Activities.of(inputs, outputs)))
        .containsExactly(new double[] {0.5, 0.25, 1, 0.75, 0.125}, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void equalsRatiosOfUnitsOfAnySize(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] inputs = sizes(30, random);
    double[] ratios = random.doubles(30, 0.01, 1).toArray();
    double[][] outputs = new double[30][1];
    Arrays.setAll(outputs, i -> new double[] {inputs[i][0] * ratios[i]});
    double best = Arrays.stream(ratios).max().orElseThrow();
    double[] scores = Efficiency.of(CONSTANT, Activities.of(inputs, outputs));
    for (int i = 0; i < scores.length; i++) {
      assertThat(scores[i]).as("unit %d", i).isCloseTo(ratios[i] / best, withinPercentage(1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void equalsTheBestOfAllPairsUnderVariableReturns(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] inputs = sizes(25, random);
    double[][] outputs = new double[25][1];
    Arrays.setAll(
        outputs, i -> new double[] {Math.pow(inputs[i][0], 0.8) * random.nextDouble(0.2, 1)});
    double[] scores = Efficiency.of(VARIABLE, Activities.of(inputs, outputs));
    for (int i = 0; i < scores.length; i++) {
      double least = leastInput(inputs, outputs, outputs[i][0]);
      assertThat(scores[i])
          .as("unit %d", i)
          .isCloseTo(least / inputs[i][0], withinPercentage(1e-5));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void equalsTheBestOfAllPairsWithTwoInputs(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] inputs = new double[25][];
    double[][] outputs = sizes(25, random);
    Arrays.setAll(
        inputs,
        i ->
            new double[] {
              outputs[i][0] * random.nextDouble(0.1, 1), outputs[i][0] * random.nextDouble(0.1, 1)
            });
    double[] scores = Efficiency.of(CONSTANT, Activities.of(inputs, outputs));
    for (int i = 0; i < scores.length; i++) {
      double expected = 1;
      for (int j = 0; j < inputs.length; j++) {
        for (int k = 0; k <= j; k++) {
          expected = Math.min(expected, ofPair(inputs, outputs, i, j, k));
        }
      }
      assertThat(scores[i]).as("unit %d", i).isCloseTo(expected, withinPercentage(1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doesNotDependOnUnitsOfMeasure(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] inputs = {{4, 140}, {5, 90}, {6, 36}, {10, 300}, {11, 66}, {8, 36}, {9, 12}};
    double[][] outputs = {{2, 28}, {1, 22.5}, {6, 12}, {8, 60}, {7, 16.5}, {6, 12}, {7, 6}};
    for (EfficiencyMeasure measure : new EfficiencyMeasure[] {CONSTANT, VARIABLE}) {
      double[] expected = Efficiency.of(measure, Activities.of(inputs, outputs));
      for (int trial = 0; trial < 10; trial++) {
        double[] units = random.doubles(4, -8, 8).map(power -> Math.pow(10, power)).toArray();
        Activities converted =
            Activities.of(
                columnsTimes(inputs, units[0], units[1]),
                columnsTimes(outputs, units[2], units[3]));
        assertThat(Efficiency.of(measure, converted)).containsExactly(expected, within(1e-9));
      }
    }
  }

  @Test
  void tellsNothingWhereNoDoubleDoes() {
    double[][] inputs = {{1e-300, 1e300}, {1, 1}, {1e300, 1e-300}, {1e-300, 2}};
    double[][] outputs = {{1}, {1e300}, {1e-300}, {1}};
    assertThat(Arrays.stream(Efficiency.of(CONSTANT, Activities.of(inputs, outputs))))
        .allMatch(score -> Double.isNaN(score) || (score >= 0 && score <= 1));
  }

  /** Smallest input of a mixture of two that reaches an output. */
  private static double leastInput(double[][] inputs, double[][] outputs, double output) {
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < inputs.length; j++) {
      if (outputs[j][0] < output) {
        continue;
      }
      least = Math.min(least, inputs[j][0]);
      for (int k = 0; k < inputs.length; k++) {
        if (outputs[k][0] < output) {
          double share = (output - outputs[k][0]) / (outputs[j][0] - outputs[k][0]);
          least = Math.min(least, inputs[k][0] + share * (inputs[j][0] - inputs[k][0]));
        }
      }
    }
    return least;
  }

  /** Share of its inputs that a mixture of two others, of its output, would do with. */
  private static double ofPair(double[][] inputs, double[][] outputs, int own, int j, int k) {
    double[] one = relative(inputs, outputs, own, j);
    double[] two = relative(inputs, outputs, own, k);
    double best = Math.min(Math.max(one[0], one[1]), Math.max(two[0], two[1]));
    double apart = (one[0] - one[1]) - (two[0] - two[1]);
    double weight = apart == 0 ? -1 : -(two[0] - two[1]) / apart;
    return weight > 0 && weight < 1
        ? Math.min(best, weight * one[0] + (1 - weight) * two[0])
        : best;
  }

  private static double[] relative(double[][] inputs, double[][] outputs, int own, int other) {
    double scale = outputs[own][0] / outputs[other][0];
    return new double[] {
      scale * inputs[other][0] / inputs[own][0], scale * inputs[other][1] / inputs[own][1]
    };
  }

  private static double[][] sizes(int units, SplittableRandom random) {
    return random
        .doubles(units, -4, 4)
        .mapToObj(power -> new double[] {Math.pow(10, power)})
        .toArray(double[][]::new);
  }

  private static double[][] columnsTimes(double[][] rows, double... factors) {
    return Arrays.stream(rows)
        .map(row -> DoubleStream.of(row[0] * factors[0], row[1] * factors[1]).toArray())
        .toArray(double[][]::new);
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }
}
