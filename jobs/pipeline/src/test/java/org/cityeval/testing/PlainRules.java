package org.cityeval.testing;

import java.util.List;
import java.util.TreeMap;
import org.cityeval.assembly.PanelRule;
import org.cityeval.numeric.epidemic.Prior;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.cityeval.numeric.recovery.PreciseControl;

/** Rules of a panel of cases alone. */
public final class PlainRules {
  private PlainRules() {}

  /** A reproduction number rests on 10 days, a level of risk on 14. */
  public static PanelRule ofCases() {
    return new PanelRule(
        List.of(),
        List.of(),
        null,
        null,
        new PanelRule.Smoothing(new TreeMap<>()),
        new PanelRule.Transmission(new double[] {0, 0.25, 0.5, 0.25}, 7, 11, Prior.EPIESTIM),
        RiskThresholds.zhejiang(),
        new PreciseControl.Weights(1, 1, 1, 1, 0.5),
        3);
  }
}
