package org.cityeval.job.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.cityeval.compare.ComparisonScope;
import org.cityeval.comparison.CompositeMethod;
import org.cityeval.comparison.WeightMethod;
import org.cityeval.comparison.Weighting;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.TinyDistricts;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonScopesTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2020, 4, 10);

  @TempDir private Path folder;

  private ComparisonScope read(String comparison) {
    return ComparisonScopes.read(
        TinyLake.in(folder)
            .configure("comparison:\n  draws: 200\n", comparison)
            .configure("replicates: 50", "replicates: 50, level: 0.9, seed: 7")
            .beginWithoutSession(),
        TinyDistricts.all(),
        PUBLISHED);
  }

  @Test
  void whatTheConfigSaysOfAComparisonIsTakenOver() {
    ComparisonScope scope =
        read(
            """
            comparison:
              draws: 300
              choice_draws: 40
              composite:
                outliers: winsorise
                normalisation: z_score
                weights: equal
                aggregation: geometric
              groups: {west: [C, A]}
              peers: {variables: {population: log}, count: 2, groups: 3}
            """);

    assertThat(scope.evaluationId()).isEqualTo("tiny");
    assertThat(scope.asOf()).isEqualTo(PUBLISHED);
    assertThat(scope.composite())
        .isEqualTo(
            new CompositeMethod(
                true,
                Normalisation.Method.Z_SCORE,
                WeightMethod.EQUAL,
                Aggregation.GEOMETRIC,
                Map.of()));
    assertThat(scope.draws()).isEqualTo(new ComparisonScope.Draws(300, 40, 0.9, 7));
    assertThat(scope.groups())
        .extracting(ComparisonScope.NamedGroup::name, ComparisonScope.NamedGroup::members)
        .containsExactly(tuple("west", Set.of("A", "C")));
    assertThat(scope.peers().count()).isEqualTo(2);
    assertThat(scope.peers().groups()).isEqualTo(3);
    assertThat(scope.peers().variables())
        .extracting(variable -> variable.name() + " " + variable.scale())
        .containsExactly("population LOG");
  }

  /** What is written in the schema as the default. */
  @Test
  void whatTheConfigLeavesOutIsTheDefault() {
    ComparisonScope scope = read("comparison:\n  draws: 200\n");

    assertThat(scope.composite())
        .isEqualTo(
            new CompositeMethod(
                false,
                Normalisation.Method.MIN_MAX,
                WeightMethod.GIVEN,
                Aggregation.ARITHMETIC,
                Map.of()));
    assertThat(scope.draws()).isEqualTo(new ComparisonScope.Draws(200, 100, 0.9, 7));
    assertThat(scope.groups()).isEmpty();
    assertThat(scope.peers().variables()).isEmpty();
    assertThat(scope.peers().count()).isEqualTo(5);
  }

  /** E4 is resumption_loss_area; a dimension is called by its name alone. */
  @Test
  void indicatorsThatAreCalledByTheirNameAreTakenByTheirId() {
    ComparisonScope scope =
        read(
            """
            comparison:
              draws: 200
              composite: {normalisation: distance_to_target, targets: {resumption_loss_area: 14, E2: 3}}
              weightings:
                efficiency: {efficiency: 0.6, resumption_loss_area: 0.25, precision: 0.4}
                public_value: {public_value: 0.5, E4: 0.125}
            """);

    assertThat(scope.composite().targets()).isEqualTo(Map.of("E4", 14.0, "E2", 3.0));
    assertThat(scope.weightings())
        .containsExactly(
            new Weighting("efficiency", Map.of("efficiency", 0.6, "E4", 0.25, "precision", 0.4)),
            new Weighting("public_value", Map.of("public_value", 0.5, "E4", 0.125)));
  }

  @Test
  void aGroupOfSomebodyOnNoListIsRefused() {
    assertThatThrownBy(() -> read("comparison:\n  draws: 200\n  groups: {west: [A, Z]}\n"))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("Z");
  }
}
