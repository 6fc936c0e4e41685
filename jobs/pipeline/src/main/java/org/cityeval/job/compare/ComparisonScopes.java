package org.cityeval.job.compare;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.compare.ComparisonScope;
import org.cityeval.comparison.CompositeMethod;
import org.cityeval.comparison.Weighting;
import org.cityeval.config.ComparisonConfig;
import org.cityeval.config.IndicatorsConfig;
import org.cityeval.indicator.Indicators;
import org.cityeval.numeric.neighbours.PeerSpace;
import org.cityeval.place.District;
import org.cityeval.run.Run;

/** Reads from the config and the list of districts how a comparison is made. */
final class ComparisonScopes {
  private ComparisonScopes() {}

  static ComparisonScope read(Run run, List<District> districts, LocalDate asOf) {
    ComparisonConfig config = run.config().comparison();
    IndicatorsConfig.Uncertainty uncertainty = run.config().indicators().uncertainty();
    return new ComparisonScope(
        run.evaluationId(),
        asOf,
        composite(config.composite()),
        List.of(
            weighting(Weighting.EFFICIENCY, config.weightings().efficiency()),
            weighting(Weighting.PUBLIC_VALUE, config.weightings().publicValue())),
        new ComparisonScope.Draws(
            config.draws(), config.choiceDraws(), uncertainty.level(), uncertainty.seed()),
        NamedGroups.read(config, districts),
        new ComparisonScope.Peers(
            config.peers().variables().entrySet().stream()
                .map(variable -> new PeerSpace.Variable(variable.getKey(), variable.getValue()))
                .toList(),
            config.peers().count(),
            config.peers().groups()));
  }

  private static CompositeMethod composite(ComparisonConfig.Composite config) {
    return new CompositeMethod(
        config.outliers() == ComparisonConfig.Outliers.WINSORISE,
        config.normalisation(),
        config.weights(),
        config.aggregation(),
        byId(config.targets()));
  }

  private static Weighting weighting(String name, Map<String, Double> declared) {
    return new Weighting(name, byId(declared));
  }

  /** Indicators by id, whether the config names them by id or by name. */
  private static Map<String, Double> byId(Map<String, Double> declared) {
    Map<String, Double> byId = new TreeMap<>();
    declared.forEach(
        (name, number) ->
            byId.put(
                Indicators.find(name).map(indicator -> indicator.spec().id()).orElse(name),
                number));
    return byId;
  }
}
