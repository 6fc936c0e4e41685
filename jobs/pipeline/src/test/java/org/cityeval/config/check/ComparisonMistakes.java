package org.cityeval.config.check;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes about comparisons, in the form of {@link ConfigMistakes}. */
final class ComparisonMistakes {
  private ComparisonMistakes() {}

  static Stream<Arguments> all() {
    return Stream.of(
        mistake(
            "{composite: {weights: benefit_of_the_doubt, aggregation: geometric}}",
            "comparison.composite.aggregation",
            "benefit of the doubt has no geometric mean",
            "use arithmetic, or other weights"),
        mistake(
            "{composite: {targets: {E2: 14}}}",
            "comparison.composite.targets",
            "targets without distance_to_target",
            "set normalisation: distance_to_target, or leave targets out"),
        mistake(
            "{composite: {normalisation: distance_to_target, targets: {recovery_tme: 14}}}",
            "comparison.composite.targets.recovery_tme",
            "unknown indicator `recovery_tme`",
            "did you mean `recovery_time`?"),
        mistake(
            "{groups: {peers: [a, b]}}",
            "comparison.groups.peers",
            "`peers` is a group of its own",
            "choose another name"),
        mistake(
            "{peers: {variables: {populaton: log}}}",
            "comparison.peers.variables.populaton",
            "unknown variable `populaton`",
            "did you mean `population`?"),
        mistake(
            "{peers: {variables: {population: log}, groups: 1}}",
            "comparison.peers.groups",
            "one group is none",
            "give 2 or more, or 0 for no groups"),
        mistake(
            "{peers: {variables: {density: log}}}",
            "comparison.peers.variables.density",
            "no density without polygons",
            "give districts.geometry, or declare it under another name in districts.attributes"),
        arguments(
            "  code_system: our own",
            "  code_system: our own\n  attributes: {population: residents}",
            9,
            "districts.attributes.population",
            "`population` is a variable of its own",
            "choose another name"));
  }

  private static Arguments mistake(String comparison, String key, String problem, String fix) {
    return arguments("panel:\n", "comparison: " + comparison + "\npanel:\n", 34, key, problem, fix);
  }
}
