package org.cityeval.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.YAMLException;

/** What the command line and the environment change in a config. */
final class Overrides {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  private final Findings findings;

  Overrides(Findings findings) {
    this.findings = findings;
  }

  /** Applies settings of the form {@code a.b.c=value}, the value read as YAML. */
  void set(ObjectNode root, List<String> settings) {
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      String key = equals < 0 ? "" : setting.substring(0, equals).strip();
      if (key.isEmpty()) {
        findings.writtenBy(setting, setting);
        findings.add(
            setting,
            "not a setting",
            "a setting is a key, `=` and a value",
            "write it like --set panel.risk.preset=act_now");
      } else {
        set(root, key, setting, setting.substring(equals + 1));
      }
    }
  }

  private void set(ObjectNode root, String key, String setting, String text) {
    String[] names = key.split("\\.", -1);
    ObjectNode parent = root;
    String at = "";
    for (int i = 0; i < names.length - 1; i++) {
      JsonNode next = parent.get(names[i]);
      at = Findings.child(at, names[i]);
      if (next == null || next.isNull()) {
        findings.writtenBy(setting, at);
        next = parent.putObject(names[i]);
      }
      if (!(next instanceof ObjectNode object)) {
        findings.writtenBy(setting, key);
        findings.add(
            key,
            "unknown key: `" + at + "` holds no keys",
            "it is a single value or a list",
            "set the whole of it: --set " + at + "=...");
        return;
      }
      parent = object;
    }
    findings.writtenBy(setting, key);
    try {
      parent.set(names[names.length - 1], new YamlReader(findings).value(text, key));
    } catch (YAMLException broken) {
      findings.add(key, "value is not valid YAML", "it reads `" + text + "`", "put it in quotes");
    }
  }

  /** Replaces every {@code ${NAME}} in string values. */
  void expand(JsonNode node, String key, Map<String, String> environment) {
    if (node instanceof ObjectNode object) {
      for (String name : names(object)) {
        String at = Findings.child(key, name);
        if (object.get(name).isTextual()) {
          object.set(name, expanded(object.get(name).textValue(), at, environment));
        } else {
          expand(object.get(name), at, environment);
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        String at = Findings.item(key, i);
        if (array.get(i).isTextual()) {
          array.set(i, expanded(array.get(i).textValue(), at, environment));
        } else {
          expand(array.get(i), at, environment);
        }
      }
    }
  }

  private TextNode expanded(String text, String key, Map<String, String> environment) {
    Matcher variable = VARIABLE.matcher(text);
    return TextNode.valueOf(
        variable.replaceAll(
            match -> {
              String name = match.group(1);
              if (!environment.containsKey(name)) {
                findings.add(
                    key,
                    "environment variable " + name + " is not set",
                    "the value refers to ${" + name + "}",
                    "export " + name + "=... before the run");
              }
              return Matcher.quoteReplacement(environment.getOrDefault(name, match.group()));
            }));
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
