package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** A declared day is said once of a district, and says no more than its handling uses. */
final class DeclaredDayRules {
  private final Findings findings;

  DeclaredDayRules(Findings findings) {
    this.findings = findings;
  }

  void check(JsonNode events, boolean casesAreMapped) {
    if (!events.isEmpty() && !casesAreMapped) {
      findings.add(
          "events",
          "events without cases",
          "no source maps new_cases, and events are about cases",
          "map new_cases, or remove events");
    }
    Set<String> declared = new TreeSet<>();
    int index = 0;
    for (JsonNode event : events) {
      String key = Findings.item("events", index++);
      boolean spreads =
          ConfigRules.text(event, "handling").filter("spread_back"::equals).isPresent();
      if (spreads && !event.has("days")) {
        findings.add(
            Findings.child(key, "days"),
            "missing key `days`",
            "handling spread_back needs it",
            "add it, such as days: 14");
      }
      for (String name : new String[] {"days", "cases"}) {
        if (!spreads && event.has("handling") && event.has(name)) {
          findings.add(
              Findings.child(key, name),
              "`" + name + "` does not go with handling " + event.path("handling").asText(),
              "it would have no effect",
              "remove it, or set handling: spread_back");
        }
      }
      for (JsonNode district : event.path("districts")) {
        String day = event.path("day").asText();
        if (!declared.add(day + " " + district.asText())) {
          findings.add(
              key,
              "district " + district.asText() + " has two events on " + day,
              "nothing says which of them to follow",
              "keep one of them");
        }
      }
    }
  }
}
