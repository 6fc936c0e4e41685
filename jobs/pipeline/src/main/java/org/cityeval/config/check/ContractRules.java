package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.cityeval.config.lake.MustBe;

/** How the keys of one source's contract depend on each other. */
final class ContractRules {
  private static final Map<String, String> NEEDED_BY_TYPE =
      Map.of("library", "metric", "sql", "query", "custom", "implementation");

  private final Findings findings;
  private final Set<String> measures;
  private final Set<String> sources;

  /**
   * @param measures what the source maps
   * @param sources all sources of the config
   */
  ContractRules(Findings findings, Set<String> measures, Set<String> sources) {
    this.findings = findings;
    this.measures = measures;
    this.sources = sources;
  }

  void check(JsonNode contract, String key) {
    Set<String> rules = new LinkedHashSet<>();
    int index = 0;
    for (JsonNode property : contract.path("schema")) {
      property(property, Findings.item(key + ".schema", index++));
      ConfigRules.text(property, "name").ifPresent(name -> rules.add("schema." + name));
    }
    contract.path("slaProperties").forEach(sla -> rules.add(sla.path("property").asText()));
    index = 0;
    for (JsonNode check : contract.path("quality")) {
      String at = Findings.item(key + ".quality", index++);
      Optional<String> id = ConfigRules.text(check, "id");
      if (id.isPresent() && !rules.add(id.get())) {
        findings.add(
            at + ".id",
            "two checks are called `" + id.get() + "`",
            "exceptions and ops.quality_check name a check by its id",
            "give each its own");
      }
      quality(check, at);
    }
    index = 0;
    for (JsonNode accepted : contract.path("exceptions")) {
      String at = Findings.item(key + ".exceptions", index++);
      scope(accepted, at);
      known(accepted.path("check"), at + ".check", "check", rules);
    }
    index = 0;
    for (JsonNode exclusion : contract.path("exclusions")) {
      scope(exclusion, Findings.item(key + ".exclusions", index++));
    }
  }

  private void property(JsonNode property, String key) {
    JsonNode options = property.path("logicalTypeOptions");
    ConfigRules.text(options, "pattern").ifPresent(p -> pattern(p, key + ".logicalTypeOptions"));
    String type = ConfigRules.text(property, "logicalType").orElse("string");
    for (String end : List.of("minimum", "maximum")) {
      JsonNode bound = options.path(end);
      boolean fits =
          switch (type) {
            case "number", "integer" -> bound.isNumber();
            case "date" -> isDate(bound.asText());
            default -> false;
          };
      if (!bound.isMissingNode() && !fits) {
        findings.add(
            key + ".logicalTypeOptions." + end,
            end + " " + bound.asText() + " does not go with logicalType " + type,
            "numbers are bounded by numbers and dates by ISO dates, other types by a pattern",
            "mend the bound or the type");
      }
    }
    if (property.path("unique").asBoolean()
        && ConfigRules.text(property, "severity").filter("quarantine"::equals).isPresent()) {
      findings.add(
          key + ".severity",
          "severity quarantine does not go with unique",
          "which of two equal rows is wrong is not known; conflicting records are refused anyway",
          "use warn or fail");
    }
  }

  private void quality(JsonNode check, String key) {
    String type = ConfigRules.text(check, "type").orElse("library");
    String needed = NEEDED_BY_TYPE.get(type);
    NEEDED_BY_TYPE.forEach(
        (other, name) -> {
          if (name.equals(needed) && !check.has(name)) {
            findings.add(
                key,
                "missing key `" + name + "`",
                "a check of type " + type + " needs it",
                "add it, or set type");
          } else if (!name.equals(needed) && needed != null && check.has(name)) {
            findings.add(
                key + "." + name,
                "`" + name + "` does not go with type " + type,
                "it belongs to type " + other,
                "remove it, or set type: " + other);
          }
        });
    if (MustBe.OPERATORS.stream().noneMatch(check::has)) {
      findings.add(
          key,
          "no operator",
          "nothing says which number is good",
          "add one of " + String.join(", ", MustBe.OPERATORS));
    }
    if (!type.equals("custom")
        && ConfigRules.text(check, "severity").filter("quarantine"::equals).isPresent()) {
      findings.add(
          key + ".severity",
          "severity quarantine does not go with type " + type,
          "the check gives one number of the source and concerns no record in particular",
          "use warn or fail");
    }
    arguments(check, check.path("arguments"), key);
  }

  private void arguments(JsonNode check, JsonNode arguments, String key) {
    String metric = ConfigRules.text(check, "metric").orElse("");
    if (!metric.isEmpty() && !metric.equals("rowCount") && arguments.path("properties").isEmpty()) {
      needed(key, "properties", metric, "the columns it looks at");
    }
    if (metric.equals("invalidValues")
        && !arguments.has("validValues")
        && !arguments.has("pattern")) {
      needed(key, "validValues or pattern", metric, "what is valid");
    }
    ConfigRules.text(arguments, "pattern").ifPresent(p -> pattern(p, key + ".arguments"));
    String implementation = ConfigRules.text(check, "implementation").orElse("");
    JsonNode total = arguments.path("total");
    if (implementation.equals("sumOfDistricts") && total.isMissingNode()) {
      needed(key, "total", implementation, "which rows hold the totals");
    }
    if (total.has("source")) {
      known(total.path("source"), key + ".arguments.total.source", "source", sources);
    }
    listed(arguments.path("measures"), key + ".arguments.measures");
  }

  private void needed(String key, String name, String by, String what) {
    findings.add(
        key + ".arguments", "no " + name, by + " needs to know " + what, "add it under arguments");
  }

  private void scope(JsonNode holder, String key) {
    listed(holder.path("measures"), key + ".measures");
    Optional<String> from = ConfigRules.text(holder, "from").filter(ContractRules::isDate);
    Optional<String> to = ConfigRules.text(holder, "to").filter(ContractRules::isDate);
    if (from.isPresent() && to.isPresent() && to.get().compareTo(from.get()) < 0) {
      findings.add(
          key + ".to",
          "to " + to.get() + " lies before from " + from.get(),
          "both days are included",
          "swap the two or mend the year");
    }
  }

  private void listed(JsonNode names, String key) {
    int index = 0;
    for (JsonNode name : names) {
      known(name, Findings.item(key, index++), "measure", measures);
    }
  }

  private void known(JsonNode name, String key, String what, Set<String> valid) {
    if (name.isTextual() && !valid.contains(name.asText())) {
      findings.add(
          key,
          "unknown " + what + " `" + name.asText() + "`",
          valid.isEmpty() ? "there are none here" : "there are " + String.join(", ", valid),
          SchemaFindings.nearest(name.asText(), valid, "choose one of them"));
    }
  }

  private void pattern(String pattern, String key) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException broken) {
      findings.add(
          key + ".pattern",
          "not a regular expression: `" + pattern + "`",
          broken.getDescription(),
          "write it as Java reads it");
    }
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException notADate) {
      return false;
    }
  }
}
