package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityeval.comparison.GroupNames;
import org.cityeval.comparison.PeerVariables;
import org.cityeval.comparison.WeightMethod;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Indicators;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.numeric.composite.Normalisation;

/** What the parts of a comparison ask of each other. */
final class ComparisonRules {
  private final Findings findings;
  private final JsonNode config;
  private final JsonNode comparison;

  ComparisonRules(Findings findings, JsonNode config) {
    this.findings = findings;
    this.config = config;
    this.comparison = config.path("comparison");
  }

  void check() {
    weightings();
    composite();
    groups();
    peers();
  }

  private void weightings() {
    List<String> dimensions = Stream.of(Dimension.values()).map(Dimension::id).toList();
    for (Map.Entry<String, JsonNode> weighting : comparison.path("weightings").properties()) {
      for (String name : ConfigRules.names(weighting.getValue())) {
        if (!dimensions.contains(name) && Indicators.find(name).isEmpty()) {
          findings.add(
              "comparison.weightings." + weighting.getKey() + "." + name,
              "unknown dimension or indicator `" + name + "`",
              "dimensions are " + String.join(", ", dimensions),
              SchemaFindings.nearest(
                  name, indicatorsAnd(dimensions), "see `cityeval list indicators`"));
        }
      }
    }
  }

  private void composite() {
    JsonNode composite = comparison.path("composite");
    if (composite.path("weights").asText().equals(WeightMethod.BENEFIT_OF_THE_DOUBT.id())
        && composite.path("aggregation").asText().equals(Aggregation.GEOMETRIC.id())) {
      findings.add(
          "comparison.composite.aggregation",
          "benefit of the doubt has no geometric mean",
          "its weights are those that make a sum largest",
          "use arithmetic, or other weights");
    }
    Set<String> targets = ConfigRules.names(composite.path("targets"));
    if (!targets.isEmpty()
        && !composite
            .path("normalisation")
            .asText()
            .equals(Normalisation.Method.DISTANCE_TO_TARGET.id())) {
      findings.add(
          "comparison.composite.targets",
          "targets without distance_to_target",
          "no other normalisation reads them",
          "set normalisation: distance_to_target, or leave targets out");
    }
    for (String name : targets) {
      if (Indicators.find(name).isEmpty()) {
        findings.add(
            "comparison.composite.targets." + name,
            "unknown indicator `" + name + "`",
            "a target is a value of one indicator",
            SchemaFindings.nearest(
                name, indicatorsAnd(List.of()), "see `cityeval list indicators`"));
      }
    }
  }

  private void groups() {
    for (String name : ConfigRules.names(comparison.path("groups"))) {
      if (GroupNames.OWN.contains(name)) {
        findings.add(
            "comparison.groups." + name,
            "`" + name + "` is a group of its own",
            "groups that are always there are " + String.join(", ", new TreeSet<>(GroupNames.OWN)),
            "choose another name");
      }
    }
  }

  private void peers() {
    Set<String> attributes = ConfigRules.names(config.path("districts").path("attributes"));
    Set<String> known = new TreeSet<>(PeerVariables.OWN);
    for (String name : attributes) {
      if (!known.add(name)) {
        findings.add(
            "districts.attributes." + name,
            "`" + name + "` is a variable of its own",
            "own are " + String.join(", ", new TreeSet<>(PeerVariables.OWN)),
            "choose another name");
      }
    }
    if (comparison.path("peers").path("groups").asInt() == 1) {
      findings.add(
          "comparison.peers.groups",
          "one group is none",
          "everyone would be in it",
          "give 2 or more, or 0 for no groups");
    }
    for (String name : ConfigRules.names(comparison.path("peers").path("variables"))) {
      String key = "comparison.peers.variables." + name;
      if (!known.contains(name)) {
        findings.add(
            key,
            "unknown variable `" + name + "`",
            "variables are " + String.join(", ", known),
            SchemaFindings.nearest(name, known, "declare it under districts.attributes"));
      }
      if (name.equals(PeerVariables.DENSITY) && !config.path("districts").has("geometry")) {
        findings.add(
            key,
            "no density without polygons",
            "it is residents per square kilometre of the polygon",
            "give districts.geometry, or declare it under another name in"
                + " districts.attributes");
      }
    }
  }

  private static Set<String> indicatorsAnd(List<String> dimensions) {
    Set<String> names =
        Indicators.ALL.stream()
            .flatMap(indicator -> Stream.of(indicator.spec().id(), indicator.spec().name()))
            .collect(Collectors.toCollection(TreeSet::new));
    names.addAll(dimensions);
    return names;
  }
}
