package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** When several columns of a district make one number, and when they cannot. */
final class AddedColumnRules {
  private static final List<String> NO_SUMS = List.of("index", "percent_change", "grade");

  private final Findings findings;
  private final String key;

  /**
   * @param key of the columns of a measure
   */
  AddedColumnRules(Findings findings, String key) {
    this.findings = findings;
    this.key = key;
  }

  void check(JsonNode headings, String kind) {
    boolean lists = isSeveral(headings.path("prefix")) && isSeveral(headings.path("suffix"));
    if (lists) {
      findings.add(
          key,
          "several prefixes and several suffixes",
          "which of them go together is not said",
          "name the columns one by one under columns");
    }
    for (String name : List.of("prefix", "suffix")) {
      if (headings.path(name).isArray() && headings.path(name).isEmpty()) {
        findings.add(
            Findings.child(key, name), "empty", "a list names at least one", "remove the key");
      }
    }
    boolean added =
        isSeveral(headings.path("prefix"))
            || isSeveral(headings.path("suffix"))
            || namesOneTwice(headings.path("columns"));
    if (added && NO_SUMS.contains(kind)) {
      findings.add(
          key,
          "several columns of a district for kind " + kind,
          "two of them add up to nothing; only counts and levels do",
          "name one column for each district, or reckon their mean in the lake");
    }
  }

  private static boolean isSeveral(JsonNode affix) {
    return affix.isArray() && affix.size() > 1;
  }

  private static boolean namesOneTwice(JsonNode columns) {
    Set<String> seen = new HashSet<>();
    for (JsonNode district : columns) {
      if (!seen.add(district.asText())) {
        return true;
      }
    }
    return false;
  }
}
