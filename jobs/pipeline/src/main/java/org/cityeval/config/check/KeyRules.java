package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the keys go together that say which district a row belongs to. */
final class KeyRules {
  private static final List<String> COLUMNS =
      List.of("spelling", "district_id", "valid_from", "valid_to");

  private final ObjectNode config;
  private final Findings findings;
  private final Set<String> crosswalks;
  private final Optional<String> codes;

  KeyRules(ObjectNode config, Findings findings) {
    this.config = config;
    this.findings = findings;
    this.crosswalks = ConfigRules.names(config.path("crosswalks"));
    this.codes = ConfigRules.text(config.path("districts"), "code_system");
  }

  /** Checks the crosswalks themselves. */
  void crosswalks() {
    for (Map.Entry<String, JsonNode> entry : config.path("crosswalks").properties()) {
      String key = Findings.child("crosswalks", entry.getKey());
      JsonNode crosswalk = entry.getValue();
      new LocationRules(findings).checkOptional(crosswalk, key);
      boolean listed = crosswalk.has("path") || crosswalk.has("table");
      for (String column : COLUMNS) {
        if (listed && COLUMNS.indexOf(column) < 2) {
          required(crosswalk, key, column, "a list of spellings", "spelling");
        } else if (!listed) {
          unwanted(
              crosswalk, key, column, "a crosswalk without path and table", "add path:, or remove");
        }
      }
      if (!listed && !crosswalk.has("numeric_width")) {
        findings.add(
            key,
            "neither a list of spellings nor numeric_width",
            "it would change nothing",
            "add path: ../data/spellings.csv, or numeric_width: 5");
      }
      ConfigRules.text(crosswalk, "code_system")
          .filter(own -> codes.isPresent() && !codes.get().equals(own))
          .ifPresent(
              own ->
                  findings.add(
                      Findings.child(key, "code_system"),
                      "it gives codes of `" + own + "`, the districts have `" + codes.get() + "`",
                      "the ids would not be those of the list",
                      "give a crosswalk to the districts' codes, or correct a code_system"));
    }
  }

  /** Checks how one source says which district it speaks of. */
  void source(JsonNode source, String key) {
    String shape = ConfigRules.text(source, "shape").orElse("");
    boolean place = source.has("place");
    switch (shape) {
      case "wide_districts" -> {
        String with = "shape wide_districts";
        required(source, key, "district_columns", with, "{new_cases: {suffix: _CASE_COUNT}}");
        unwanted(source, key, "district", with, "the headings say the district: remove it");
        unwanted(source, key, "place", with, "the headings say the district: remove it");
      }
      case "wide_dates" -> {
        required(source, key, "district", "shape wide_dates", "adcode");
        unwanted(source, key, "place", "shape wide_dates", "name a district instead");
      }
      default -> {
        if (place) {
          unwanted(source, key, "district", "place", "the place says the district: keep one");
          unwanted(source, key, "crosswalk", "place", "the place says the district: remove it");
          polygons(key);
        } else if (!shape.isEmpty()) {
          required(source, key, "district", "shape " + shape + " without place", "adcode");
        }
      }
    }
    if (!shape.equals("wide_districts")) {
      unwanted(source, key, "district_columns", "shape " + shape, "remove it");
    }
    crosswalk(source, key);
    columns(source, key);
  }

  private void polygons(String key) {
    if (config.path("districts").isObject() && !config.path("districts").has("geometry")) {
      findings.add(
          Findings.child(key, "place"),
          "a place, but no polygons",
          "a place belongs to the district whose polygon it lies in",
          "add districts.geometry, or name a district instead");
    }
  }

  /** Checks the crosswalk that a part of the config names, and whose codes it gives. */
  void crosswalk(JsonNode source, String key) {
    Optional<String> name = ConfigRules.text(source, "crosswalk");
    name.filter(named -> !crosswalks.contains(named))
        .ifPresent(
            named ->
                findings.add(
                    Findings.child(key, "crosswalk"),
                    "unknown crosswalk `" + named + "`",
                    crosswalks.isEmpty()
                        ? "the config names no crosswalks"
                        : "crosswalks are " + String.join(", ", crosswalks),
                    SchemaFindings.nearest(named, crosswalks, "declare it under crosswalks")));
    ConfigRules.text(source, "code_system")
        .filter(own -> name.isEmpty() && codes.isPresent() && !codes.get().equals(own))
        .ifPresent(
            own ->
                findings.add(
                    Findings.child(key, "code_system"),
                    "it gives codes of `" + own + "`, the districts have `" + codes.get() + "`",
                    "a code may mean another district in another list",
                    "add crosswalk: with a list from the one to the other"));
  }

  private void columns(JsonNode source, String key) {
    Set<String> measures = ConfigRules.names(source.path("measures"));
    JsonNode columns = source.path("district_columns");
    if (!columns.isObject()) {
      return;
    }
    String at = Findings.child(key, "district_columns");
    for (Map.Entry<String, JsonNode> entry : columns.properties()) {
      String of = Findings.child(at, entry.getKey());
      if (!measures.contains(entry.getKey())) {
        findings.add(
            of,
            "`" + entry.getKey() + "` is no measure of the source",
            "its measures are " + String.join(", ", measures),
            SchemaFindings.nearest(entry.getKey(), measures, "name one of them"));
      }
      JsonNode headings = entry.getValue();
      if (headings.has("columns") && (headings.has("prefix") || headings.has("suffix"))) {
        findings.add(
            of,
            "columns beside prefix or suffix",
            "the headings are named one by one, or by what they share",
            "keep one of the two");
      }
      new AddedColumnRules(findings, of)
          .check(
              headings,
              ConfigRules.text(source.path("measures").path(entry.getKey()), "kind").orElse(""));
    }
    for (String measure : measures) {
      if (!columns.has(measure)) {
        findings.add(
            Findings.child(at, measure),
            "no columns for measure " + measure,
            "every measure of the source has columns of its own",
            "add them, such as " + measure + ": {suffix: _COUNT}");
      }
    }
  }

  private void required(JsonNode holder, String key, String name, String who, String example) {
    if (!holder.has(name)) {
      findings.add(
          Findings.child(key, name),
          "missing key `" + name + "`",
          who + " needs it",
          "add it, such as " + name + ": " + example);
    }
  }

  private void unwanted(JsonNode holder, String key, String name, String with, String fix) {
    if (holder.has(name)) {
      findings.add(
          Findings.child(key, name),
          "`" + name + "` does not go with " + with,
          "it would have no effect",
          fix);
    }
  }
}
