package org.cityeval.config.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityeval.config.check.ConfigSchema;
import org.cityeval.config.check.Findings;
import org.cityeval.config.lake.Variables;
import org.yaml.snakeyaml.error.YAMLException;

/** What the command line and the environment change in a config. */
final class Overrides {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  private final Findings findings;
  private final Map<String, String> values = new TreeMap<>();
  private final Map<String, String> written = new TreeMap<>();

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

  /** Replaces every {@code ${NAME}} in texts, but for those that are published as they are. */
  void expand(ObjectNode root, ConfigSchema schema, Map<String, String> environment) {
    schema.mapTexts(
        root,
        (key, text) -> {
          String expanded = expanded(text, key, environment);
          if (!expanded.equals(text)) {
            written.put(key, text);
          }
          return expanded;
        });
  }

  /** The variables that the config was completed by. */
  Variables variables() {
    return new Variables(values, written);
  }

  private String expanded(String text, String key, Map<String, String> environment) {
    Matcher variable = VARIABLE.matcher(text);
    return variable.replaceAll(
        match -> {
          String name = match.group(1);
          if (environment.containsKey(name)) {
            values.put(name, environment.get(name));
          } else {
            findings.add(
                key,
                "environment variable " + name + " is not set",
                "the value refers to ${" + name + "}",
                "export " + name + "=... before the run");
          }
          return Matcher.quoteReplacement(environment.getOrDefault(name, match.group()));
        });
  }
}
