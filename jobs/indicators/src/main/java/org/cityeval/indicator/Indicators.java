package org.cityeval.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cityeval.indicator.efficiency.DeclineHalvingTime;
import org.cityeval.indicator.efficiency.RecoveryTime;
import org.cityeval.indicator.efficiency.ResumptionLossArea;
import org.cityeval.indicator.efficiency.WorkResumptionIndex;
import org.cityeval.indicator.precision.RiskDiscrimination;
import org.cityeval.indicator.precision.TargetingCoverage;
import org.cityeval.indicator.precision.TargetingPrecision;
import org.cityeval.indicator.precision.UnneededRestriction;
import org.cityeval.indicator.publicvalue.RecoveryInequality;
import org.cityeval.indicator.publicvalue.WorstOffGap;

/** Every published indicator, in the order the catalogue prints them. */
public final class Indicators {
  public static final List<Indicator> ALL =
      List.of(
          new DeclineHalvingTime(),
          new ResumptionLossArea(),
          new RecoveryTime(),
          new WorkResumptionIndex(),
          new TargetingPrecision(),
          new TargetingCoverage(),
          new RiskDiscrimination(),
          new UnneededRestriction(),
          new RecoveryInequality(),
          new WorstOffGap());

  private Indicators() {}

  /** The indicator of an id ({@code E4}) or a name ({@code resumption_loss_area}). */
  public static Optional<Indicator> find(String idOrName) {
    return ALL.stream()
        .filter(
            indicator ->
                indicator.spec().id().equals(idOrName.toUpperCase(Locale.ROOT))
                    || indicator.spec().name().equals(idOrName))
        .findFirst();
  }
}
