package org.cityeval.config.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cityeval.config.check.Findings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML into a tree and remembers the line of every key; dates stay the text they are. */
public final class YamlReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int LARGEST_FILE_CHARACTERS = 1_000_000;
  private static final int MOST_ALIASES = 20;
  private static final int DEEPEST_NESTING = 20;
  private static final int MOST_NODES = 100_000;

  private final Findings findings;
  private int nodes;

  public YamlReader(Findings findings) {
    this.findings = findings;
  }

  /** The tree of the text; an empty object where the text holds no mapping, with the finding. */
  public ObjectNode read(String text) {
    try {
      Node node = compose(text);
      if (node instanceof MappingNode) {
        findings.writtenAt("", 1);
        return (ObjectNode) tree(node, "", 0);
      }
      findings.addAtLine(
          1,
          "",
          "no keys found",
          "a config is a mapping of keys",
          "start from conf/reference.yaml");
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
      String context = broken.getContext() == null ? "" : broken.getContext();
      findings.addAtLine(
          line,
          "",
          "not valid YAML: " + broken.getProblem(),
          context,
          "check indentation, quotes and brackets there");
    } catch (YAMLException unsafe) {
      findings.addAtLine(
          1, "", "not valid YAML: " + unsafe.getMessage(), "", "write repeated parts out");
    }
    return JSON.objectNode();
  }

  /** One value, as the right side of a setting. */
  JsonNode value(String text, String key) {
    Node node = compose(text);
    return node == null ? JSON.textNode("") : new YamlReader(new Findings("")).tree(node, key, 0);
  }

  private static Node compose(String text) {
    return new Yaml(options()).compose(new StringReader(text));
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST_FILE_CHARACTERS);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setNestingDepthLimit(DEEPEST_NESTING);
    return options;
  }

  private JsonNode tree(Node node, String key, int depth) {
    nodes++;
    // Aliases share nodes, so a small file can stand for an endless tree.
    if (depth > DEEPEST_NESTING || nodes > MOST_NODES) {
      throw new YAMLException("aliases nest too deeply or repeat too much");
    }
    if (node instanceof MappingNode mapping) {
      return object(mapping, key, depth);
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JSON.arrayNode();
      for (Node item : sequence.getValue()) {
        String at = Findings.item(key, array.size());
        findings.writtenAt(at, line(item));
        array.add(tree(item, at, depth + 1));
      }
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private ObjectNode object(MappingNode mapping, String key, int depth) {
    ObjectNode object = JSON.objectNode();
    Map<String, Integer> firstLines = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      int line = line(entry.getKeyNode());
      if (!(entry.getKeyNode() instanceof ScalarNode name)) {
        findings.addAtLine(
            line, key, "a key that is a list or a mapping", "keys are names", "name the key");
        continue;
      }
      String at = Findings.child(key, name.getValue());
      Integer before = firstLines.putIfAbsent(name.getValue(), line);
      if (before != null) {
        findings.addAtLine(
            line,
            at,
            "duplicate key `" + name.getValue() + "`",
            "it stands already on line " + before,
            "keep one of the two");
        continue;
      }
      findings.writtenAt(at, line);
      object.set(name.getValue(), tree(entry.getValueNode(), at, depth + 1));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode node) {
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL) || tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      Object value = new Scalars().valueOf(node);
      if (value instanceof Boolean truth) {
        return JSON.booleanNode(truth);
      }
      if (value instanceof Integer || value instanceof Long) {
        return JSON.numberNode(((Number) value).longValue());
      }
      if (value instanceof Double number && Double.isFinite(number)) {
        return JSON.numberNode(number.doubleValue());
      }
    }
    return JSON.textNode(node.getValue());
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** YAML's own rules for truth values and numbers. */
  private static final class Scalars extends SafeConstructor {
    Scalars() {
      super(options());
    }

    Object valueOf(ScalarNode node) {
      return constructObject(node);
    }
  }
}
