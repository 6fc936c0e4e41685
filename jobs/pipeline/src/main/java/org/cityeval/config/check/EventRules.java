package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * How the keys of events depend on each other, and that no other shape has them; what {@code
 * aggregate} means elsewhere is told by {@link MergeRules}.
 */
final class EventRules {
  private static final String AGGREGATES =
      "count, sum, mean, distinct, distinct_approximate or share";

  private final Findings findings;
  private final JsonNode source;
  private final String key;
  private final boolean isEvents;
  private final String shape;

  EventRules(Findings findings, JsonNode source, String key) {
    this.findings = findings;
    this.source = source;
    this.key = key;
    this.shape = ConfigRules.text(source, "shape").orElse("");
    this.isEvents = shape.equals("events");
  }

  boolean isEvents() {
    return isEvents;
  }

  void source() {
    unwanted(source, "event_id", key, "only events have an identity: remove it");
    unwanted(source, "time_zone", key, "other shapes give the day itself: remove it");
    ConfigRules.text(source, "time_zone")
        .ifPresent(zone -> ZoneRules.check(findings, Findings.child(key, "time_zone"), zone));
  }

  void measure(JsonNode measure, String at) {
    if (!isEvents) {
      return;
    }
    Optional<String> aggregate = ConfigRules.text(measure, "aggregate");
    if (aggregate.isEmpty() && !measure.has("aggregate")) {
      findings.add(
          Findings.child(at, "aggregate"),
          "missing key `aggregate`",
          "shape events needs it: how many events become one number",
          "add one of " + AGGREGATES);
    }
    if (aggregate.filter("share"::equals).isPresent() && measure.has("range")) {
      findings.add(
          Findings.child(at, "range"),
          "`range` does not go with aggregate share",
          "its value is true or false",
          "remove it");
    }
    if (ConfigRules.text(measure, "kind").filter("cumulative_count"::equals).isPresent()) {
      findings.add(
          Findings.child(at, "kind"),
          "kind cumulative_count does not go with shape events",
          "the events of a day add up to that day",
          "use daily_count");
    }
  }

  private void unwanted(JsonNode node, String name, String at, String fix) {
    if (!isEvents && node.has(name)) {
      findings.add(
          Findings.child(at, name),
          "`" + name + "` does not go with shape " + shape,
          "it would have no effect",
          fix);
    }
  }
}
