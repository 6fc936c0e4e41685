package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.config.check.RuleFindings.told;
import static org.cityeval.config.check.RuleFindings.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestRulesTest {
  private static List<String> problems(String register) throws JsonProcessingException {
    Findings findings = new Findings("f");
    ObjectNode config = tree("requests: {calls: " + register + "}");
    new RequestRules(findings, new KeyRules(config, findings), Set.of("cases"))
        .check(config.path("requests"));
    return told(findings);
  }

  @Test
  void aRegisterHasAPlaceAZoneAndItsCrosswalk() throws JsonProcessingException {
    assertThat(problems("{path: a.csv, time_zone: America/New_York}")).isEmpty();
    assertThat(problems("{time_zone: New York, crosswalk: names}"))
        .containsExactlyInAnyOrder(
            "requests.calls: neither path nor table",
            "requests.calls.crosswalk: unknown crosswalk `names`",
            "requests.calls.time_zone: unknown time zone `New York`");
  }

  @Test
  void aSourceAndARegisterHaveDifferentNames() throws JsonProcessingException {
    Findings findings = new Findings("f");
    ObjectNode config = tree("requests: {cases: {path: a.csv}}");
    new RequestRules(findings, new KeyRules(config, findings), Set.of("cases"))
        .check(config.path("requests"));

    assertThat(told(findings)).containsExactly("requests.cases: a source is called `cases` too");
  }
}
