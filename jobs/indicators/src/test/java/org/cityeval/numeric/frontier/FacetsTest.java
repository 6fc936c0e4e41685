package org.cityeval.numeric.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FacetsTest {
  /** Corners (1, 1), (2, 4) and (4, 6) of inputs and outputs, as costs. */
  private static final double[][] CORNERS = {{1, -1}, {2, -4}, {4, -6}};

  /** By one unit of distance the output grows by one. */
  private static final double[] UPWARDS = {0, 1};

  private static Technology corners() {
    return new Technology(CORNERS, CORNERS.length, 2, ReturnsToScale.VARIABLE);
  }

  @Test
  void aSecondPointOfAFacetIsTold() {
    double[] costs = Arrays.stream(CORNERS).flatMapToDouble(Arrays::stream).toArray();
    Facets facets = new Facets(costs, 2, 1);
    assertThat(facets.distance(new double[] {1.5, -1}, UPWARDS)).isNaN();
    // Below the middle of the first two corners: 2.5 of output for 1.5 of input.
    Program program =
        new Program(
            new double[][] {{0, 1, 2}, {1, -1, -4}, {0, 1, 1}},
            new double[] {1.5, -1, 1},
            new boolean[] {false, false, true},
            new double[] {-1, 0, 0},
            1);
    facets.add(program, program.solve(), new int[] {0, 1});
    assertThat(facets.distance(new double[] {1.5, -1}, UPWARDS)).isCloseTo(1.5, within(1e-15));
    assertThat(facets.distance(new double[] {1.25, -3}, UPWARDS)).isCloseTo(-1.25, within(1e-15));
    // Between the other two corners, of which it knows nothing.
    assertThat(facets.distance(new double[] {3, -1}, UPWARDS)).isNaN();
  }

  @Test
  void aPointOfLessThanTheLeastInputIsBeyond() {
    Technology technology = corners();
    assertThat(technology.distance(new double[] {0.9, -1}, UPWARDS))
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(technology.distance(new double[] {1, -1}, UPWARDS)).isCloseTo(0, within(1e-12));
    assertThat(technology.distance(new double[] {3, -2}, UPWARDS)).isCloseTo(3, within(1e-12));
    assertThat(technology.distance(new double[] {9, -2}, UPWARDS)).isCloseTo(4, within(1e-12));
  }

  static Stream<EfficiencyMeasure> measures() {
    Stream<EfficiencyMeasure> radial =
        Stream.of(Orientation.INPUT, Orientation.OUTPUT)
            .flatMap(
                orientation ->
                    Arrays.stream(ReturnsToScale.values())
                        .map(returns -> EfficiencyMeasure.radial(orientation, returns)));
    Stream<EfficiencyMeasure> directional =
        Stream.of(ReturnsToScale.CONSTANT, ReturnsToScale.VARIABLE)
            .flatMap(
                returns ->
                    Arrays.stream(Disposability.values())
                        .map(
                            disposability ->
                                EfficiencyMeasure.directional(returns, disposability)));
    return Stream.concat(radial, directional);
  }

  /** A program of its own for each point, by a technology that knows no facet. */
  @ParameterizedTest
  @MethodSource("measures")
  void distancesAreThoseOfProgramsOfTheirOwn(EfficiencyMeasure measure) {
    SplittableRandom random = new SplittableRandom(20200228);
    int undesirable = measure.orientation() == Orientation.DIRECTIONAL ? 1 : 0;
    int beyond = 0;
    for (int units : List.of(8, 20, 60)) {
      Frontier frontier = new Frontier(measure, DeaData.random(units, undesirable, random));
      double[][] sample =
          IntStream.range(0, units / 2).mapToObj(frontier::point).toArray(double[][]::new);
      Technology technology = frontier.spannedBy(sample);
      for (int unit = 0; unit < units; unit++) {
        double[] point = frontier.point(unit);
        double[] direction = frontier.direction(point);
        double expected = frontier.spannedBy(sample).farthest(point, direction, -1).distance();
        double told = technology.distance(point, direction);
        if (Double.isInfinite(expected)) {
          beyond++;
          assertThat(told).isEqualTo(expected);
        } else {
          assertThat(told).isCloseTo(expected, within(1e-10 * (1 + Math.abs(expected))));
        }
      }
    }
    if (measure.returns() == ReturnsToScale.VARIABLE) {
      assertThat(beyond).isPositive();
    }
  }

  /**
   * Districts without a case, or without a fall of mobility, and values that are alike: there
   * multipliers are zero up to rounding. Compared with the programs of a technology that tells
   * nothing by facets.
   */
  @Test
  void zerosAndTiesAreMeasuredAsByPrograms() {
    EfficiencyMeasure measure =
        EfficiencyMeasure.directional(ReturnsToScale.VARIABLE, Disposability.WEAK);
    SplittableRandom random = new SplittableRandom(2);
    int told = 0;
    for (int data = 0; data < 40; data++) {
      Frontier frontier = new Frontier(measure, withZeros(random));
      int units = frontier.covered().length;
      for (int subsample = 0; subsample < 8; subsample++) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, units).boxed().toList());
        Collections.shuffle(order, new Random(random.nextLong()));
        double[][] sample =
            order.stream()
                .limit(Math.max(3, Math.round(Math.pow(units, 0.65))))
                .map(frontier::point)
                .toArray(double[][]::new);
        Technology byFacets = frontier.spannedBy(sample);
        Technology byPrograms = frontier.spannedBy(sample);
        for (int unit : order) {
          double[] point = frontier.point(unit);
          double[] direction = frontier.direction(point);
          double expected = byPrograms.farthest(point, direction, -1).distance();
          double distance = byFacets.distance(point, direction);
          if (Double.isFinite(expected)) {
            told++;
            assertThat(distance).isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
          } else if (distance != expected) {
            // The solver seldom finds no mixture where there is one. What a facet tells is one.
            assertThat(distance).isFinite();
          }
        }
      }
    }
    assertThat(told).isGreaterThan(10_000);
  }

  private static Activities withZeros(SplittableRandom random) {
    int units = 10 + random.nextInt(120);
    boolean areAlike = random.nextBoolean();
    double[][] inputs = new double[units][];
    double[][] outputs = new double[units][];
    double[][] undesirable = new double[units][];
    for (int i = 0; i < units; i++) {
      double fall = areAlike ? random.nextInt(1, 41) / 100.0 : random.nextDouble(0.01, 0.5);
      double kept = areAlike ? random.nextInt(40, 100) / 100.0 : random.nextDouble(0.4, 1.1);
      double cases = areAlike ? random.nextInt(20) / 10.0 : Math.exp(random.nextDouble(-3, 3));
      inputs[i] = new double[] {random.nextInt(5) == 0 ? 0 : fall};
      outputs[i] = new double[] {kept};
      undesirable[i] = new double[] {random.nextInt(5) < 2 ? 0 : cases};
    }
    return new Activities(inputs, outputs, undesirable);
  }
}
