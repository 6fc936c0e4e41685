package org.cityeval.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityeval.indicator.capacity.EfficiencyProgress;
import org.cityeval.indicator.capacity.LagLearning;
import org.cityeval.indicator.decentralisation.Differentiation;
import org.cityeval.indicator.decentralisation.LocalClosure;
import org.cityeval.indicator.decentralisation.RiskExplainedDifferentiation;
import org.cityeval.indicator.efficiency.DeclineHalvingTime;
import org.cityeval.indicator.efficiency.JointEfficiency;
import org.cityeval.indicator.efficiency.RecoveryTime;
import org.cityeval.indicator.efficiency.ResponseLag;
import org.cityeval.indicator.efficiency.ResumptionLossArea;
import org.cityeval.indicator.efficiency.TimeToControl;
import org.cityeval.indicator.efficiency.WorkResumptionIndex;
import org.cityeval.indicator.flatness.FirstContactResolution;
import org.cityeval.indicator.flatness.HandOffs;
import org.cityeval.indicator.flatness.HandlingTime;
import org.cityeval.indicator.precision.BurdenConcentration;
import org.cityeval.indicator.precision.BurdenTargeting;
import org.cityeval.indicator.precision.GradeAgreement;
import org.cityeval.indicator.precision.RiskDiscrimination;
import org.cityeval.indicator.precision.TargetingCoverage;
import org.cityeval.indicator.precision.TargetingPrecision;
import org.cityeval.indicator.precision.UnneededRestriction;
import org.cityeval.indicator.publicvalue.RecoveryInequality;
import org.cityeval.indicator.publicvalue.WorstOffGap;
import org.cityeval.indicator.structure.EffectiveActors;
import org.cityeval.indicator.structure.NetworkCentralisation;
import org.cityeval.indicator.structure.RecoverySynchrony;
import org.cityeval.indicator.structure.SpatialCoordination;

/** Every published indicator, in the order the catalogue prints them. */
public final class Indicators {
  public static final List<Indicator> ALL =
      List.of(
          new ResponseLag(),
          new TimeToControl(),
          new DeclineHalvingTime(),
          new ResumptionLossArea(),
          new RecoveryTime(),
          new WorkResumptionIndex(),
          new JointEfficiency(),
          new TargetingPrecision(),
          new TargetingCoverage(),
          new RiskDiscrimination(),
          new BurdenTargeting(),
          new BurdenConcentration(),
          new GradeAgreement(),
          new UnneededRestriction(),
          new Differentiation(),
          new RiskExplainedDifferentiation(),
          new LocalClosure(),
          new HandOffs(),
          new HandlingTime(),
          new FirstContactResolution(),
          new EffectiveActors(),
          new NetworkCentralisation(),
          new RecoverySynchrony(),
          new SpatialCoordination(),
          new RecoveryInequality(),
          new WorstOffGap(),
          new LagLearning(),
          new EfficiencyProgress());

  private static final Map<String, Indicator> BY_ID =
      ALL.stream()
          .collect(Collectors.toMap(indicator -> indicator.spec().id(), Function.identity()));

  private Indicators() {}

  /**
   * The indicator of an id ({@code E4}), a name ({@code resumption_loss_area}) or a title in either
   * language.
   */
  public static Optional<Indicator> find(String asked) {
    Indicator ofId = BY_ID.get(asked);
    if (ofId != null) {
      return Optional.of(ofId);
    }
    String plain = plain(asked);
    return ALL.stream()
        .filter(
            indicator -> {
              IndicatorSpec spec = indicator.spec();
              return Stream.of(
                      spec.id(), spec.name(), spec.title().english(), spec.title().chinese())
                  .anyMatch(name -> plain(name).equals(plain));
            })
        .findFirst();
  }

  /** Whether it is written with capitals, spaces, hyphens or underscores makes no difference. */
  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", "_");
  }
}
