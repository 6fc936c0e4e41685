package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Optional;

/** What a location of the lake needs, and how its options go together. */
final class LocationRules {
  private static final List<String> CHARACTERS = List.of("delimiter", "thousands", "decimal");

  private final Findings findings;

  LocationRules(Findings findings) {
    this.findings = findings;
  }

  /** Checks a part of the config whose rows must come from somewhere. */
  void check(JsonNode holder, String key) {
    if (!holder.isObject()) {
      return;
    }
    boolean path = holder.has("path");
    boolean table = holder.has("table");
    if (!path && !table) {
      findings.add(
          key,
          "neither path nor table",
          "rows must come from somewhere",
          "add path: ../data/file.csv or table: schema.table");
    }
    checkOptional(holder, key);
  }

  /** Checks a part of the config that may do without rows of its own. */
  void checkOptional(JsonNode holder, String key) {
    if (holder.has("path") && holder.has("table")) {
      findings.add(key, "both path and table", "rows come from one place", "keep one of the two");
    }
    options(holder.path("options"), Findings.child(key, "options"));
    header(holder, Findings.child(key, "options.header"));
  }

  private void header(JsonNode holder, String key) {
    JsonNode header = holder.path("options").path("header");
    String format = ConfigRules.text(holder, "format").orElse("csv");
    if (header.isMissingNode()) {
      return;
    }
    if (header.isEmpty()) {
      findings.add(key, "empty", "a file has columns", "name them in order, or remove the key");
    }
    if (holder.has("table") || !format.equals("csv")) {
      findings.add(
          key,
          "`header` does not go with " + (holder.has("table") ? "table" : "format " + format),
          "its columns have names of their own",
          "remove it");
    }
  }

  private void options(JsonNode options, String key) {
    ConfigRules.text(options, "encoding")
        .filter(name -> !isEncoding(name))
        .ifPresent(
            name ->
                findings.add(
                    Findings.child(key, "encoding"),
                    "unknown encoding `" + name + "`",
                    "text is read by the character sets that Java knows",
                    SchemaFindings.nearest(
                        name, Charset.availableCharsets().keySet(), "write it like GB18030")));
    for (String name : CHARACTERS) {
      ConfigRules.text(options, name)
          .filter(text -> text.length() > 1)
          .ifPresent(
              text ->
                  findings.add(
                      Findings.child(key, name),
                      "more than one character: `" + text + "`",
                      "one character separates",
                      "write one, in quotes; a tab is \"\\t\""));
    }
    Optional<String> thousands = ConfigRules.text(options, "thousands");
    if (thousands.isPresent() && thousands.equals(ConfigRules.text(options, "decimal"))) {
      findings.add(
          Findings.child(key, "thousands"),
          "`" + thousands.get() + "` groups digits and stands before decimals",
          "1,234 would be two numbers",
          "declare the other one too, such as decimal: ','");
    }
  }

  private static boolean isEncoding(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException notEvenAName) {
      return false;
    }
  }
}
