package org.cityeval.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.cityeval.config.check.ConfigSchema;

/** Prints the page of every config key from the schema. */
public final class ConfigReference {
  private static final String INTRODUCTION =
      """
      # Configuration

      <!-- Printed from config.schema.json; edit that. -->

      One YAML file describes one evaluation. An unknown key is an error, and `cityeval check` lists
      all problems at once. `cityeval schema` prints the JSON Schema for editors.

      - `${NAME}` in a text is replaced by the environment variable; keep secrets there. What is published and printed names the
        variable; titles, notes and other texts that are published stay as they are written.
      - `--set panel.risk.preset=act_now` overrides a key for one run; the value is read as YAML.
      - Relative paths start at the folder of the config file.
      - Days are ISO 8601 dates; first and last day are both included.
      - A default of "none" means the key may be left out.
      """;

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();

  /** What stands for the name the user chooses, in the maps of the config. */
  private static final Map<String, String> PLACEHOLDERS =
      Map.of("periods", "<period>", "sources", "<source>", "measures", "<measure>");

  private final ConfigSchema schema;

  public ConfigReference(ConfigSchema schema) {
    this.schema = schema;
  }

  /** The whole page, in Markdown. */
  public String markdown() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    schema.properties(schema.root()).forEach((name, section) -> section(page, name, section));
    return page.toString();
  }

  private void section(StringBuilder page, String name, JsonNode section) {
    page.append("\n## ").append(name);
    page.append(isRequired(schema.root(), name) ? " (required)" : "").append("\n\n");
    page.append(section.path("description").asText()).append("\n\n");
    page.append("| key | type | default | meaning |\n|---|---|---|---|\n");
    rows(section, name, name).forEach(page::append);
    page.append("\n```yaml\n").append(example(name, section)).append("```\n");
  }

  private List<String> rows(JsonNode parent, String name, String key) {
    List<String> rows = new ArrayList<>();
    JsonNode entries = schema.resolved(parent).path("additionalProperties");
    if (entries.isObject()) {
      String placeholder = key + "." + PLACEHOLDERS.getOrDefault(name, "<name>");
      if (schema.properties(entries).isEmpty()) {
        rows.add(row(placeholder, entries, "none"));
      }
      rows.addAll(rows(entries, "", placeholder));
    }
    JsonNode items = schema.resolved(parent).path("items");
    if (!schema.properties(items).isEmpty()) {
      rows.addAll(rows(items, "", key + "[]"));
    }
    schema
        .properties(parent)
        .forEach(
            (child, property) -> {
              String at = key + "." + child;
              if (!isPlainSection(property)) {
                rows.add(row(at, property, standard(parent, child)));
              }
              rows.addAll(rows(property, child, at));
            });
    return rows;
  }

  /** A mapping of fixed keys says nothing that the rows of its keys do not. */
  private boolean isPlainSection(JsonNode property) {
    JsonNode resolved = schema.resolved(property);
    return !schema.properties(property).isEmpty()
        && resolved.has("default")
        && resolved.path("default").isEmpty();
  }

  private String row(String key, JsonNode property, String standard) {
    JsonNode resolved = schema.resolved(property);
    return String.format(
            Locale.ROOT,
            "| `%s` | %s | %s | %s |%n",
            key,
            type(resolved),
            standard,
            cell(resolved.path("description").asText()))
        .replace(System.lineSeparator(), "\n");
  }

  private String standard(JsonNode parent, String name) {
    JsonNode standard = schema.resolved(schema.properties(parent).get(name)).get("default");
    if (standard != null) {
      return "`" + cell(standard.toString()) + "`";
    }
    return isRequired(parent, name) ? "required" : "none";
  }

  private boolean isRequired(JsonNode parent, String name) {
    return StreamSupport.stream(schema.resolved(parent).path("required").spliterator(), false)
        .anyMatch(required -> required.asText().equals(name));
  }

  private String type(JsonNode property) {
    if (property.has("enum")) {
      return StreamSupport.stream(property.path("enum").spliterator(), false)
          .map(value -> "`" + value.asText() + "`")
          .collect(Collectors.joining(", "));
    }
    JsonNode types = property.path("type");
    return types.isArray()
        ? StreamSupport.stream(types.spliterator(), false)
            .map(type -> type(property, type.asText()))
            .collect(Collectors.joining(" or "))
        : type(property, types.asText());
  }

  private String type(JsonNode property, String type) {
    return switch (type) {
      case "string" -> property.path("format").asText().equals("date") ? "date" : "text";
      case "integer" -> "whole number";
      case "boolean" -> "true or false";
      case "array" -> "list of " + type(schema.resolved(property.path("items"))) + "s";
      case "object" -> "mapping";
      default -> type;
    };
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String example(String name, JsonNode section) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set(name, section.path("examples").path(0));
    try {
      return YAML.writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
