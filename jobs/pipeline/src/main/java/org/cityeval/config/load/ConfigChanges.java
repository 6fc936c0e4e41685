package org.cityeval.config.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cityeval.config.check.Findings;

/**
 * Which keys two effective configs state otherwise, and how far into the evaluation each reaches.
 */
public final class ConfigChanges {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ConfigChanges() {}

  /** What a key decides. */
  public enum Reach {
    /** The days an indicator is given: districts, sources, panel, span. */
    INPUT,
    /** What an indicator makes of them. */
    PARAMETERS,
    /** How values become scores and ranks. */
    COMPARISON,
    /** Titles and holidays, and gates that let pass or stop. */
    NOTHING;

    static Reach of(String key) {
      return switch (key.replaceFirst("\\..*", "")) {
        case "indicators" -> PARAMETERS;
        case "comparison" -> COMPARISON;
        case "quality" -> NOTHING;
        case "evaluation" ->
            key.matches("evaluation\\.(id|title|title_zh|holidays.*)") || key.endsWith(".title")
                ? NOTHING
                : INPUT;
        default -> INPUT;
      };
    }
  }

  /**
   * A key that differs.
   *
   * @param before its value, a text as it is, anything else as JSON; null where it was not there
   * @param after likewise
   */
  public record Change(String key, String before, String after) {
    public Reach reach() {
      return Reach.of(key);
    }
  }

  /** The keys that differ, sorted; lists are values, and compared as a whole. */
  public static List<Change> between(String before, String after) {
    Map<String, String> first = leaves(before);
    Map<String, String> second = leaves(after);
    TreeSet<String> keys = new TreeSet<>(first.keySet());
    keys.addAll(second.keySet());
    List<Change> changes = new ArrayList<>();
    for (String key : keys) {
      if (!Objects.equals(first.get(key), second.get(key))) {
        changes.add(new Change(key, first.get(key), second.get(key)));
      }
    }
    return changes;
  }

  private static Map<String, String> leaves(String config) {
    Map<String, String> leaves = new TreeMap<>();
    try {
      leaves("", MAPPER.readTree(config), leaves);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not JSON: " + config, e);
    }
    return leaves;
  }

  private static void leaves(String key, JsonNode node, Map<String, String> leaves) {
    if (node.isObject() && !node.isEmpty()) {
      node.properties()
          .forEach(child -> leaves(Findings.child(key, child.getKey()), child.getValue(), leaves));
    } else {
      leaves.put(key, node.isTextual() ? node.textValue() : node.toString());
    }
  }
}
