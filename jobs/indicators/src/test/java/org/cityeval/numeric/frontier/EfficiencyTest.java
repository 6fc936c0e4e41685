package org.cityeval.numeric.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.numeric.frontier.DeaData.CHARNES;
import static org.cityeval.numeric.frontier.DeaData.CHARNES_ROWS;
import static org.cityeval.numeric.frontier.DeaData.units;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.cityeval.numeric.ReferenceData;
import org.cityeval.numeric.statistics.Moments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EfficiencyTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @ParameterizedTest
  @CsvSource({
    "INPUT, CONSTANT, 10",
    "OUTPUT, CONSTANT, 11",
    "INPUT, VARIABLE, 12",
    "OUTPUT, VARIABLE, 13",
    "INPUT, DECREASING, 14",
    "OUTPUT, DECREASING, 15",
    "INPUT, INCREASING, 16",
    "OUTPUT, INCREASING, 17"
  })
  void equalsBenchmarkingAtEachOfSeventySites(
      Orientation orientation, ReturnsToScale returns, int column) {
    double[] scores = Efficiency.of(EfficiencyMeasure.radial(orientation, returns), CHARNES);
    assertThat(stated(orientation, scores))
        .containsExactly(DeaData.column(CHARNES_ROWS, column), CLOSE);
  }

  @ParameterizedTest
  @CsvSource({
    "INPUT, CONSTANT, 0.93776520",
    "OUTPUT, CONSTANT, 1.0700342",
    "INPUT, VARIABLE, 0.95343110",
    "OUTPUT, VARIABLE, 1.0527797",
    "INPUT, DECREASING, 0.9443789",
    "INPUT, INCREASING, 0.9468174"
  })
  void hasTheMeanOfBenchmarking(Orientation orientation, ReturnsToScale returns, double mean) {
    double[] scores = Efficiency.of(EfficiencyMeasure.radial(orientation, returns), CHARNES);
    assertThat(Moments.mean(stated(orientation, scores))).isCloseTo(mean, within(5e-8));
  }

  @ParameterizedTest
  @CsvSource({"CONSTANT, 19", "VARIABLE, 27"})
  void findsTheEfficientSitesOfBenchmarking(ReturnsToScale returns, int efficient) {
    double[] scores = Efficiency.of(EfficiencyMeasure.radial(Orientation.INPUT, returns), CHARNES);
    assertThat(Arrays.stream(scores).filter(score -> score == 1)).hasSize(efficient);
  }

  @ParameterizedTest
  @CsvSource({"CONSTANT, 18", "VARIABLE, 19"})
  void amongOthersEqualsTheSuperEfficiencyOfBenchmarking(ReturnsToScale returns, int column) {
    double[] scores =
        Efficiency.amongOthers(EfficiencyMeasure.radial(Orientation.INPUT, returns), CHARNES);
    double[] expected = DeaData.column(CHARNES_ROWS, column);
    for (int i = 0; i < expected.length; i++) {
      // The other solver stops at a tolerance of its own, which shows beyond the frontier.
      assertThat(scores[i]).isCloseTo(expected[i], within(1e-8));
    }
    assertThat(Arrays.stream(scores).filter(Double::isInfinite))
        .hasSize(returns == ReturnsToScale.VARIABLE ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "INPUT, VARIABLE, 4",
    "OUTPUT, VARIABLE, 5",
    "INPUT, DECREASING, 6",
    "OUTPUT, DECREASING, 7",
    "INPUT, CONSTANT, 8",
    "OUTPUT, CONSTANT, 9",
    "INPUT, INCREASING, 10",
    "OUTPUT, INCREASING, 11"
  })
  void equalsBenchmarkingOnTheTextbookUnits(
      Orientation orientation, ReturnsToScale returns, int column) {
    List<double[]> rows = ReferenceData.rows("dea_toy_bogetoft_otto.csv");
    Activities toy = Activities.of(DeaData.columns(rows, 0, 1), DeaData.columns(rows, 1, 2));
    double[] scores = Efficiency.of(EfficiencyMeasure.radial(orientation, returns), toy);
    assertThat(stated(orientation, scores)).containsExactly(DeaData.column(rows, column), CLOSE);
  }

  @ParameterizedTest
  @CsvSource({
    "CONSTANT, STRONG, crs_strong",
    "CONSTANT, WEAK, crs_weak",
    "VARIABLE, STRONG, vrs_strong"
  })
  void equalsTheDirectionalDistanceOfBenchmarkingAndHighs(
      ReturnsToScale returns, Disposability disposability, String name) {
    JsonNode toy = ReferenceData.json("dea_ddf_bad_output_toy.json");
    Activities activities =
        new Activities(
            units(ReferenceData.array(toy.get("x"))),
            units(ReferenceData.array(toy.get("good"))),
            units(ReferenceData.array(toy.get("bad"))));
    double[] scores =
        Efficiency.of(EfficiencyMeasure.directional(returns, disposability), activities);
    double[] beta = Arrays.stream(scores).map(score -> 1 / score - 1).toArray();
    double[] expected = ReferenceData.array(toy.get("beta").get(name));
    for (int i = 0; i < expected.length; i++) {
      assertThat(beta[i]).isCloseTo(expected[i], within(1e-9));
    }
  }

  /** Twelve measures of twelve units each: plain, tied with zeros, and widely skewed. */
  @ParameterizedTest
  @MethodSource("smallCases")
  void equalsTheFullProgramsSolvedByHighs(JsonNode units) {
    for (JsonNode expected : units.get("measures")) {
      EfficiencyMeasure measure =
          new EfficiencyMeasure(
              Orientation.valueOf(expected.get("orientation").asText()),
              ReturnsToScale.valueOf(expected.get("returns").asText()),
              Disposability.valueOf(expected.get("disposability").asText()));
      boolean directional = measure.orientation() == Orientation.DIRECTIONAL;
      double[][] inputs = table(units.get("inputs"));
      double[][] outputs = table(units.get("outputs"));
      Activities activities =
          directional
              ? new Activities(inputs, outputs, table(units.get("undesirable")))
              : Activities.of(inputs, outputs);
      assertSame(Efficiency.of(measure, activities), expected.get("scores"), measure);
      assertSame(
          Efficiency.amongOthers(measure, activities), expected.get("among_others"), measure);
    }
  }

  @Test
  void againstOthersIsWorkedByHand() {
    Activities reference = Activities.of(units(10, 20), units(10, 15));
    Activities others = Activities.of(units(5, 15, 30), units(8, 10, 16));
    EfficiencyMeasure constant =
        EfficiencyMeasure.radial(Orientation.INPUT, ReturnsToScale.CONSTANT);
    // Output per input over the best, which is 1.
    assertThat(Efficiency.against(constant, others, reference))
        .containsExactly(new double[] {1.6, 2 / 3.0, 16 / 30.0}, CLOSE);
    EfficiencyMeasure variable =
        EfficiencyMeasure.radial(Orientation.INPUT, ReturnsToScale.VARIABLE);
    // Ten will do for 8 and for 10; no mixture yields 16.
    assertThat(Efficiency.against(variable, others, reference))
        .containsExactly(new double[] {2, 2 / 3.0, INFINITE}, CLOSE);
    EfficiencyMeasure output =
        EfficiencyMeasure.radial(Orientation.OUTPUT, ReturnsToScale.VARIABLE);
    // No mixture gets by with 5; at 15 the frontier yields 12.5.
    assertThat(Efficiency.against(output, others, reference))
        .containsExactly(new double[] {INFINITE, 0.8, 16 / 15.0}, CLOSE);
  }

  @Test
  void abatesAlongWithTheOutputsWhereDisposabilityIsWeak() {
    Activities activities = new Activities(units(1, 1), units(2, 1), units(2, 3));
    EfficiencyMeasure strong =
        EfficiencyMeasure.directional(ReturnsToScale.VARIABLE, Disposability.STRONG);
    // Nobody was seen with less than 2 of the bad: 3 (1 - beta) = 2.
    assertThat(Efficiency.of(strong, activities))
        .containsExactly(new double[] {1, 1 / (1 + 1 / 3.0)}, CLOSE);
    EfficiencyMeasure weak =
        EfficiencyMeasure.directional(ReturnsToScale.VARIABLE, Disposability.WEAK);
    // Three quarters of the first, the input kept: 1.5 of both, beta 1/2.
    assertThat(Efficiency.of(weak, activities)).containsExactly(new double[] {1, 1 / 1.5}, CLOSE);
  }

  @ParameterizedTest
  @EnumSource(ReturnsToScale.class)
  void isOneForAUnitAlone(ReturnsToScale returns) {
    Activities one = Activities.of(units(3), units(5));
    for (Orientation orientation : List.of(Orientation.INPUT, Orientation.OUTPUT)) {
      EfficiencyMeasure measure = EfficiencyMeasure.radial(orientation, returns);
      assertThat(Efficiency.of(measure, one)).containsExactly(1);
      assertThat(Efficiency.amongOthers(measure, one)).containsExactly(INFINITE);
    }
  }

  @ParameterizedTest
  @EnumSource(ReturnsToScale.class)
  void isOneForAllWhereAllAreEqual(ReturnsToScale returns) {
    Activities equal = Activities.of(units(3, 3, 3, 3), units(5, 5, 5, 5));
    for (Orientation orientation : List.of(Orientation.INPUT, Orientation.OUTPUT)) {
      EfficiencyMeasure measure = EfficiencyMeasure.radial(orientation, returns);
      assertThat(Efficiency.of(measure, equal)).containsExactly(1, 1, 1, 1);
      assertThat(Efficiency.amongOthers(measure, equal)).containsExactly(1, 1, 1, 1);
    }
  }

  @Test
  void leavesOutUnitsThatCannotBeMeasured() {
    double[][] inputs = {{2, 1}, {Double.NaN, 1}, {0, 0}, {-1, 2}, {4, 2}, {2, 0}};
    double[][] outputs = {{2}, {9}, {9}, {9}, {1}, {0}};
    EfficiencyMeasure measure =
        EfficiencyMeasure.radial(Orientation.INPUT, ReturnsToScale.CONSTANT);
    Activities all = Activities.of(inputs, outputs);
    double nan = Double.NaN;
    assertThat(Efficiency.of(measure, all))
        .containsExactly(new double[] {1, nan, nan, nan, 0.25, nan}, CLOSE);
    assertThat(Efficiency.amongOthers(measure, all)[1]).isNaN();
    assertThat(Efficiency.against(measure, all, all)[2]).isNaN();
    Activities none = Activities.of(new double[][] {{0}}, units(1));
    assertThat(Efficiency.of(measure, none)).containsExactly(nan);
    assertThat(Efficiency.against(measure, Activities.of(units(1), units(1)), none))
        .containsExactly(nan);
    assertThat(Efficiency.of(measure, Activities.of(new double[0][1], new double[0][1]))).isEmpty();
  }

  @Test
  void takesAZeroOutputWhereReturnsAreVariable() {
    Activities activities = Activities.of(units(2, 4, 4), units(0, 0, 8));
    EfficiencyMeasure measure =
        EfficiencyMeasure.radial(Orientation.INPUT, ReturnsToScale.VARIABLE);
    // The second could do its nothing with the input of the first.
    assertThat(Efficiency.of(measure, activities)).containsExactly(new double[] {1, 0.5, 1}, CLOSE);
  }

  @Test
  void takesADistrictWithoutUndesirableOutput() {
    Activities activities = new Activities(units(2, 2, 2), units(4, 2, 2), units(0, 0, 1));
    EfficiencyMeasure measure =
        EfficiencyMeasure.directional(ReturnsToScale.VARIABLE, Disposability.STRONG);
    // Doubling reaches the first; it also means none of the undesirable, which is all of it.
    assertThat(Efficiency.of(measure, activities))
        .containsExactly(new double[] {1, 0.5, 0.5}, CLOSE);
  }

  @Test
  void refusesMeasuresThatDoNotExist() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> EfficiencyMeasure.directional(ReturnsToScale.DECREASING, Disposability.WEAK));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> EfficiencyMeasure.radial(Orientation.DIRECTIONAL, ReturnsToScale.CONSTANT));
    Activities polluting = new Activities(units(1), units(1), units(1));
    EfficiencyMeasure radial = EfficiencyMeasure.radial(Orientation.INPUT, ReturnsToScale.CONSTANT);
    assertThatIllegalArgumentException().isThrownBy(() -> Efficiency.of(radial, polluting));
  }

  static List<JsonNode> smallCases() {
    return StreamSupport.stream(ReferenceData.json("dea_small_highs.json").spliterator(), false)
        .toList();
  }

  /** Benchmarking states output efficiency as the factor of growth, 1 or more. */
  private static double[] stated(Orientation orientation, double[] scores) {
    return orientation == Orientation.INPUT
        ? scores
        : Arrays.stream(scores).map(score -> 1 / score).toArray();
  }

  private static void assertSame(double[] scores, JsonNode expected, EfficiencyMeasure measure) {
    for (int i = 0; i < scores.length; i++) {
      double score = expected.get(i).isNull() ? INFINITE : expected.get(i).asDouble();
      assertThat(scores[i]).as("%s, unit %d", measure, i).isCloseTo(score, within(1e-8));
    }
  }

  private static double[][] table(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(ReferenceData::array)
        .toArray(double[][]::new);
  }
}
