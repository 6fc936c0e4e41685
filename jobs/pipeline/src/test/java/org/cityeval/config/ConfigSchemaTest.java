package org.cityeval.config;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
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
    Set<Class<?>> records = new java.util.HashSet<>();
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

  /** Every default of the contract; a key that gains one must be listed here. */
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
    assertThat(defaults)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("districts.format", "\"csv\""),
                Map.entry("districts.options.encoding", "\"UTF-8\""),
                Map.entry("districts.options.delimiter", "\",\""),
                Map.entry("districts.options.decimal", "\".\""),
                Map.entry("districts.geometry.id", "\"id\""),
                Map.entry("districts.geometry.datum", "\"wgs84\""),
                Map.entry("crosswalks.*.format", "\"csv\""),
                Map.entry("crosswalks.*.options.encoding", "\"UTF-8\""),
                Map.entry("crosswalks.*.options.delimiter", "\",\""),
                Map.entry("crosswalks.*.options.decimal", "\".\""),
                Map.entry("sources.*.format", "\"csv\""),
                Map.entry("sources.*.options.encoding", "\"UTF-8\""),
                Map.entry("sources.*.options.delimiter", "\",\""),
                Map.entry("sources.*.options.decimal", "\".\""),
                Map.entry("sources.*.place.datum", "\"wgs84\""),
                Map.entry("sources.*.unknown_district", "\"quarantine\""),
                Map.entry("sources.*.missing", "[\"\"]"),
                Map.entry("sources.*.contract.schema[].logicalType", "\"string\""),
                Map.entry("sources.*.contract.schema[].required", "false"),
                Map.entry("sources.*.contract.schema[].unique", "false"),
                Map.entry("sources.*.contract.schema[].severity", "\"warn\""),
                Map.entry("sources.*.contract.quality[].type", "\"library\""),
                Map.entry("sources.*.contract.quality[].engine", "\"cityeval\""),
                Map.entry("sources.*.contract.quality[].arguments.everyDays", "1"),
                Map.entry("sources.*.contract.quality[].arguments.method", "\"robustZ\""),
                Map.entry("sources.*.contract.quality[].severity", "\"warn\""),
                Map.entry("sources.*.contract.slaProperties[].unit", "\"d\""),
                Map.entry("sources.*.contract.slaProperties[].severity", "\"warn\""),
                Map.entry("sources.*.measures.*.scale", "100"),
                Map.entry("sources.*.measures.*.smoothed_days", "1"),
                Map.entry("sources.*.measures.*.before_first", "\"missing\""),
                Map.entry("sources.*.measures.*.every", "\"day\""),
                Map.entry("sources.*.measures.*.dated", "\"last_day\""),
                Map.entry("baselines.*.align", "\"weekday\""),
                Map.entry("baselines.*.window_days", "7"),
                Map.entry("baselines.*.average", "\"median\""),
                Map.entry("baselines.*.pre_period", "true"),
                Map.entry("panel.serial_interval.mean", "4.7"),
                Map.entry("panel.serial_interval.sd", "2.9"),
                Map.entry(
                    "panel.serial_interval.citation",
                    "\"Nishiura, Linton & Akhmetzhanov (2020), Int. J. Infect. Dis. 93:284\""),
                Map.entry("panel.rt.window_days", "7"),
                Map.entry("panel.rt.minimum_cases", "11"),
                Map.entry("panel.rt.prior_shape", "1"),
                Map.entry("panel.rt.prior_scale", "5"),
                Map.entry("panel.risk.preset", "\"zhejiang\""),
                Map.entry("panel.risk.clear_days", "14"),
                Map.entry("panel.risk.quiet_days", "3"),
                Map.entry("panel.risk.orange_from", "0.5"),
                Map.entry("panel.risk.red_from", "1.5"),
                Map.entry("panel.risk.cluster_cases", "2"),
                Map.entry("panel.waves.separation_days", "35"),
                Map.entry("panel.waves.prominence_per_100k", "0.1"),
                Map.entry("panel.waves.relative_prominence", "0.61"),
                Map.entry("panel.gap_days", "3"),
                Map.entry("indicators.restriction.mobility_at_most", "-0.2"),
                Map.entry("indicators.restriction.risk_level_at_least", "3"),
                Map.entry("indicators.restriction.lag_days", "1"),
                Map.entry("indicators.restriction.risk_scope", "\"neighbours\""),
                Map.entry("indicators.recovery.level", "0.9"),
                Map.entry("indicators.recovery.sustained_days", "7"),
                Map.entry("indicators.minimum_cases", "11"),
                Map.entry("indicators.uncertainty.level", "0.95"),
                Map.entry("indicators.uncertainty.replicates", "500"),
                Map.entry("indicators.uncertainty.block_days", "14"),
                Map.entry("indicators.uncertainty.seed", "0"),
                Map.entry("comparison.draws", "2000"),
                Map.entry(
                    "comparison.weightings.efficiency",
                    "{\"efficiency\":0.6,\"precision\":0.3,\"public_value\":0.1}"),
                Map.entry(
                    "comparison.weightings.public_value",
                    "{\"efficiency\":0.2,\"precision\":0.2,\"P7\":0.2,\"public_value\":0.4}"),
                Map.entry("quality.maximum_quarantined_share", "0.05"),
                Map.entry("quality.maximum_lost_share", "0.05"),
                Map.entry("quality.minimum_observed_share", "0.5"),
                Map.entry("quality.missing_district", "\"fail\""),
                Map.entry("quality.thin_district", "\"warn\"")));
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
              schema.resolved(keys.get(key)).path("enum").forEach(v -> valid.add(v.asText()));
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
        found.put(at, inner);
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
      return (Class<?>) value;
    }
    if (List.class.equals(component.getType())
        && component.getGenericType() instanceof ParameterizedType list) {
      return (Class<?>) list.getActualTypeArguments()[0];
    }
    return component.getType();
  }
}
