package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.config.check.RuleFindings.told;
import static org.cityeval.config.check.RuleFindings.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonRulesTest {
  private static List<String> problems(String yaml) throws JsonProcessingException {
    Findings findings = new Findings("f");
    new ComparisonRules(findings, tree(yaml)).check();
    return told(findings);
  }

  private static List<String> comparison(String keys) throws JsonProcessingException {
    return problems("comparison: {" + keys + "}");
  }

  @Test
  void weightsAreOfDimensionsAndIndicators() throws JsonProcessingException {
    assertThat(comparison("weightings: {mine: {efficiency: 1, E4: 2}}")).isEmpty();
    assertThat(comparison("weightings: {mine: {efficency: 1, Z9: 2}}"))
        .containsExactlyInAnyOrder(
            "comparison.weightings.mine.efficency: unknown dimension or indicator `efficency`",
            "comparison.weightings.mine.Z9: unknown dimension or indicator `Z9`");
  }

  @Test
  void benefitOfTheDoubtIsASum() throws JsonProcessingException {
    assertThat(comparison("composite: {weights: benefit_of_the_doubt, aggregation: geometric}"))
        .containsExactly(
            "comparison.composite.aggregation: benefit of the doubt has no geometric mean");
    assertThat(comparison("composite: {weights: benefit_of_the_doubt, aggregation: arithmetic}"))
        .isEmpty();
    assertThat(comparison("composite: {weights: declared, aggregation: geometric}")).isEmpty();
  }

  @Test
  void targetsAreOfIndicatorsAndReadByOneNormalisation() throws JsonProcessingException {
    assertThat(comparison("composite: {normalisation: distance_to_target, targets: {E4: 100}}"))
        .isEmpty();
    assertThat(comparison("composite: {normalisation: goalposts, targets: {E4: 100}}"))
        .containsExactly("comparison.composite.targets: targets without distance_to_target");
    assertThat(comparison("composite: {normalisation: distance_to_target, targets: {X4: 1}}"))
        .containsExactly("comparison.composite.targets.X4: unknown indicator `X4`");
  }

  @Test
  void groupsAndVariablesHaveNamesOfTheirOwn() throws JsonProcessingException {
    assertThat(comparison("groups: {all: {}}"))
        .containsExactly("comparison.groups.all: `all` is a group of its own");
    assertThat(problems("districts: {attributes: {population: p, income: i}}"))
        .containsExactly("districts.attributes.population: `population` is a variable of its own");
  }

  @Test
  void peersAreFoundByVariablesThatAreThere() throws JsonProcessingException {
    String peers = "comparison: {peers: {groups: 2, variables: {income: log, density: log}}}";

    assertThat(problems(peers))
        .containsExactlyInAnyOrder(
            "comparison.peers.variables.income: unknown variable `income`",
            "comparison.peers.variables.density: no density without polygons");
    assertThat(problems("districts: {geometry: {path: p}, attributes: {income: i}}\n" + peers))
        .isEmpty();
  }

  @Test
  void oneGroupOfPeersIsNone() throws JsonProcessingException {
    assertThat(comparison("peers: {groups: 1}"))
        .containsExactly("comparison.peers.groups: one group is none");
    assertThat(comparison("peers: {groups: 0}")).isEmpty();
  }
}
