package org.cityeval.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.comparison.Panels.about;
import static org.cityeval.comparison.Panels.beyond;
import static org.cityeval.comparison.Panels.certain;
import static org.cityeval.comparison.Panels.none;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.numeric.statistics.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScorecardTest {
  private static final Composites.Draws DRAWS = new Composites.Draws(200, 0.95, 7);
  private static final Weighting WEIGHTING =
      new Weighting("efficiency", Map.of("E4", 3.0, "E5", 2.0, "P1", 1.0));

  @Test
  void aCompositeIsTheWeightedMeanOfTheScores() {
    // E4 100 scores 100, E5 43 scores 50.5, P1 0.25 scores 25.75.
    Scorecard.Scores scores =
        it(Map.of("E4", certain(100), "E5", certain(43), "P1", certain(0.25)));

    assertThat(scores.composite()).isCloseTo((300 + 101 + 25.75) / 6, within(1e-12));
    assertThat(scores.parts().scores())
        .containsExactly(Map.entry("E4", 100.0), Map.entry("E5", 50.5), Map.entry("P1", 25.75));
    assertThat(scores.parts().contributions().get("E5")).isCloseTo(101 / 6.0, within(1e-12));
    assertThat(scores.dimensions().get(Dimension.EFFICIENCY))
        .isCloseTo((300 + 101) / 5.0, within(1e-12));
    assertThat(scores.dimensions().get(Dimension.PRECISION)).isCloseTo(25.75, within(1e-12));
    assertThat(scores.known()).isEqualTo(new Scorecard.Known(1, 0, 0));
    assertThat(scores.possible()).isEqualTo(new Bounds(scores.composite(), scores.composite()));
    assertThat(scores.interval().low()).isCloseTo(scores.composite(), within(1e-9));
    assertThat(scores.interval().high()).isCloseTo(scores.composite(), within(1e-9));
  }

  @Test
  void aGeometricCompositeAddsUpInLogarithms() {
    Scorecard.Scores scores =
        of(
            Panels.around(Map.of("E4", certain(100), "E5", certain(43), "P1", certain(0.25))),
            Panels.GEOMETRIC,
            1);
    double expected = Math.pow(Math.pow(100, 3) * Math.pow(50.5, 2) * 25.75, 1 / 6.0);

    assertThat(scores.composite()).isCloseTo(expected, within(1e-9));
    assertThat(scores.parts().contributions().values().stream().mapToDouble(c -> c).sum())
        .isCloseTo(Math.log(scores.composite()), within(1e-12));
    assertThat(scores.dimensions().get(Dimension.EFFICIENCY))
        .isCloseTo(Math.pow(Math.pow(100, 3) * Math.pow(50.5, 2), 1 / 5.0), within(1e-9));
  }

  @Test
  void aMissingValueKeepsItsWeightAsAnInterval() {
    // E4 scores 100; E5 and P1 may be anything: 50 + [3/6, 300/6].
    Scorecard.Scores scores = it(Map.of("E4", certain(100), "P1", none(Status.MISSING_INPUT)));

    assertThat(scores.composite()).isCloseTo(50 + 0.5 * 50.5, within(1e-12));
    // E4 has 3 of 6 parts of the weight, so E5 and P1 are missing with the other 3.
    assertThat(scores.known().measured()).isCloseTo(0.5, within(1e-12));
    assertThat(scores.known().missing()).isCloseTo(0.5, within(1e-12));
    assertThat(scores.known().isEnough()).isTrue();
    assertThat(scores.possible()).isEqualTo(new Bounds(50.5, 100));
    assertThat(scores.interval().high() - scores.interval().low()).isGreaterThan(20);
    assertThat(scores.interval().low()).isGreaterThanOrEqualTo(50.5);
  }

  @Test
  void notRecoveringIsWorseThanRecoveringLate() {
    double censored = it(Map.of("E4", certain(100), "E5", beyond(79))).composite();
    double late = it(Map.of("E4", certain(100), "E5", certain(78))).composite();
    double unknown = it(Map.of("E4", certain(100))).composite();

    assertThat(censored).isLessThan(late);
    assertThat(late).isLessThan(unknown);
    // E5 has 2 of 6 parts of the weight.
    Scorecard.Known known = it(Map.of("E5", beyond(79))).known();
    assertThat(known.measured()).isZero();
    assertThat(known.censored()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(known.missing()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(known.isEnough()).isFalse();
  }

  @Test
  void whatWasSeenShortlyMayStillBeGood() {
    // Followed for 43 of 79 days: at best as good as ending then, 50.5; at worst 1.
    Scorecard.Scores scores = it(Map.of("E4", certain(100), "E5", beyond(43), "P1", certain(1)));

    assertThat(scores.possible().low()).isCloseTo((300 + 2 + 100) / 6.0, within(1e-12));
    assertThat(scores.possible().high()).isCloseTo((300 + 101 + 100) / 6.0, within(1e-12));
  }

  @Test
  void whatWasCensoredAtOnceIsNotKnown() {
    // After a follow-up of 0 days any duration is possible, as where there is no value.
    Scorecard.Scores atOnce = it(Map.of("E4", certain(100), "E5", beyond(0), "P1", certain(1)));
    Scorecard.Scores none = it(Map.of("E4", certain(100), "P1", certain(1)));

    assertThat(atOnce).isEqualTo(none);
    assertThat(atOnce.known().missing()).isCloseTo(1.0 / 3, within(1e-12));

    // Where it is so for everyone the indicator has no weight.
    Panel panel =
        new Panel(
            List.of(
                new Judged("a", "x", Map.of("E4", certain(100), "E5", beyond(0))),
                new Judged("b", "x", Map.of("E4", certain(200), "E5", beyond(0)))),
            Panels.SCORED);
    Scorecard.Scores scores = of(panel, Panels.MIN_MAX, 0);
    assertThat(scores.parts().weights()).containsOnlyKeys("E4");
    assertThat(scores.known()).isEqualTo(new Scorecard.Known(1, 0, 0));
  }

  @Test
  void aJudgementWithoutItsOwnDimensionJudgesNothing() {
    Weighting publicValue =
        new Weighting(Weighting.PUBLIC_VALUE, Map.of("efficiency", 1.0, "public_value", 2.0));
    Weighting efficiency = new Weighting(Weighting.EFFICIENCY, Map.of("efficiency", 1.0));
    Panel panel = Panels.around(Map.of("E4", certain(100)));
    Composites composites =
        new Composites(panel, Panels.MIN_MAX, List.of(efficiency, publicValue), DRAWS);

    assertThat(composites.inapplicable(0)).isEmpty();
    assertThat(composites.inapplicable(1))
        .isEqualTo("nobody has a value of its own dimension, Public value");
  }

  @Test
  void anIndicatorThatNobodyHasIsLeftOutForEveryone() {
    Panel panel =
        new Panel(
            List.of(
                new Judged("a", "x", Map.of("E4", certain(100), "P1", certain(0))),
                new Judged("b", "x", Map.of("E4", certain(200), "P1", certain(1)))),
            Panels.SCORED);
    Scorecard.Scores scores = of(panel, Panels.MIN_MAX, 0);

    assertThat(scores.composite()).isCloseTo((300 + 1) / 4.0, within(1e-12));
    assertThat(scores.parts().contributions()).containsOnlyKeys("E4", "P1");
  }

  @Test
  void withoutAnyWeightThereIsNoScore() {
    Composites composites =
        new Composites(
            new Panel(Panels.random(1, 4), Panels.SCORED),
            Panels.MIN_MAX,
            List.of(new Weighting("none", Map.of("S9", 1.0))),
            DRAWS);

    assertThat(composites.inapplicable(0))
        .isEqualTo("nobody has a value of anything that it weighs");
  }

  @Test
  void bothWeightingsSeeTheSameDraws() {
    // Same weights under another name: no difference in any draw, though the values are uncertain.
    Composites composites =
        new Composites(
            new Panel(Panels.random(3, 6), Panels.SCORED),
            Panels.MIN_MAX,
            List.of(WEIGHTING, new Weighting("public_value", WEIGHTING.declared())),
            DRAWS);
    for (int unit = 0; unit < 6; unit++) {
      assertThat(composites.difference(0, 1, 0, unit)).isEqualTo(new Bounds(0, 0));
      // Whatever the draws say, the interval reaches to the difference itself.
      assertThat(composites.difference(3, 1, 0, unit)).isEqualTo(new Bounds(0, 3));
    }
  }

  @Test
  void intervalsAreAsWideAsTheirDegreesOfFreedom() {
    // E4, P1 exact and E5 43 +- 10 with 3 degrees of freedom: 2 of 6 parts of the weight, and a day
    // of E5 is 99/72 points. So the composite's interval is +- 10 * 99/72 / 3, and so is that of
    // the difference from a weighting that leaves E5 out.
    Judged.Value uncertain = new Judged.Value(Status.OK, 43, 33, 53, 0.95, 3);
    Panel panel = Panels.around(Map.of("E4", certain(150), "E5", uncertain, "P1", certain(0.5)));
    Composites composites =
        new Composites(
            panel,
            Panels.MIN_MAX,
            List.of(WEIGHTING, new Weighting("other", Map.of("E4", 1.0))),
            new Composites.Draws(20_000, 0.95, 7));
    Scorecard.Scores scores = composites.scorecard(0).of(1, composites.drawn(0, 1), 0.95);
    double reach = 10 * 99 / 72.0 / 3;

    assertThat(composites.drawn(0, 1).degreesOfFreedom()).isCloseTo(3, within(1e-9));
    assertThat(scores.interval().low()).isCloseTo(scores.composite() - reach, within(0.1));
    assertThat(scores.interval().high()).isCloseTo(scores.composite() + reach, within(0.1));
    assertThat(composites.difference(0, 0, 1, 1).low()).isCloseTo(-reach, within(0.1));
    assertThat(composites.difference(0, 0, 1, 1).high()).isCloseTo(reach, within(0.1));
  }

  @Test
  void theBestUnderBenefitOfTheDoubtHasHundred() {
    CompositeMethod method =
        new CompositeMethod(
            false,
            Normalisation.Method.MIN_MAX,
            WeightMethod.BENEFIT_OF_THE_DOUBT,
            Aggregation.ARITHMETIC,
            Map.of());
    Panel panel =
        Panels.around(Map.of("E4", certain(150), "E5", certain(43), "P1", about(0.5, 0.1)));

    assertThat(of(panel, method, 0).composite()).isCloseTo(100, within(1e-8));
    Scorecard.Scores middle = of(panel, method, 1);
    // All its scores are 50.5, so no weights help it.
    assertThat(middle.composite()).isCloseTo(50.5, within(1e-8));
    middle
        .parts()
        .contributions()
        .forEach(
            (indicator, part) -> {
              double given = WEIGHTING.declared().get(indicator) / 6;
              assertThat(part / middle.composite()).isBetween(given / 2 - 1e-9, given * 2 + 1e-9);
            });
  }

  @Test
  void anIntervalReachesToItsComposite() {
    // Three values that are hardly ever better, and often much worse: so are nearly all draws.
    Scorecard.Scores scores =
        it(
            Map.of(
                "E4", new Judged.Value(Status.OK, 150, 149.9, 190, 0.95),
                "E5", new Judged.Value(Status.OK, 43, 42.9, 75, 0.95),
                "P1", new Judged.Value(Status.OK, 0.5, 0.1, 0.501, 0.95)));

    assertThat(scores.composite()).isCloseTo(50.5, within(1e-9));
    assertThat(scores.interval().high()).isGreaterThanOrEqualTo(scores.composite());
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void contributionsAddUpByAnyMethod(long seed) {
    Panel panel = new Panel(Panels.random(seed, 8), Panels.SCORED);
    for (Normalisation.Method normalisation : Normalisation.Method.values()) {
      for (WeightMethod weights : WeightMethod.values()) {
        for (Aggregation aggregation : Aggregation.values()) {
          if (weights == WeightMethod.BENEFIT_OF_THE_DOUBT
              && aggregation == Aggregation.GEOMETRIC) {
            continue;
          }
          CompositeMethod method =
              new CompositeMethod(
                  seed % 2 == 0, normalisation, weights, aggregation, Map.of("E5", 14.0));
          for (int unit = 0; unit < 8; unit++) {
            Scorecard.Scores scores = of(panel, method, unit);
            double sum = scores.parts().contributions().values().stream().mapToDouble(c -> c).sum();
            assertThat(aggregation.total(sum)).isCloseTo(scores.composite(), within(1e-9));
            assertThat(scores.composite()).isBetween(1 - 1e-9, 100 + 1e-9);
            assertThat(scores.possible().low()).isLessThanOrEqualTo(scores.composite() + 1e-9);
            assertThat(scores.possible().high()).isBetween(scores.composite() - 1e-9, 100.0);
            assertThat(scores.interval().low()).isLessThanOrEqualTo(scores.composite());
            assertThat(scores.interval().high()).isGreaterThanOrEqualTo(scores.composite());
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfUnitsDoesNotMatter(long seed) {
    List<Judged> units = new ArrayList<>(Panels.random(seed, 9));
    Panel sorted = new Panel(units, Panels.SCORED);
    Collections.shuffle(units, new Random(seed));
    Panel shuffled = new Panel(units, Panels.SCORED);

    for (int unit = 0; unit < 9; unit++) {
      assertThat(of(shuffled, Panels.MIN_MAX, unit)).isEqualTo(of(sorted, Panels.MIN_MAX, unit));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void intervalsStayOnTheScaleThoughDrawsDoNot(long seed) {
    Panel panel = new Panel(Panels.random(seed, 5), Panels.SCORED);
    for (CompositeMethod method : List.of(Panels.MIN_MAX, Panels.GEOMETRIC)) {
      for (int unit = 0; unit < 5; unit++) {
        Bounds interval = of(panel, method, unit).interval();
        assertThat(interval.low()).isBetween(1.0, 100.0);
        assertThat(interval.high()).isBetween(1.0, 100.0);
      }
    }
  }

  private static Scorecard.Scores it(Map<String, Judged.Value> values) {
    return of(Panels.around(values), Panels.MIN_MAX, 1);
  }

  private static Scorecard.Scores of(Panel panel, CompositeMethod method, int unit) {
    Composites composites = new Composites(panel, method, List.of(WEIGHTING), DRAWS);
    return composites.scorecard(0).of(unit, composites.drawn(0, unit), 0.95);
  }
}
