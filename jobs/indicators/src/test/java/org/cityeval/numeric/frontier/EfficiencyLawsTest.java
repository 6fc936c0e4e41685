package org.cityeval.numeric.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every measure and any units, over seeded random ones. */
class EfficiencyLawsTest {
  private static final Offset<Double> CLOSE = within(1e-8);

  private static final List<EfficiencyMeasure> MEASURES =
      Stream.concat(
              Stream.of(Orientation.INPUT, Orientation.OUTPUT)
                  .flatMap(
                      orientation ->
                          Arrays.stream(ReturnsToScale.values())
                              .map(returns -> EfficiencyMeasure.radial(orientation, returns))),
              Stream.of(ReturnsToScale.CONSTANT, ReturnsToScale.VARIABLE)
                  .flatMap(
                      returns ->
                          Arrays.stream(Disposability.values())
                              .map(way -> EfficiencyMeasure.directional(returns, way))))
          .toList();

  @ParameterizedTest
  @MethodSource("seeds")
  void liesAboveZeroUpToOneAndSomeoneIsEfficient(long seed) {
    for (EfficiencyMeasure measure : MEASURES) {
      double[] scores = Efficiency.of(measure, units(measure, 15, seed));
      assertThat(Arrays.stream(scores)).allMatch(score -> score > 0 && score <= 1).contains(1.0);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doesNotDependOnUnitsOfMeasure(long seed) {
    for (EfficiencyMeasure measure : MEASURES) {
      Activities activities = units(measure, 15, seed);
      Activities converted =
          new Activities(
              each(activities.inputs(), x -> 1e6 * x),
              each(activities.outputs(), x -> 1e-4 * x),
              each(activities.undesirable(), x -> 365 * x));
      assertThat(Efficiency.of(measure, converted))
          .containsExactly(Efficiency.of(measure, activities), CLOSE);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doesNotDependOnTheOrderOfUnits(long seed) {
    for (EfficiencyMeasure measure : MEASURES) {
      Activities activities = units(measure, 15, seed);
      int[] backwards = IntStream.range(0, 15).map(i -> 14 - i).toArray();
      double[] scores = Efficiency.of(measure, activities);
      double[] reversed = Efficiency.of(measure, take(activities, backwards));
      assertThat(Arrays.stream(backwards).mapToDouble(i -> reversed[i]).toArray())
          .containsExactly(scores, CLOSE);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverRisesWhenAUnitJoins(long seed) {
    for (EfficiencyMeasure measure : MEASURES) {
      Activities activities = units(measure, 15, seed);
      double[] joined = Efficiency.of(measure, activities);
      double[] before = Efficiency.of(measure, take(activities, IntStream.range(0, 14).toArray()));
      for (int i = 0; i < before.length; i++) {
        assertThat(joined[i]).isLessThanOrEqualTo(before[i] + 1e-9);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isTheSameAgainstTheEfficientUnitsAlone(long seed) {
    for (EfficiencyMeasure measure : MEASURES) {
      Activities activities = units(measure, 80, seed);
      double[] scores = Efficiency.of(measure, activities);
      int[] efficient = IntStream.range(0, 80).filter(i -> scores[i] == 1).toArray();
      assertThat(Efficiency.against(measure, activities, take(activities, efficient)))
          .containsExactly(scores, CLOSE);
      assertThat(Efficiency.against(measure, activities, activities))
          .containsExactly(scores, CLOSE);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void scoresATwinAlikeAndNoneBeyondTheOther(long seed) {
    for (EfficiencyMeasure measure : MEASURES) {
      int[] twice = IntStream.range(0, 16).map(i -> i / 2).toArray();
      Activities activities = units(measure, 8, seed);
      double[] scores = Efficiency.of(measure, activities);
      double[] expected = Arrays.stream(twice).mapToDouble(i -> scores[i]).toArray();
      Activities twins = take(activities, twice);
      assertThat(Efficiency.of(measure, twins)).containsExactly(expected, CLOSE);
      assertThat(Efficiency.amongOthers(measure, twins)).containsExactly(expected, CLOSE);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isBeyondOneAmongOthersForTheEfficientOnly(long seed) {
    for (EfficiencyMeasure measure : MEASURES) {
      Activities activities = units(measure, 15, seed);
      double[] scores = Efficiency.of(measure, activities);
      double[] others = Efficiency.amongOthers(measure, activities);
      for (int i = 0; i < scores.length; i++) {
        assertThat(Math.min(1, others[i])).isCloseTo(scores[i], CLOSE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void fallsTheMoreScalesAreThoughtPossible(long seed) {
    for (Orientation orientation : List.of(Orientation.INPUT, Orientation.OUTPUT)) {
      Activities activities = DeaData.random(15, 0, new SplittableRandom(seed));
      double[] constant = radial(orientation, ReturnsToScale.CONSTANT, activities);
      double[] variable = radial(orientation, ReturnsToScale.VARIABLE, activities);
      double[] decreasing = radial(orientation, ReturnsToScale.DECREASING, activities);
      double[] increasing = radial(orientation, ReturnsToScale.INCREASING, activities);
      for (int i = 0; i < constant.length; i++) {
        assertThat(Math.min(decreasing[i], increasing[i])).isCloseTo(constant[i], CLOSE);
        assertThat(Math.max(decreasing[i], increasing[i])).isCloseTo(variable[i], CLOSE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isTheSameOfInputsAndOutputsUnderConstantReturns(long seed) {
    Activities activities = DeaData.random(15, 0, new SplittableRandom(seed));
    assertThat(radial(Orientation.OUTPUT, ReturnsToScale.CONSTANT, activities))
        .containsExactly(radial(Orientation.INPUT, ReturnsToScale.CONSTANT, activities), CLOSE);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isThatOfOutputsWhereNothingIsUndesirable(long seed) {
    Activities activities = DeaData.random(15, 0, new SplittableRandom(seed));
    for (ReturnsToScale returns : ReturnsToScale.values()) {
      assertThat(directional(returns, Disposability.STRONG, activities))
          .containsExactly(radial(Orientation.OUTPUT, returns, activities), CLOSE);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isHigherWhereAbatementCosts(long seed) {
    Activities activities = DeaData.random(15, 1, new SplittableRandom(seed));
    double[] strong = directional(ReturnsToScale.CONSTANT, Disposability.STRONG, activities);
    double[] weak = directional(ReturnsToScale.CONSTANT, Disposability.WEAK, activities);
    for (int i = 0; i < strong.length; i++) {
      assertThat(weak[i]).isGreaterThanOrEqualTo(strong[i] - 1e-9);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doesNotDependOnAnArbitraryZeroWhereReturnsAreVariable(long seed) {
    Activities activities = DeaData.random(15, 0, new SplittableRandom(seed));
    Activities inputsShifted =
        Activities.of(each(activities.inputs(), x -> x - 3), activities.outputs());
    Activities outputsShifted =
        Activities.of(activities.inputs(), each(activities.outputs(), x -> x - 3));
    assertThat(radial(Orientation.OUTPUT, ReturnsToScale.VARIABLE, inputsShifted))
        .containsExactly(radial(Orientation.OUTPUT, ReturnsToScale.VARIABLE, activities), CLOSE);
    assertThat(radial(Orientation.INPUT, ReturnsToScale.VARIABLE, outputsShifted))
        .containsExactly(radial(Orientation.INPUT, ReturnsToScale.VARIABLE, activities), CLOSE);
  }

  private static double[] radial(
      Orientation orientation, ReturnsToScale returns, Activities activities) {
    return Efficiency.of(EfficiencyMeasure.radial(orientation, returns), activities);
  }

  private static double[] directional(
      ReturnsToScale returns, Disposability disposability, Activities activities) {
    return Efficiency.of(EfficiencyMeasure.directional(returns, disposability), activities);
  }

  private static Activities units(EfficiencyMeasure measure, int units, long seed) {
    int undesirable = measure.orientation() == Orientation.DIRECTIONAL ? 1 : 0;
    return DeaData.random(units, undesirable, new SplittableRandom(seed));
  }

  private static Activities take(Activities activities, int[] units) {
    return new Activities(
        take(activities.inputs(), units),
        take(activities.outputs(), units),
        take(activities.undesirable(), units));
  }

  private static double[][] take(double[][] rows, int[] units) {
    return Arrays.stream(units).mapToObj(unit -> rows[unit]).toArray(double[][]::new);
  }

  private static double[][] each(double[][] rows, DoubleUnaryOperator change) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row).map(change).toArray())
        .toArray(double[][]::new);
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
