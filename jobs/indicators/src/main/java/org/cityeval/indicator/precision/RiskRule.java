package org.cityeval.indicator.precision;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cityeval.indicator.Parameters.Restriction;
import org.cityeval.indicator.Parameters.RiskScope;
import org.cityeval.indicator.restriction.RestrictionDays;

/**
 * Which days count as at risk: at or above a level, of own, neighbouring or the city's risk.
 *
 * @param levelAtLeast 2 to 5; at 1 every day would be at risk
 */
record RiskRule(int levelAtLeast, RiskScope scope) {
  private static final int LOWEST = 2;
  private static final int HIGHEST = 5;

  static RiskRule of(Restriction restriction) {
    return new RiskRule(restriction.riskLevelAtLeast(), restriction.scope());
  }

  boolean atRisk(RestrictionDays district, int day) {
    return district.risk(scope)[day] >= levelAtLeast;
  }

  /** The neighbouring rules that a reader may hold to be as good, by the name of their part. */
  static Map<String, RiskRule> alternatives(Restriction restriction) {
    Map<String, RiskRule> alternatives = new LinkedHashMap<>();
    int inForce = restriction.riskLevelAtLeast();
    for (int level : new int[] {inForce - 1, inForce + 1}) {
      if (level >= LOWEST && level <= HIGHEST) {
        alternatives.put("value_at_risk_level_" + level, new RiskRule(level, restriction.scope()));
      }
    }
    for (RiskScope scope : RiskScope.values()) {
      alternatives.put("value_" + scope.id() + "_risk", new RiskRule(inForce, scope));
    }
    return alternatives;
  }
}
