package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;

/** The JSON Schema of the config: the single source of its keys, defaults and descriptions. */
public final class ConfigSchema {
  private static final String RESOURCE = "config.schema.json";
  private static final String PATH_DEFINITION = "#/$defs/path";

  private final String text;
  private final JsonNode root;
  private final JsonSchema validator;

  private ConfigSchema(String text) throws IOException {
    this.text = text;
    this.root = new ObjectMapper().readTree(text);
    this.validator =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                root, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  public static ConfigSchema load() {
    try (InputStream stream = ConfigSchema.class.getResourceAsStream(RESOURCE)) {
      return new ConfigSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The schema as it is published to editors. */
  public String text() {
    return text;
  }

  /** The schema of the whole config. */
  public JsonNode root() {
    return root;
  }

  /** The schema with the definition it refers to written out; its own keywords win. */
  public JsonNode resolved(JsonNode schema) {
    JsonNode reference = schema.get("$ref");
    if (reference == null) {
      return schema;
    }
    ObjectNode merged = root.at(reference.textValue().substring(1)).deepCopy();
    merged.setAll((ObjectNode) schema);
    merged.remove("$ref");
    return merged;
  }

  /** The keys of an object by name, in the order of the schema; none for other types. */
  public Map<String, JsonNode> properties(JsonNode schema) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    resolved(schema)
        .path("properties")
        .properties()
        .forEach(e -> properties.put(e.getKey(), e.getValue()));
    return properties;
  }

  /** The schema of the items of a list or the values of a map; missing for other types. */
  public JsonNode entries(JsonNode schema) {
    JsonNode holder = resolved(schema);
    return resolved(
        holder.has("items") ? holder.path("items") : holder.path("additionalProperties"));
  }

  /** Whether the value is a path, which differs from machine to machine. */
  static boolean isPath(JsonNode schema) {
    return schema.path("$ref").asText().equals(PATH_DEFINITION);
  }

  Collection<ValidationMessage> validate(JsonNode config) {
    return validator.validate(config);
  }

  /** The schema of the value at the names, following maps and lists; missing if there is none. */
  JsonNode at(Iterable<String> names) {
    JsonNode schema = root;
    for (String name : names) {
      schema = child(schema, name);
    }
    return resolved(schema);
  }

  /** The keys of the mapping at the names, be it an item of a list or not. */
  Map<String, JsonNode> propertiesAt(Iterable<String> names) {
    JsonNode schema = at(names);
    return properties(schema.has("items") ? entries(schema) : schema);
  }

  private JsonNode child(JsonNode schema, String name) {
    JsonNode parent = resolved(schema);
    if (parent.has("items")) {
      parent = resolved(parent.path("items"));
    }
    JsonNode named = parent.path("properties").path(name);
    return named.isMissingNode() ? parent.path("additionalProperties") : named;
  }

  /** Writes the default of every key that the config leaves out, at every depth. */
  public void applyDefaults(ObjectNode config) {
    applyDefaults(config, root);
  }

  private void applyDefaults(ObjectNode object, JsonNode schema) {
    properties(schema)
        .forEach(
            (name, property) -> {
              JsonNode standard = resolved(property).get("default");
              if (!object.has(name) && standard != null) {
                object.set(name, standard.deepCopy());
              }
            });
    object
        .properties()
        .forEach(
            entry -> {
              JsonNode inner = child(schema, entry.getKey());
              if (entry.getValue() instanceof ObjectNode mapping) {
                applyDefaults(mapping, inner);
              } else if (entry.getValue() instanceof ArrayNode list) {
                list.forEach(item -> applyDefaultsToItem(item, entries(inner)));
              }
            });
  }

  private void applyDefaultsToItem(JsonNode item, JsonNode schema) {
    if (item instanceof ObjectNode mapping) {
      applyDefaults(mapping, schema);
    }
  }

  /** Replaces every path by what the function makes of its key and text; null removes it. */
  public void mapPaths(ObjectNode config, BiFunction<String, String, String> mapping) {
    mapPaths(config, root, "", mapping);
  }

  private void mapPaths(
      ObjectNode object, JsonNode schema, String key, BiFunction<String, String, String> mapping) {
    for (Map.Entry<String, JsonNode> entry : Map.copyOf(asMap(object)).entrySet()) {
      JsonNode child = child(schema, entry.getKey());
      String at = Findings.child(key, entry.getKey());
      if (entry.getValue() instanceof ObjectNode inner) {
        mapPaths(inner, child, at, mapping);
      } else if (isPath(child) && entry.getValue().isTextual()) {
        String mapped = mapping.apply(at, entry.getValue().textValue());
        if (mapped == null) {
          object.remove(entry.getKey());
        } else {
          object.put(entry.getKey(), mapped);
        }
      }
    }
  }

  /**
   * Replaces every text by what the function makes of its key and itself. Texts that are published
   * as they are written, such as titles, stay.
   */
  public void mapTexts(ObjectNode config, BinaryOperator<String> mapping) {
    mapTexts(config, root, "", mapping);
  }

  private JsonNode mapTexts(
      JsonNode node, JsonNode schema, String key, BinaryOperator<String> mapping) {
    if (node instanceof ObjectNode object) {
      asMap(object)
          .forEach(
              (name, value) ->
                  object.set(
                      name,
                      mapTexts(value, child(schema, name), Findings.child(key, name), mapping)));
    } else if (node instanceof ArrayNode list) {
      JsonNode entries = entries(schema);
      for (int i = 0; i < list.size(); i++) {
        list.set(i, mapTexts(list.get(i), entries, Findings.item(key, i), mapping));
      }
    } else if (node.isTextual() && !schema.path("$comment").asText().equals("published")) {
      return TextNode.valueOf(mapping.apply(key, node.textValue()));
    }
    return node;
  }

  private static Map<String, JsonNode> asMap(ObjectNode object) {
    Map<String, JsonNode> map = new LinkedHashMap<>();
    object.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    return map;
  }
}
