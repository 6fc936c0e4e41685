package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.TestConfig;
import org.cityeval.config.lake.MeasureConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigSchemaTest {
  private final ConfigSchema schema = ConfigSchema.load();
  @TempDir private Path folder;

  @Test
  void isAValidSchemaOfDraft202012() {
    JsonNode metaSchema =
        JsonNodeFactory.instance
            .objectNode()
            .put("$ref", "https://json-schema.org/draft/2020-12/schema");
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(metaSchema)
                .validate(schema.root()))
        .isEmpty();
  }

  @Test
  void mapsEveryRecordComponentAndNothingElse() {
    Set<String> components = new TreeSet<>();
    components(EvaluationConfig.class, "", components);
    assertThat(keys().keySet()).isEqualTo(components);
  }

  @Test
  void recordsHaveAtMostEightComponents() {
    Set<Class<?>> records = new HashSet<>();
    records(EvaluationConfig.class, records);
    assertThat(records)
        .hasSizeGreaterThan(20)
        .allSatisfy(type -> assertThat(type.getRecordComponents()).hasSizeLessThanOrEqualTo(8));
  }

  @Test
  void describesEveryKeyWithAnExample() {
    keys()
        .forEach(
            (key, property) -> {
              JsonNode resolved = schema.resolved(property);
              assertThat(resolved.path("description").asText()).as(key).endsWith(".");
              // The name of an entry is the user's; its keys have examples of their own.
              boolean holdsOnly = !schema.properties(property).isEmpty();
              assertThat(holdsOnly || !resolved.path("examples").path(0).isMissingNode())
                  .as(key)
                  .isTrue();
            });
  }

  /** Every default of the contract; a key that gains one must be listed. */
  @Test
  void declaresExactlyTheseDefaults() {
    Map<String, String> defaults = new TreeMap<>();
    keys()
        .forEach(
            (key, property) -> {
              JsonNode standard = schema.resolved(property).get("default");
              if (standard != null && !standard.toString().equals("{}")) {
                defaults.put(key, standard.toString());
              }
            });
    assertThat(defaults).containsExactlyInAnyOrderEntriesOf(DeclaredDefaults.ALL);
  }

  @Test
  void namesEveryConstantOfItsEnums() {
    Map<String, JsonNode> keys = keys();
    enumKeys(EvaluationConfig.class, "")
        .forEach(
            (key, type) -> {
              Set<String> constants = new TreeSet<>();
              for (Object constant : type.getEnumConstants()) {
                constants.add(written(type, (Enum<?>) constant));
              }
              Set<String> valid = new TreeSet<>();
              // The values of a map have no key of their own.
              JsonNode declared =
                  keys.containsKey(key)
                      ? schema.resolved(keys.get(key))
                      : schema.entries(keys.get(key.replaceFirst("\\.\\*$", "")));
              declared.path("enum").forEach(v -> valid.add(v.asText()));
              assertThat(valid).as(key).isEqualTo(constants);
            });
  }

  @Test
  void itsExamplesMakeAConfigTogether() {
    ObjectNode example = JsonNodeFactory.instance.objectNode();
    schema
        .properties(schema.root())
        .forEach((name, section) -> example.set(name, section.path("examples").path(0)));

    // JSON is YAML.
    EvaluationConfig config = TestConfig.load(folder, example.toString());

    assertThat(config.evaluation().id()).isEqualTo("hangzhou-2022");
  }

  private Map<String, JsonNode> keys() {
    Map<String, JsonNode> keys = new TreeMap<>();
    keys(schema.root(), "", keys);
    return keys;
  }

  private void keys(JsonNode parent, String key, Map<String, JsonNode> keys) {
    schema
        .properties(parent)
        .forEach(
            (name, property) -> {
              String at = Findings.child(key, name);
              keys.put(at, property);
              keys(property, at, keys);
              boolean isList = schema.resolved(property).has("items");
              keys(schema.entries(property), at + (isList ? "[]" : ".*"), keys);
            });
  }

  private static void components(Class<?> type, String key, Set<String> found) {
    for (RecordComponent component : type.getRecordComponents()) {
      String at = key(component, key);
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        components(component.getType(), key, found);
        continue;
      } else if (component.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
        continue;
      }
      found.add(at);
      Class<?> inner = entryType(component);
      // A range is written as a list, so it has no keys.
      if (inner.isRecord() && inner != MeasureConfig.Range.class) {
        components(inner, inner == component.getType() ? at : at + entry(component), found);
      }
    }
  }

  private static Map<String, Class<?>> enumKeys(Class<?> type, String key) {
    Map<String, Class<?>> found = new TreeMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      boolean unwrapped = component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
      String at = unwrapped ? key : key(component, key);
      Class<?> inner = entryType(component);
      boolean isList = component.getType() == List.class;
      if (inner.isEnum() && !isList && inner != org.cityeval.series.Quantity.class) {
        found.put(inner == component.getType() ? at : at + entry(component), inner);
      } else if (inner.isRecord()) {
        found.putAll(
            enumKeys(
                inner, unwrapped || inner == component.getType() ? at : at + entry(component)));
      }
    }
    return found;
  }

  private static void records(Class<?> type, Set<Class<?>> found) {
    found.add(type);
    Stream.of(type.getRecordComponents())
        .map(ConfigSchemaTest::entryType)
        .filter(Class::isRecord)
        .forEach(inner -> records(inner, found));
  }

  private static String key(RecordComponent component, String parent) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    // A contract's keys are those of the Open Data Contract Standard, in camel case.
    boolean ofStandard = component.getDeclaringRecord().isAnnotationPresent(JsonNaming.class);
    String unnamed =
        ofStandard ? component.getName() : new SnakeCaseStrategy().translate(component.getName());
    return Findings.child(parent, named == null ? unnamed : named.value());
  }

  private static String written(Class<?> type, Enum<?> constant) {
    try {
      JsonProperty named = type.getField(constant.name()).getAnnotation(JsonProperty.class);
      return named == null ? constant.name().toLowerCase(Locale.ROOT) : named.value();
    } catch (NoSuchFieldException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** How the entries of a map or list are written. */
  private static String entry(RecordComponent component) {
    return component.getType() == List.class ? "[]" : ".*";
  }

  /** The type of a component, or of the values of a map or list. */
  private static Class<?> entryType(RecordComponent component) {
    if (Map.class.equals(component.getType())
        && component.getGenericType() instanceof ParameterizedType map) {
      Type value = List.of(map.getActualTypeArguments()).get(1);
      return value instanceof ParameterizedType list
          ? (Class<?>) list.getActualTypeArguments()[0]
          : (Class<?>) value;
    }
    if (List.class.equals(component.getType())
        && component.getGenericType() instanceof ParameterizedType list) {
      return (Class<?>) list.getActualTypeArguments()[0];
    }
    return component.getType();
  }
}
