package org.cityeval.config.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import org.cityeval.config.check.ConfigProblems;
import org.cityeval.config.check.ConfigSchema;
import org.cityeval.config.check.Findings;
import org.junit.jupiter.api.Test;

class OverridesTest {
  private final Findings findings = new Findings("my.yaml");
  private final Overrides overrides = new Overrides(findings);

  private static ObjectNode tree(String yaml) throws JsonProcessingException {
    return (ObjectNode) new YAMLMapper().readTree(yaml);
  }

  private JsonNode set(String yaml, String... settings) throws JsonProcessingException {
    ObjectNode config = tree(yaml);
    overrides.set(config, List.of(settings));
    return config;
  }

  private List<String> told() {
    ConfigProblems found = catchThrowableOfType(ConfigProblems.class, findings::report);
    return found == null
        ? List.of()
        : found.problems().stream().map(one -> one.source() + " " + one.problem()).toList();
  }

  @Test
  void aSettingReplacesOrMakesAKeyAndTheLastOneWins() throws JsonProcessingException {
    assertThat(
            set(
                "panel: {risk: {preset: x}}",
                "panel.risk.preset=y",
                "panel.risk.preset=z",
                "a.b.c=1"))
        .hasToString("{\"panel\":{\"risk\":{\"preset\":\"z\"}},\"a\":{\"b\":{\"c\":1}}}");
    assertThat(told()).isEmpty();
  }

  /** Days stay the text they are, as in the file. */
  @Test
  void theValueIsReadAsYaml() throws JsonProcessingException {
    JsonNode config =
        set("{}", "list=[a, b]", "day=2020-03-01", "truth=true", "empty=", "sql=a = 'b=c'");

    assertThat(config.path("list")).hasSize(2);
    assertThat(config.path("day").textValue()).isEqualTo("2020-03-01");
    assertThat(config.path("truth").isBoolean()).isTrue();
    assertThat(config.path("empty").textValue()).isEmpty();
    assertThat(config.path("sql").textValue()).isEqualTo("a = 'b=c'");
  }

  @Test
  void whatIsNoSettingIsToldWithItself() throws JsonProcessingException {
    set("title: x", "panel", "=5", "title.zh=y", "a=[1");

    assertThat(told())
        .containsExactlyInAnyOrder(
            "--set panel not a setting",
            "--set =5 not a setting",
            "--set title.zh=y unknown key: `title` holds no keys",
            "--set a=[1 value is not valid YAML");
  }

  @Test
  void variablesStandForTheirValuesButInWhatIsPublished() throws JsonProcessingException {
    ObjectNode config =
        tree(
            "{evaluation: {title: 'Price ${PRICE}'},"
                + " sources: {cases: {path: '${LAKE}/c.csv', where: \"k = '${KEY}'\"}}}");
    overrides.expand(
        config, ConfigSchema.load(), Map.of("LAKE", "/srv/$1\\data", "KEY", "abcdefgh"));

    assertThat(config.at("/sources/cases/path").textValue()).isEqualTo("/srv/$1\\data/c.csv");
    assertThat(config.at("/sources/cases/where").textValue()).isEqualTo("k = 'abcdefgh'");
    assertThat(config.at("/evaluation/title").textValue()).isEqualTo("Price ${PRICE}");
    assertThat(overrides.variables().conceal("k = 'abcdefgh'")).isEqualTo("k = '${KEY}'");
    assertThat(overrides.variables().areOfPathsAlone()).isFalse();
    assertThat(told()).isEmpty();
  }

  @Test
  void aVariableThatIsNotSetIsTold() throws JsonProcessingException {
    ObjectNode config = tree("sources: {cases: {path: '${LAKE}/c.csv'}}");
    overrides.expand(config, ConfigSchema.load(), Map.of());

    assertThat(told()).containsExactly("my.yaml environment variable LAKE is not set");
    assertThat(config.at("/sources/cases/path").textValue()).isEqualTo("${LAKE}/c.csv");
  }
}
