package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityeval.series.Quantity;
import org.cityeval.series.Unit;

/** What a source may say that speaks of regions instead of districts. */
final class RegionRules {
  /** Other ways of saying which district a row belongs to. */
  private static final List<String> OTHER_KEYS = List.of("place", "crosswalk", "code_system");

  private final Findings findings;
  private final Set<String> regions;

  RegionRules(ObjectNode config, Findings findings) {
    this.findings = findings;
    this.regions = ConfigRules.names(config.path("districts").path("columns").path("regions"));
  }

  void check(JsonNode source, String key) {
    Optional<String> region = ConfigRules.text(source, "region");
    if (region.isEmpty()) {
      return;
    }
    if (!regions.contains(region.get())) {
      findings.add(
          Findings.child(key, "region"),
          "unknown region `" + region.get() + "`",
          regions.isEmpty()
              ? "the list of districts names no regions"
              : "regions are " + String.join(", ", regions),
          SchemaFindings.nearest(
              region.get(), regions, "declare it under districts.columns.regions"));
    }
    for (String other : OTHER_KEYS) {
      if (source.has(other)) {
        findings.add(
            Findings.child(key, other),
            "`" + other + "` does not go with region",
            "a region is named as the list of districts names it",
            "write district: so that it gives that name, and remove " + other);
      }
    }
    if (ConfigRules.text(source, "shape").filter("events"::equals).isPresent()) {
      findings.add(
          Findings.child(key, "region"),
          "`region` does not go with shape events",
          "an event happens in one district, not in all of a region",
          "give the district of each event");
    }
    source
        .path("measures")
        .properties()
        .forEach(measure -> measure(measure, key + ".measures." + measure.getKey()));
    sums(source, key);
  }

  /** What holds of a region holds of its districts; what is counted in it does not. */
  private void measure(Map.Entry<String, JsonNode> measure, String key) {
    String kind = ConfigRules.text(measure.getValue(), "kind").orElse("");
    boolean countsEnterprises =
        Quantity.find(measure.getKey()).filter(q -> q.unit() == Unit.ENTERPRISES).isPresent();
    if (kind.endsWith("_count") || countsEnterprises) {
      findings.add(
          key + ".kind",
          "a count does not go with region",
          "what a region counts is not what each of its districts counts",
          "count by district, or give a change or a grade");
    }
  }

  private void sums(JsonNode source, String key) {
    int index = 0;
    for (JsonNode check : source.path("contract").path("quality")) {
      String at = Findings.item(key + ".contract.quality", index++);
      if (ConfigRules.text(check, "implementation").filter("sumOfDistricts"::equals).isPresent()) {
        findings.add(
            at + ".implementation",
            "sumOfDistricts does not go with region",
            "districts of a region that all have its number add up to nothing",
            "remove the check");
      }
    }
  }
}
