package org.cityeval.panel;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.assembly.CaseEvent;
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
 * @param events by district, what is declared of days with the cases of others
 * @param leadDays days before the span that indicators look back upon [d]
 * @param minimumShare of how many of a city's residents its day must be known
 * @param ruleHash hash of all rules, part of every district's input hash
 */
public record PanelScope(
    String evaluationId,
    LocalDate asOf,
    LocalDate firstDay,
    LocalDate lastDay,
    Map<Quantity, MeasureRule> measures,
    Map<String, List<CaseEvent>> events,
    PanelRule rule,
    int leadDays,
    MinimumShare minimumShare,
    String ruleHash)
    implements Serializable {
  /** Share of a city's residents that a sum, or a mean, must cover to stand. */
  public record MinimumShare(double counts, double means) implements Serializable {}

  public PanelScope {
    measures = new TreeMap<>(measures);
    events = new TreeMap<>(events);
  }

  /** The first day that is kept. */
  public LocalDate keptFrom() {
    return firstDay.minusDays(leadDays);
  }

  /** The first day that is derived, so that the first that is kept has all behind it. */
  LocalDate lookBackFrom() {
    return keptFrom().minusDays(rule.reachDays());
  }
}
