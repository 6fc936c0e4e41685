package org.cityeval.job.panel;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.assembly.MeasureRule;
import org.cityeval.assembly.PanelRule;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.PanelConfig;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.Parameters;
import org.cityeval.numeric.epidemic.Prior;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.cityeval.numeric.epidemic.SerialInterval;
import org.cityeval.numeric.recovery.PreciseControl;
import org.cityeval.panel.CaseWaves;
import org.cityeval.panel.PanelScope;
import org.cityeval.place.District;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Quantity;

/** What a config means to the panel. */
public final class Rules {
  private Rules() {}

  static PanelScope scope(EvaluationConfig config, LocalDate asOf, Iterable<District> districts) {
    Map<Quantity, MeasureRule> measures = new EnumMap<>(Quantity.class);
    config
        .sources()
        .values()
        .forEach(
            source ->
                source
                    .measures()
                    .forEach(
                        (quantity, measure) ->
                            measures.put(quantity, measure(quantity, measure, config))));
    PanelRule panel = panel(config.panel(), measures);
    PanelConfig.CoveredShare least = config.panel().minimumCoveredPopulationShare();
    PanelScope.MinimumShare minimum = new PanelScope.MinimumShare(least.counts(), least.means());
    return new PanelScope(
        config.evaluation().id(),
        asOf,
        config.evaluation().firstDay(),
        config.evaluation().lastDay(),
        measures,
        DeclaredDays.of(config.events(), districts),
        panel,
        leadDays(config.parameters()),
        minimum,
        hash(measures, panel, minimum));
  }

  /** The first day that the panel keeps. */
  public static LocalDate keptFrom(EvaluationConfig config) {
    return config.evaluation().firstDay().minusDays(leadDays(config.parameters()));
  }

  /** As far back as any indicator looks. */
  private static int leadDays(Parameters parameters) {
    return Indicators.ALL.stream()
        .mapToInt(indicator -> indicator.spec().leadIn().days(parameters))
        .max()
        .orElse(0);
  }

  /**
   * Only what shapes a day: a title or a day of publication that changes leaves the days as they
   * are.
   */
  private static String hash(
      Map<Quantity, MeasureRule> measures, PanelRule panel, PanelScope.MinimumShare minimum) {
    return new Fingerprint()
        .add(measures.toString())
        .add(panel.mobility() + " " + panel.enterprise())
        .add(panel.resumptionRate() + " " + panel.production())
        .add(panel.smoothing() + " " + panel.risk())
        .add(panel.transmission().serialInterval())
        .add(panel.transmission().windowDays(), panel.transmission().minimumCases())
        .add((double) panel.gapDays())
        .add(panel.transmission().prior().toString())
        .add(panel.preciseControl().toString())
        .add(minimum.toString())
        .hex();
  }

  private static MeasureRule measure(
      Quantity quantity, MeasureConfig measure, EvaluationConfig config) {
    return new MeasureRule(
        quantity,
        measure.kind(),
        measure.scale(),
        measure.carriedMeanDays(),
        measure.beforeFirst(),
        measure.baseline() == null
            ? null
            : config.baselines().get(measure.baseline()).named(measure.baseline()),
        measure.placement());
  }

  private static PanelRule panel(PanelConfig panel, Map<Quantity, MeasureRule> measures) {
    PanelConfig.WorkResumption resumption = panel.indices().workResumption();
    return new PanelRule(
        panel.mobility(),
        panel.enterprise(),
        resumption == null ? null : resumption.rate(),
        resumption == null ? null : resumption.production(),
        smoothing(measures),
        new PanelRule.Transmission(
            SerialInterval.shiftedGamma(
                panel.transmission().serialInterval().mean(),
                panel.transmission().serialInterval().sd()),
            panel.transmission().rt().windowDays(),
            panel.transmission().rt().minimumCases(),
            new Prior(
                panel.transmission().rt().priorShape(), panel.transmission().rt().priorScale())),
        risk(panel.risk()),
        weights(panel.indices().preciseControl()),
        panel.gapDays());
  }

  private static PreciseControl.Weights weights(PanelConfig.PreciseControl weights) {
    return new PreciseControl.Weights(
        weights.risk(),
        weights.reproduction(),
        weights.mobility(),
        weights.enterprise(),
        weights.controlShare());
  }

  private static PanelRule.Smoothing smoothing(Map<Quantity, MeasureRule> measures) {
    TreeMap<Quantity, Integer> days = new TreeMap<>();
    measures.forEach((quantity, measure) -> days.put(quantity, measure.smoothedDays()));
    return new PanelRule.Smoothing(days);
  }

  private static RiskThresholds risk(PanelConfig.Risk risk) {
    RiskThresholds published =
        switch (risk.preset()) {
          case ZHEJIANG -> RiskThresholds.zhejiang();
          case ACT_NOW -> RiskThresholds.actNow();
        };
    return new RiskThresholds(
        published.preset(),
        risk.clearDays(),
        risk.quietDays(),
        risk.clusterCases(),
        risk.orangeFrom(),
        risk.redFrom(),
        published.densityCuts(),
        published.reproductionCuts());
  }

  static CaseWaves.Rule waves(PanelConfig panel) {
    return new CaseWaves.Rule(
        panel.waves().separationDays(),
        panel.waves().prominencePer100k(),
        panel.waves().relativeProminence());
  }
}
