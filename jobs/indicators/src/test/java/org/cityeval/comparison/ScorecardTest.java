package org.cityeval.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.statistics.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScorecardTest {
  private static final double NONE = Double.NaN;
  private static final Scorecard.Draws DRAWS = new Scorecard.Draws(200, 0.95, 7);
  private static final Map<String, Dimension> DIMENSIONS =
      Map.of("E4", Dimension.EFFICIENCY, "E5", Dimension.EFFICIENCY, "P1", Dimension.PRECISION);
  private static final Map<String, Goalposts> GOALPOSTS =
      Map.of(
          "E4", Goalposts.of(Direction.LOWER, 100, 200),
          "E5", Goalposts.of(Direction.LOWER, 7, 79),
          "P1", Goalposts.of(Direction.HIGHER, 0, 1));
  private static final Weighting WEIGHTING =
      new Weighting("efficiency", Map.of("E4", 3.0, "E5", 2.0, "P1", 1.0));

  @Test
  void aCompositeIsTheWeightedMeanOfTheScores() {
    // E4 100 scores 100, E5 43 scores 50.5, P1 0.25 scores 25.75.
    Scorecard.Scores scores =
        only(Map.of("E4", certain(100), "E5", certain(43), "P1", certain(0.25)));

    assertThat(scores.composite()).isCloseTo((300 + 101 + 25.75) / 6, within(1e-12));
    assertThat(scores.contributions())
        .containsExactly(
            Map.entry("E4", 100 * 3.0 / 6),
            Map.entry("E5", 50.5 * 2.0 / 6),
            Map.entry("P1", 25.75 / 6));
    assertThat(scores.dimensions())
        .containsExactly(
            Map.entry(Dimension.EFFICIENCY, (300 + 101) / 5.0),
            Map.entry(Dimension.PRECISION, 25.75));
    assertThat(scores.measuredWeight()).isCloseTo(1, within(1e-12));
    assertThat(scores.interval().low()).isCloseTo(scores.composite(), within(1e-9));
    assertThat(scores.interval().high()).isCloseTo(scores.composite(), within(1e-9));
  }

  @Test
  void aMissingValueKeepsItsWeightAsAnInterval() {
    // E4 scores 100; E5 and P1 may be anything: 50 + [3/6, 300/6].
    Scorecard.Scores scores = only(Map.of("E4", certain(100), "P1", none(Status.MISSING_INPUT)));

    assertThat(scores.composite()).isCloseTo(50 + 0.5 * 50.5, within(1e-12));
    assertThat(scores.measuredWeight()).isCloseTo(0.5, within(1e-12));
    assertThat(Arrays.stream(scores.draws())).allMatch(draw -> draw >= 50.5 && draw <= 100);
    assertThat(scores.interval().high() - scores.interval().low()).isGreaterThan(20);
  }

  @Test
  void notRecoveringIsWorseThanRecoveringLate() {
    Judged.Value notYet = new Judged.Value(Status.CENSORED, NONE, 79, NONE, NONE);
    double censored = only(Map.of("E4", certain(100), "E5", notYet)).composite();
    double late = only(Map.of("E4", certain(100), "E5", certain(78))).composite();
    double unknown = only(Map.of("E4", certain(100))).composite();

    assertThat(censored).isLessThan(late);
    assertThat(late).isLessThan(unknown);
    assertThat(only(Map.of("E5", notYet)).measuredWeight()).isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void anIndicatorThatNobodyHasIsLeftOutForEveryone() {
    Map<String, Goalposts> without = new TreeMap<>(GOALPOSTS);
    without.remove("E5");
    Scorecard.Scores scores =
        Scorecard.of(
                List.of(new Judged("a", Map.of("E4", certain(100), "P1", certain(0.25)))),
                without,
                DIMENSIONS,
                WEIGHTING,
                DRAWS)
            .get(0);

    assertThat(scores.composite()).isCloseTo((300 + 25.75) / 4, within(1e-12));
    assertThat(scores.contributions()).containsOnlyKeys("E4", "P1");
  }

  @Test
  void withoutAnyWeightThereIsNoScore() {
    assertThat(
            Scorecard.of(
                panel(1), GOALPOSTS, DIMENSIONS, new Weighting("none", Map.of("S9", 1.0)), DRAWS))
        .isEmpty();
  }

  @Test
  void aWeightingDoesNotDifferFromItself() {
    Scorecard.Scores scores = of(panel(3), WEIGHTING).get(0);

    assertThat(Scorecard.difference(scores, scores, 0.95)).isEqualTo(new Bounds(0, 0));
  }

  @Test
  void bothWeightingsSeeTheSameDraws() {
    // Same weights under another name: no difference in any draw, though the values are uncertain.
    List<Scorecard.Scores> one = of(panel(3), WEIGHTING);
    List<Scorecard.Scores> other = of(panel(3), new Weighting("public_value", WEIGHTING.weights()));

    for (int unit = 0; unit < one.size(); unit++) {
      assertThat(Scorecard.difference(one.get(unit), other.get(unit), 0.95))
          .isEqualTo(new Bounds(0, 0));
      assertThat(one.get(unit).interval().high()).isGreaterThan(one.get(unit).interval().low());
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCompositeIsTheSumOfItsContributions(long seed) {
    for (Scorecard.Scores scores : of(panel(seed), WEIGHTING)) {
      double sum = scores.contributions().values().stream().mapToDouble(c -> c).sum();
      assertThat(scores.composite()).isCloseTo(sum, within(1e-9));
      assertThat(scores.composite()).isBetween(1.0, 100.0);
      assertThat(Arrays.stream(scores.draws()))
          .allMatch(draw -> draw >= 1 - 1e-9 && draw <= 100 + 1e-9);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfUnitsDoesNotMatter(long seed) {
    List<Judged> shuffled = new ArrayList<>(panel(seed));
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(of(shuffled, WEIGHTING))
        .usingRecursiveComparison()
        .isEqualTo(of(panel(seed), WEIGHTING));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aUnitIsScoredTheSameWhoeverElseIsInTheGroup(long seed) {
    List<Judged> panel = panel(seed);

    assertThat(of(panel.subList(0, 1), WEIGHTING).get(0))
        .usingRecursiveComparison()
        .isEqualTo(of(panel, WEIGHTING).get(0));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theUnitOfAnIndicatorDoesNotMatter(long seed) {
    // Degrees Fahrenheit for Celsius: y = 1.8 x + 32, in the values and so in the goalposts.
    UnaryOperator<Judged.Value> change =
        v ->
            new Judged.Value(
                v.status(),
                1.8 * v.value() + 32,
                1.8 * v.low() + 32,
                1.8 * v.high() + 32,
                v.level());
    List<Judged> changed = new ArrayList<>();
    for (Judged unit : panel(seed)) {
      Map<String, Judged.Value> values = new TreeMap<>(unit.values());
      values.computeIfPresent("E4", (id, value) -> change.apply(value));
      changed.add(new Judged(unit.unitId(), values));
    }
    Map<String, Goalposts> goalposts = new TreeMap<>(GOALPOSTS);
    goalposts.put("E4", Goalposts.of(Direction.LOWER, 1.8 * 100 + 32, 1.8 * 200 + 32));
    List<Scorecard.Scores> before = of(panel(seed), WEIGHTING);
    List<Scorecard.Scores> after = Scorecard.of(changed, goalposts, DIMENSIONS, WEIGHTING, DRAWS);

    for (int unit = 0; unit < before.size(); unit++) {
      assertThat(after.get(unit).composite()).isCloseTo(before.get(unit).composite(), within(1e-9));
      assertThat(after.get(unit).draws()).containsExactly(before.get(unit).draws(), within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void onlyTheRatioOfWeightsMatters(long seed) {
    Map<String, Double> tenfold = new TreeMap<>();
    WEIGHTING.weights().forEach((id, weight) -> tenfold.put(id, 10 * weight));
    List<Scorecard.Scores> before = of(panel(seed), WEIGHTING);
    List<Scorecard.Scores> after = of(panel(seed), new Weighting("tenfold", tenfold));

    for (int unit = 0; unit < before.size(); unit++) {
      assertThat(after.get(unit).composite()).isCloseTo(before.get(unit).composite(), within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doingBetterNeverLowersTheComposite(long seed) {
    for (Judged unit : panel(seed)) {
      Map<String, Judged.Value> better = new TreeMap<>(unit.values());
      better.computeIfPresent(
          "P1",
          (id, v) ->
              new Judged.Value(
                  v.status(), v.value() + 0.1, v.low() + 0.1, v.high() + 0.1, v.level()));

      assertThat(only(better).composite()).isGreaterThanOrEqualTo(only(unit.values()).composite());
    }
  }

  private static List<Scorecard.Scores> of(List<Judged> units, Weighting weighting) {
    return Scorecard.of(units, GOALPOSTS, DIMENSIONS, weighting, DRAWS);
  }

  private static Scorecard.Scores only(Map<String, Judged.Value> values) {
    return of(List.of(new Judged("a", values)), WEIGHTING).get(0);
  }

  /** Six units with uncertain, censored and missing values. */
  private static List<Judged> panel(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Judged> units = new ArrayList<>();
    for (int unit = 0; unit < 6; unit++) {
      Map<String, Judged.Value> values = new TreeMap<>();
      values.put("E4", uncertain(random.nextDouble(100, 200), random.nextDouble(0, 20)));
      values.put(
          "E5",
          random.nextInt(3) == 0
              ? new Judged.Value(Status.CENSORED, NONE, random.nextDouble(7, 79), NONE, NONE)
              : uncertain(random.nextDouble(7, 79), random.nextDouble(0, 10)));
      if (random.nextInt(4) > 0) {
        values.put("P1", uncertain(random.nextDouble(), random.nextDouble(0, 0.2)));
      }
      units.add(new Judged("u" + unit, values));
    }
    return units;
  }

  private static Judged.Value certain(double value) {
    return new Judged.Value(Status.OK, value, value, value, 0.95);
  }

  private static Judged.Value uncertain(double value, double side) {
    return new Judged.Value(Status.OK, value, value - side, value + side, 0.95);
  }

  private static Judged.Value none(Status status) {
    return new Judged.Value(status, NONE, NONE, NONE, NONE);
  }
}
