package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** How the keys of service requests depend on each other and on the rest of the config. */
final class RequestRules {
  private final Findings findings;
  private final LocationRules locations;
  private final KeyRules keys;
  private final Set<String> sources;

  /**
   * @param keys checks what says the district
   * @param sources names of the sources: a source id names one thing of an evaluation
   */
  RequestRules(Findings findings, KeyRules keys, Set<String> sources) {
    this.findings = findings;
    this.locations = new LocationRules(findings);
    this.keys = keys;
    this.sources = sources;
  }

  void check(JsonNode requests) {
    for (Map.Entry<String, JsonNode> entry : requests.properties()) {
      String key = Findings.child("requests", entry.getKey());
      JsonNode register = entry.getValue();
      if (sources.contains(entry.getKey())) {
        findings.add(
            key,
            "a source is called `" + entry.getKey() + "` too",
            "tables tell requests and sources by their names",
            "call one of them otherwise");
      }
      locations.check(register, key);
      keys.crosswalk(register, key);
      ConfigRules.text(register, "time_zone")
          .ifPresent(zone -> ZoneRules.check(findings, Findings.child(key, "time_zone"), zone));
    }
  }
}
