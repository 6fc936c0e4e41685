package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What holds of districts that are evaluated as one, as far as the config alone can say. */
final class MergeRules {
  private final JsonNode merges;
  private final Findings findings;

  MergeRules(ObjectNode config, Findings findings) {
    this.merges = config.path("districts").path("merge");
    this.findings = findings;
  }

  void check() {
    Map<String, String> wholes = new HashMap<>();
    for (Map.Entry<String, JsonNode> merge : merges.properties()) {
      String key = Findings.child("districts.merge", merge.getKey()) + ".parts";
      JsonNode parts = merge.getValue().path("parts");
      if (parts.isArray() && parts.size() < 2) {
        findings.add(
            key,
            "fewer than two parts",
            "a whole is made of several districts",
            "name the others, or remove the merge");
      }
      for (JsonNode part : parts) {
        String other = wholes.putIfAbsent(part.asText(), merge.getKey());
        if (other != null && !other.equals(merge.getKey())) {
          findings.add(
              key,
              part.asText() + " is a part of " + other + " too",
              "residents and cases would count twice",
              "take it out of one of the two");
        }
      }
    }
    for (Map.Entry<String, JsonNode> merge : merges.properties()) {
      if (wholes.containsKey(merge.getKey())) {
        findings.add(
            Findings.child("districts.merge", merge.getKey()),
            merge.getKey() + " is a part itself",
            "a row could not say which of the two it means",
            "give the whole an id of its own, such as " + merge.getKey() + "+");
      }
    }
  }

  /** Checks the keys of a measure that say how its parts are put together. */
  void measure(JsonNode measure, String key, boolean isOfEvents) {
    Optional<String> kind = ConfigRules.text(measure, "kind");
    if (!merges.isEmpty()
        && ConfigRules.text(measure, "before_first").filter("zero"::equals).isPresent()) {
      findings.add(
          key + ".before_first",
          "before_first zero does not go with districts.merge",
          "a whole begins when its last part does, and what the others had before would be zero",
          "use missing, and let the source write the zeros");
    }
    if (isOfEvents || !measure.has("aggregate")) {
      return;
    }
    Optional<String> aggregate = ConfigRules.text(measure, "aggregate");
    if (merges.isEmpty()) {
      findings.add(
          key + ".aggregate",
          "`aggregate` outside shape events, and no districts.merge",
          "a row is already a district's day",
          "remove it");
    } else if (aggregate.filter(how -> how.equals("sum") || how.equals("mean")).isEmpty()) {
      findings.add(
          key + ".aggregate",
          "aggregate " + measure.path("aggregate").asText() + " of parts",
          "a part has one number, no events",
          "use sum or mean");
    } else if (kind.filter("level"::equals).isEmpty()) {
      findings.add(
          key + ".aggregate",
          "`aggregate` does not go with kind " + kind.orElse(""),
          "counts always add up, changes, indices and grades never do",
          "remove it");
    }
  }
}
