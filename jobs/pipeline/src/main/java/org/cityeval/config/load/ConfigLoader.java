package org.cityeval.config.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.check.ConfigProblems;
import org.cityeval.config.check.ConfigRules;
import org.cityeval.config.check.ConfigSchema;
import org.cityeval.config.check.Findings;
import org.cityeval.config.check.SchemaFindings;
import org.cityeval.config.lake.Variables;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Quantity;
import org.cityeval.storage.StoragePath;

/** Loads the config of an evaluation, or says everything that is wrong with it. */
public final class ConfigLoader {
  /** What all sources are mapped by, besides their own keys. */
  private static final List<String> MAPPED_BY = List.of("districts", "crosswalks");

  private static final ConfigSchema SCHEMA = ConfigSchema.load();
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addKeyDeserializer(Quantity.class, new MeasureNameReader()))
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private ConfigLoader() {}

  /**
   * Loads a config with every default applied and every path resolved against its folder.
   *
   * @param environment what {@code ${NAME}} in a value stands for
   * @param settings overrides of the form {@code panel.risk.preset=act_now}, the last one winning
   * @throws ConfigProblems with all problems at once
   * @throws UserProblem where the file cannot be read
   */
  public static EvaluationConfig load(
      Path file, Map<String, String> environment, List<String> settings) {
    Findings findings = new Findings(file.toString());
    ObjectNode config = new YamlReader(findings).read(text(file));
    if (config.isEmpty()) {
      findings.report();
    }
    Overrides overrides = new Overrides(findings);
    overrides.set(config, settings);
    overrides.expand(config, SCHEMA, environment);
    Variables variables = overrides.variables();
    findings.conceal(variables);
    new SchemaFindings(SCHEMA, findings).check(config);
    SCHEMA.applyDefaults(config);
    new ConfigRules(config, findings).check();
    findings.report();
    SCHEMA.mapPaths(config, (key, path) -> StoragePath.beside(file, path).toString());
    try {
      return MAPPER.treeToValue(config, EvaluationConfig.class).completedBy(variables);
    } catch (JsonProcessingException unreadable) {
      findings.add("", unreadable.getOriginalMessage(), "", "see conf/reference.yaml");
      findings.report();
      throw new IllegalStateException(unreadable);
    }
  }

  /** The effective config as the JSON that {@link #hash(EvaluationConfig)} is the hash of. */
  public static String canonical(EvaluationConfig config) {
    return canonical(withoutPaths(config));
  }

  /**
   * The SHA-256 (hex) of the effective config, equal for equal evaluations. Paths are left out, as
   * they differ from machine to machine. Neither comments nor the order of keys count. A variable
   * counts by its name: a hash of a short secret could be guessed.
   */
  public static String hash(EvaluationConfig config) {
    return hash(withoutPaths(config));
  }

  /** The same of what decides how the records of one source are mapped. */
  public static String hash(EvaluationConfig config, String source) {
    return mappingHash(config, "sources", source);
  }

  /** The same of what decides how the records of one register of requests are mapped. */
  public static String requestHash(EvaluationConfig config, String requests) {
    return mappingHash(config, "requests", requests);
  }

  /**
   * Whether what decides how the records of a source or of requests are mapped is completed by
   * variables, whose values no hash holds.
   *
   * @param section sources or requests
   */
  public static boolean isCompletedByVariables(
      EvaluationConfig config, String section, String name) {
    return config.variables().within(section + "." + name)
        || MAPPED_BY.stream().anyMatch(config.variables()::within);
  }

  private static String mappingHash(EvaluationConfig config, String section, String name) {
    ObjectNode all = withoutPaths(config);
    ObjectNode mapping = MAPPER.createObjectNode();
    mapping.set("source", all.path(section).path(name));
    for (String shared : MAPPED_BY) {
      mapping.set(shared, all.path(shared));
    }
    return hash(mapping);
  }

  /** Every text within a part of a config. */
  public static List<String> texts(Object part) {
    List<String> texts = new ArrayList<>();
    collectTexts(MAPPER.valueToTree(part), texts);
    return texts;
  }

  private static void collectTexts(JsonNode node, List<String> texts) {
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    node.forEach(child -> collectTexts(child, texts));
  }

  /** Every path that a config names, by its key; resolved. */
  public static Map<String, String> paths(EvaluationConfig config) {
    Map<String, String> paths = new TreeMap<>();
    SCHEMA.mapPaths(
        MAPPER.valueToTree(config),
        (key, path) -> {
          paths.put(key, path);
          return path;
        });
    return paths;
  }

  private static ObjectNode withoutPaths(EvaluationConfig config) {
    ObjectNode tree = MAPPER.valueToTree(config);
    SCHEMA.mapPaths(tree, (key, path) -> null);
    config.variables().restore(tree);
    return tree;
  }

  private static String hash(ObjectNode tree) {
    try {
      byte[] canonical = canonical(tree).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String canonical(ObjectNode tree) {
    try {
      return MAPPER.writeValueAsString(MAPPER.treeToValue(tree, Object.class));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (MalformedInputException notUtf8) {
      throw new UserProblem(
          file + ": not UTF-8", "a config is read as UTF-8", "save it as UTF-8", notUtf8);
    } catch (IOException unreadable) {
      throw new UserProblem(
          file + ": cannot be read",
          Files.exists(file) ? "it is no readable file" : "no such file",
          "name a config with --config, such as conf/us-metros.yaml",
          unreadable);
    }
  }

  private static final class MeasureNameReader extends KeyDeserializer {
    @Override
    public Quantity deserializeKey(String key, DeserializationContext context) {
      return Quantity.find(key).orElseThrow();
    }
  }
}
