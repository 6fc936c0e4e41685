package org.cityeval.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityeval.config.load.ConfigChanges.Change;
import org.cityeval.config.load.ConfigChanges.Reach;
import org.junit.jupiter.api.Test;

class ConfigChangesTest {
  @Test
  void namesTheKeysThatDiffer() {
    String before =
        """
        {"panel": {"mobility": ["a"], "risk": {"preset": "act_now"}}, "baselines": {}, "n": 1}""";
    String after =
        """
        {"n": 1, "baselines": {"x": {"days": 14}}, "panel": {"mobility": ["a", "b"]}}""";

    assertThat(ConfigChanges.between(before, after))
        .containsExactly(
            new Change("baselines", "{}", null),
            new Change("baselines.x.days", null, "14"),
            new Change("panel.mobility", "[\"a\"]", "[\"a\",\"b\"]"),
            new Change("panel.risk.preset", "act_now", null));
    assertThat(ConfigChanges.between(before, before)).isEmpty();
  }

  @Test
  void knowsHowFarAKeyReaches() {
    assertThat(Reach.of("panel.risk.preset")).isEqualTo(Reach.INPUT);
    assertThat(Reach.of("sources.cases.measures.new_cases.value")).isEqualTo(Reach.INPUT);
    assertThat(Reach.of("evaluation.last_day")).isEqualTo(Reach.INPUT);
    assertThat(Reach.of("evaluation.periods.reopening.first_day")).isEqualTo(Reach.INPUT);
    assertThat(Reach.of("evaluation.periods.reopening.title")).isEqualTo(Reach.NOTHING);
    assertThat(Reach.of("evaluation.holidays.may_day.first_day")).isEqualTo(Reach.NOTHING);
    assertThat(Reach.of("evaluation.title_zh")).isEqualTo(Reach.NOTHING);
    assertThat(Reach.of("quality.quarantined_at_most")).isEqualTo(Reach.NOTHING);
    assertThat(Reach.of("indicators.recovery.level")).isEqualTo(Reach.PARAMETERS);
    assertThat(Reach.of("comparison.weightings.efficiency.P1")).isEqualTo(Reach.COMPARISON);
  }
}
