package org.cityeval.config.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The environment variables that a config was completed by. What they hold may be a secret: texts
 * that leave the program name them instead.
 */
public final class Variables implements Serializable {
  /** Of a config that names none. */
  public static final Variables NONE = new Variables(Map.of(), Map.of());

  /** A shorter value cannot be told from other text, and would be guessed anyway. */
  private static final int SHORTEST_HIDDEN = 6;

  private final TreeMap<String, String> written;
  private final LinkedHashMap<String, String> hidden = new LinkedHashMap<>();

  /**
   * @param values by name of the variable
   * @param written the texts that name variables, by key of the config
   */
  public Variables(Map<String, String> values, Map<String, String> written) {
    this.written = new TreeMap<>(written);
    // A value within another is hidden after it.
    List<Map.Entry<String, String>> spellings = new ArrayList<>();
    new TreeMap<>(values)
        .forEach(
            (name, value) ->
                spellings(value)
                    .forEach(spelling -> spellings.add(Map.entry(spelling, "${" + name + "}"))));
    spellings.sort(Comparator.comparingInt(entry -> -entry.getKey().length()));
    spellings.forEach(entry -> hidden.putIfAbsent(entry.getKey(), entry.getValue()));
  }

  /** How a value may come out of the file systems that it went through. */
  private static Set<String> spellings(String value) {
    String bare = value.strip().replaceFirst("(?<=.)/+$", "");
    Set<String> spellings = new LinkedHashSet<>(List.of(bare));
    if (bare.contains("/")) {
      try {
        spellings.add(Path.of(bare).normalize().toString());
      } catch (InvalidPathException noPath) {
        // It has no other spelling as a path, then.
      }
    }
    for (String spelling : List.copyOf(spellings)) {
      try {
        URI uri = new URI(null, null, spelling, null);
        spellings.add(uri.getRawPath());
        spellings.add(uri.toASCIIString());
      } catch (URISyntaxException noUri) {
        // Nor as the path of a URI.
      }
    }
    spellings.removeIf(spelling -> spelling.length() < SHORTEST_HIDDEN);
    return spellings;
  }

  /** The text with the names of variables in place of their values; null stays null. */
  public String conceal(String text) {
    String concealed = text;
    if (text != null) {
      for (Map.Entry<String, String> entry : hidden.entrySet()) {
        concealed = concealed.replace(entry.getKey(), entry.getValue());
      }
    }
    return concealed;
  }

  /** What is concealed, with what stands in its place, in the order it is looked for. */
  public Map<String, String> concealed() {
    return new LinkedHashMap<>(hidden);
  }

  /** Whether a key within a section is completed by a variable, paths left out. */
  public boolean within(String section) {
    return written.keySet().stream()
        .anyMatch(key -> key.startsWith(section + ".") && !key.endsWith(".path"));
  }

  /** Whether variables complete paths and nothing else. */
  public boolean areOfPathsAlone() {
    return written.keySet().stream().allMatch(key -> key.endsWith(".path"));
  }

  /** Puts the texts as they were written back into a config. */
  public void restore(ObjectNode config) {
    written.forEach((key, text) -> put(config, List.of(key.split("\\.|(?=\\[)")), text));
    concealTexts(config);
  }

  private static void put(JsonNode node, List<String> key, String text) {
    JsonNode parent = node;
    for (String part : key.subList(0, key.size() - 1)) {
      parent = child(parent, part);
    }
    String last = key.get(key.size() - 1);
    JsonNode now = child(parent, last);
    if (now instanceof ArrayNode list && list.size() == 1) {
      // One item may be written without its list.
      list.set(0, TextNode.valueOf(text));
    } else if (parent instanceof ObjectNode object && now.isValueNode()) {
      object.put(last, text);
    } else if (parent instanceof ArrayNode list && now.isValueNode()) {
      list.set(index(last), TextNode.valueOf(text));
    }
  }

  private static JsonNode child(JsonNode parent, String part) {
    return part.startsWith("[") ? parent.path(index(part)) : parent.path(part);
  }

  private static int index(String part) {
    return Integer.parseInt(part.substring(1, part.length() - 1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Variables variables
        && variables.written.equals(written)
        && variables.hidden.equals(hidden);
  }

  @Override
  public int hashCode() {
    return Objects.hash(written, hidden);
  }

  private void concealTexts(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
        if (entry.getValue().isTextual()) {
          object.put(entry.getKey(), conceal(entry.getValue().textValue()));
        } else {
          concealTexts(entry.getValue());
        }
      }
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i).isTextual()) {
          list.set(i, TextNode.valueOf(conceal(list.get(i).textValue())));
        } else {
          concealTexts(list.get(i));
        }
      }
    }
  }
}
