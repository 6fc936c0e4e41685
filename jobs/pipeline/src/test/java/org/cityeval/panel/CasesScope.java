package org.cityeval.panel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.assembly.MeasureRule;
import org.cityeval.assembly.PanelRule;
import org.cityeval.assembly.Placement;
import org.cityeval.numeric.epidemic.Prior;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.cityeval.numeric.recovery.PreciseControl;
import org.cityeval.series.Quantity;

/** A panel of daily cases alone. */
final class CasesScope {
  private CasesScope() {}

  static PanelScope of(LocalDate asOf, LocalDate first, LocalDate last, int leadDays) {
    MeasureRule cases =
        new MeasureRule(
            Quantity.NEW_CASES,
            MeasureKind.DAILY_COUNT,
            100,
            1,
            MeasureRule.BeforeFirst.MISSING,
            null,
            Placement.DAILY);
    PanelRule rule =
        new PanelRule(
            List.of(),
            List.of(),
            null,
            null,
            new PanelRule.Smoothing(new TreeMap<>(Map.of(Quantity.NEW_CASES, 1))),
            new PanelRule.Transmission(new double[] {0, 0.25, 0.5, 0.25}, 7, 11, Prior.EPIESTIM),
            RiskThresholds.actNow(),
            new PreciseControl.Weights(1, 1, 1, 1, 0.5),
            3);
    return new PanelScope(
        "toy",
        asOf,
        first,
        last,
        Map.of(Quantity.NEW_CASES, cases),
        Map.of(),
        rule,
        leadDays,
        new PanelScope.MinimumShare(0.95, 0.8),
        "hash");
  }
}
