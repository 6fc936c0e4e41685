package org.cityeval.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cityeval.config.check.ConfigSchema;
import org.cityeval.config.check.Findings;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.config.load.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommittedConfigsTest {
  private static final Path FOLDER = Path.of("../../conf");
  private static final Path REFERENCE = FOLDER.resolve("reference.yaml");
  private static final Pattern KEY = Pattern.compile("([a-z][A-Za-z0-9_]*):(?=\\s|$)");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  static List<Path> configs() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void loads(Path file) throws IOException {
    Map<String, String> environment = new HashMap<>();
    Matcher variable = VARIABLE.matcher(Files.readString(file));
    while (variable.find()) {
      environment.put(variable.group(1), "any");
    }

    EvaluationConfig config = ConfigLoader.load(file, environment, List.of());

    assertThat(config.sources().size() + config.requests().size()).isPositive();
    assertThat(ConfigLoader.hash(config)).hasSize(64);
  }

  @Test
  void theReferenceMentionsEveryKey() throws IOException {
    assertThat(REFERENCE).exists();
    String text = Files.readString(REFERENCE);
    Set<String> written = new TreeSet<>();
    ConfigSchema schema = ConfigSchema.load();
    collectWritten(
        schema, schema.root(), new YamlReader(new Findings("reference")).read(text), "", written);
    // An alternative, such as table beside path, can only stand in a comment.
    Set<String> commented = new TreeSet<>();
    text.lines()
        .filter(line -> line.contains("#"))
        .flatMap(line -> KEY.matcher(line.substring(line.indexOf('#'))).results())
        .forEach(match -> commented.add(match.group(1)));

    Set<String> absent = new TreeSet<>();
    collectKeys(schema, schema.root(), "", absent);
    absent.removeAll(written);
    absent.removeIf(key -> commented.contains(key.substring(key.lastIndexOf('.') + 1)));

    assertThat(absent).isEmpty();
  }

  private static void collectKeys(
      ConfigSchema schema, JsonNode parent, String key, Set<String> keys) {
    schema
        .properties(parent)
        .forEach(
            (name, property) -> {
              keys.add(Findings.child(key, name));
              collectKeys(schema, property, Findings.child(key, name), keys);
            });
    JsonNode entries = schema.entries(parent);
    if (entries.isObject()) {
      collectKeys(schema, entries, key + ".*", keys);
    }
  }

  private static void collectWritten(
      ConfigSchema schema, JsonNode parent, JsonNode config, String key, Set<String> keys) {
    schema
        .properties(parent)
        .forEach(
            (name, property) -> {
              if (config.has(name)) {
                keys.add(Findings.child(key, name));
                collectWritten(schema, property, config.get(name), Findings.child(key, name), keys);
              }
            });
    JsonNode entries = schema.entries(parent);
    if (entries.isObject()) {
      config.forEach(entry -> collectWritten(schema, entries, entry, key + ".*", keys));
    }
  }
}
