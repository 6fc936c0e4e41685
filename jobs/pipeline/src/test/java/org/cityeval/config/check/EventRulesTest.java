package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.config.check.RuleFindings.told;
import static org.cityeval.config.check.RuleFindings.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventRulesTest {
  private static List<String> source(String source) throws JsonProcessingException {
    Findings findings = new Findings("f");
    new EventRules(findings, tree(source), "s").source();
    return told(findings);
  }

  private static List<String> measure(String shape, String measure) throws JsonProcessingException {
    Findings findings = new Findings("f");
    new EventRules(findings, tree("shape: " + shape), "s").measure(tree(measure), "s.m");
    return told(findings);
  }

  @Test
  void onlyEventsHaveAnIdentityAndAZone() throws JsonProcessingException {
    assertThat(source("{shape: events, event_id: id, time_zone: Asia/Shanghai}")).isEmpty();
    assertThat(source("{shape: long, event_id: id, time_zone: UTC}"))
        .containsExactly(
            "s.event_id: `event_id` does not go with shape long",
            "s.time_zone: `time_zone` does not go with shape long");
    assertThat(source("{shape: events, time_zone: Mars}"))
        .containsExactly("s.time_zone: unknown time zone `Mars`");
  }

  @Test
  void howEventsBecomeANumberIsSaid() throws JsonProcessingException {
    assertThat(measure("events", "{aggregate: sum, kind: level, range: [0, 1]}")).isEmpty();
    assertThat(measure("events", "{kind: daily_count}"))
        .containsExactly("s.m.aggregate: missing key `aggregate`");
    assertThat(measure("long", "{kind: daily_count}")).isEmpty();
  }

  @Test
  void whatADayOfEventsCannotBeIsTold() throws JsonProcessingException {
    assertThat(measure("events", "{aggregate: share, range: [0, 1]}"))
        .containsExactly("s.m.range: `range` does not go with aggregate share");
    assertThat(measure("events", "{aggregate: count, kind: cumulative_count}"))
        .containsExactly("s.m.kind: kind cumulative_count does not go with shape events");
  }
}
