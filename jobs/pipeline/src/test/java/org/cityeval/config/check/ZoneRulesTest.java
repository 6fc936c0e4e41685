package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneRulesTest {
  private static ConfigProblems problems(String zone) {
    Findings findings = new Findings("f");
    ZoneRules.check(findings, "s.time_zone", zone);
    return catchThrowableOfType(ConfigProblems.class, findings::report);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Asia/Shanghai", "+08:00", "America/New_York", "Z"})
  void namesAndOffsetsAreZones(String zone) {
    assertThat(problems(zone)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shanghai", "Asia/Shanghai ", "+25:00", "", "CST8"})
  void anythingElseIsTold(String zone) {
    assertThat(problems(zone).problems().get(0).problem())
        .isEqualTo("unknown time zone `" + zone + "`");
  }
}
