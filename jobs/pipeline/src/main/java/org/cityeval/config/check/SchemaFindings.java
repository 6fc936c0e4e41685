package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import org.cityeval.problem.NearestName;

/** Says in the user's words what the schema validator found. */
public final class SchemaFindings {
  private final ConfigSchema schema;
  private final Findings findings;

  public SchemaFindings(ConfigSchema schema, Findings findings) {
    this.schema = schema;
    this.findings = findings;
  }

  public void check(JsonNode config) {
    schema.validate(config).forEach(this::add);
  }

  private void add(ValidationMessage message) {
    List<String> names = names(message.getInstanceLocation());
    String key = key(message.getInstanceLocation());
    JsonNode rule = message.getSchemaNode();
    JsonNode value = message.getInstanceNode();
    switch (message.getType()) {
      case "additionalProperties" -> unknownKey(names, key, message.getProperty());
      case "required" -> missingKey(names, key, message.getProperty());
      case "dependentRequired" ->
          findings.add(
              key,
              "mean, sd and citation are set together",
              "a serial interval is only as good as its source",
              "give all three, or none for the default");
      case "type" -> wrongType(names, key, value, rule);
      case "enum" -> unknownValue(key, value, rule);
      case "format" ->
          findings.add(
              key,
              "not a date: `" + value.asText() + "`",
              "dates are ISO 8601 and must exist",
              "write it as 2020-03-01");
      case "pattern" ->
          findings.add(
              key,
              "not a valid name: `" + value.asText() + "`",
              "names become keys of tables; they match " + rule.asText(),
              "use lower-case letters, digits and hyphens");
      case "propertyNames" ->
          findings.add(
              Findings.child(key, message.getProperty()),
              "not a valid name",
              "names become keys of tables and names of files",
              "use lower-case letters, digits, `_` and `-`, at most 64");
      case "maxLength" ->
          findings.add(
              key,
              "too long: " + value.asText().length() + " characters",
              "it names files, and may have " + rule.asText(),
              "shorten it");
      case "minLength" ->
          findings.add(key, "empty", "the key needs text", "write it, or remove the key");
      case "minProperties" -> findings.add(key, "empty", "at least one entry is needed", "add one");
      case "minItems", "maxItems" ->
          findings.add(key, "not two numbers", "a range is [lowest, highest]", "write [0, 300]");
      case "uniqueItems" ->
          findings.add(key, "the same name twice", "each counts once", "keep one");
      default -> outOfBounds(key, message.getType(), value, rule);
    }
  }

  private void unknownKey(List<String> names, String key, String unknown) {
    Collection<String> valid = schema.propertiesAt(names).keySet();
    findings.add(
        Findings.child(key, unknown),
        "unknown key `" + unknown + "`",
        "valid keys" + (key.isEmpty() ? "" : " of " + key) + " are " + String.join(", ", valid),
        nearest(unknown, valid, "remove it"));
  }

  private void missingKey(List<String> names, String key, String missing) {
    JsonNode property = schema.propertiesAt(names).get(missing);
    findings.add(
        Findings.child(key, missing),
        "missing key `" + missing + "`",
        "it is required: " + schema.resolved(property).path("description").asText(),
        "add it, such as " + missing + ": " + example(property));
  }

  private void wrongType(List<String> names, String key, JsonNode value, JsonNode rule) {
    String expected = article(rule.asText());
    if (value.isNull()) {
      findings.add(key, "no value", "the key needs " + expected, "give it one, or remove the key");
      return;
    }
    boolean quotable = rule.asText().equals("string") && value.isValueNode();
    findings.add(
        key,
        "not " + expected + ": `" + value.asText(value.getNodeType() + "").strip() + "`",
        "YAML reads it as " + article(typeOf(value)),
        quotable ? "put it in quotes" : "write it like " + example(schema.at(names)));
  }

  private void unknownValue(String key, JsonNode value, JsonNode rule) {
    List<String> valid =
        StreamSupport.stream(rule.spliterator(), false).map(JsonNode::asText).toList();
    findings.add(
        key,
        "unknown value `" + value.asText() + "`",
        "valid values are " + String.join(", ", valid),
        nearest(value.asText(), valid, "choose one of them"));
  }

  private void outOfBounds(String key, String keyword, JsonNode value, JsonNode rule) {
    String bound =
        switch (keyword) {
          case "minimum" -> "at least ";
          case "maximum" -> "at most ";
          case "exclusiveMinimum" -> "above ";
          case "exclusiveMaximum" -> "below ";
          default -> keyword + " ";
        };
    findings.add(
        key,
        "out of bounds: " + value.asText(),
        "it must be " + bound + rule.asText(),
        "choose such a number");
  }

  static String nearest(String name, Collection<String> valid, String otherwise) {
    return NearestName.find(name, valid)
        .map(near -> "did you mean `" + near + "`?")
        .orElse(otherwise);
  }

  private String example(JsonNode property) {
    JsonNode example = schema.resolved(property).path("examples").path(0);
    return example.isTextual() ? example.asText() : example.toString();
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      default -> "string";
    };
  }

  private static String article(String type) {
    return switch (type) {
      case "object" -> "a mapping of keys";
      case "array" -> "a list";
      case "boolean" -> "true or false";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      default -> "text";
    };
  }

  private static List<String> names(JsonNodePath path) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      if (path.getElement(i) instanceof String name) {
        names.add(name);
      }
    }
    return names;
  }

  private static String key(JsonNodePath path) {
    String key = "";
    for (int i = 0; i < path.getNameCount(); i++) {
      key =
          path.getElement(i) instanceof Integer index
              ? Findings.item(key, index)
              : Findings.child(key, path.getName(i));
    }
    return key;
  }
}
