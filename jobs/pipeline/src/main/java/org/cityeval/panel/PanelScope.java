package org.cityeval.panel;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.assembly.MeasureRule;
import org.cityeval.assembly.PanelRule;
import org.cityeval.series.Quantity;

/**
 * What the panel is made for, and how.
 *
 * @param asOf observations published later are not known
 * @param firstDay first day of the span
 * @param lastDay last day of the span
 * @param measures how each measure is converted
 * @param ruleHash hash of all rules, part of every district's input hash
 */
public record PanelScope(
    String evaluationId,
    LocalDate asOf,
    LocalDate firstDay,
    LocalDate lastDay,
    Map<Quantity, MeasureRule> measures,
    PanelRule rule,
    String ruleHash)
    implements Serializable {
  /** Days before the span that trailing means, serial intervals and risk look back upon. */
  static final int LOOK_BACK_DAYS = 42;

  public PanelScope {
    measures = new TreeMap<>(measures);
  }

  LocalDate lookBackFrom() {
    return firstDay.minusDays(LOOK_BACK_DAYS);
  }
}
