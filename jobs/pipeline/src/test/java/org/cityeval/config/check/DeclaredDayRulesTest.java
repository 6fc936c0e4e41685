package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.config.check.RuleFindings.told;
import static org.cityeval.config.check.RuleFindings.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredDayRulesTest {
  private static List<String> problems(String events, boolean casesAreMapped)
      throws JsonProcessingException {
    Findings findings = new Findings("f");
    new DeclaredDayRules(findings).check(tree("events: " + events).path("events"), casesAreMapped);
    return told(findings);
  }

  @Test
  void eachHandlingHasWhatItUses() throws JsonProcessingException {
    assertThat(
            problems(
                "[{districts: [A], day: 2020-03-14, handling: spread_back, days: 14, cases: 12},"
                    + " {districts: [B], day: 2020-03-14, handling: leave_out}]",
                true))
        .isEmpty();
    assertThat(problems("[{districts: [A], day: 2020-03-14, handling: spread_back}]", true))
        .containsExactly("events[0].days: missing key `days`");
    assertThat(
            problems(
                "[{districts: [A], day: 2020-03-14, handling: keep, days: 3, cases: 4}]", true))
        .containsExactly(
            "events[0].cases: `cases` does not go with handling keep",
            "events[0].days: `days` does not go with handling keep");
  }

  @Test
  void aDistrictHasOneEventADay() throws JsonProcessingException {
    assertThat(
            problems(
                "[{districts: [A, B], day: 2020-03-14, handling: keep},"
                    + " {districts: [B], day: 2020-03-14, handling: leave_out},"
                    + " {districts: [B], day: 2020-03-15, handling: leave_out}]",
                true))
        .containsExactly("events[1]: district B has two events on 2020-03-14");
  }

  @Test
  void eventsAreAboutCases() throws JsonProcessingException {
    assertThat(problems("[{districts: [A], day: 2020-03-14, handling: keep}]", false))
        .containsExactly("events: events without cases");
    assertThat(problems("[]", false)).isEmpty();
  }
}
