package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.Variables;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.problem.UserProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes every text of the config that holds every key for one that names a secret. */
class PlantedSecretsTest {
  private static final String SECRET = "plantedSecret7f3a";
  private static final Path EVERY_KEY = Path.of("../../conf/reference.yaml");

  @TempDir private Path folder;
  private ObjectNode config;

  @BeforeEach
  void read() throws IOException {
    config = (ObjectNode) new YAMLMapper().readTree(EVERY_KEY.toFile());
  }

  /** A text of the config, and how another is put in its place. */
  private record Place(String key, String text, Consumer<JsonNode> put) {}

  private static List<Place> places(String key, JsonNode node) {
    List<Place> places = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
        String at = Findings.child(key, entry.getKey());
        if (entry.getValue().isTextual()) {
          places.add(
              new Place(
                  at, entry.getValue().textValue(), text -> object.set(entry.getKey(), text)));
        } else {
          places.addAll(places(at, entry.getValue()));
        }
      }
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        int item = i;
        String at = Findings.item(key, i);
        if (list.get(i).isTextual()) {
          places.add(new Place(at, list.get(i).textValue(), text -> list.set(item, text)));
        } else {
          places.addAll(places(at, list.get(i)));
        }
      }
    }
    return places;
  }

  private EvaluationConfig load(String value) throws IOException {
    Path file = folder.resolve("planted.yaml");
    Files.writeString(file, new YAMLMapper().writeValueAsString(config));
    return ConfigLoader.load(file, Map.of("PLANTED", value), List.of());
  }

  @Test
  void nothingThatIsPublishedOrToldHoldsTheSecret() throws IOException {
    List<Place> places = places("", config);
    assertThat(places).hasSizeGreaterThan(100);
    int loaded = 0;
    for (Place place : places) {
      place.put().accept(TextNode.valueOf("${PLANTED}"));
      try {
        assertThat(ConfigLoader.canonical(load(SECRET))).as(place.key()).doesNotContain(SECRET);
        loaded++;
      } catch (UserProblem refused) {
        assertThat(refused.render()).as(place.key()).doesNotContain(SECRET);
      }
      place.put().accept(TextNode.valueOf(place.text()));
    }
    assertThat(loaded).isGreaterThan(40);
  }

  /** What a variable holds is in effect, and the published config reads as it was written. */
  @Test
  void theNameStandsWhereItWasWritten() throws IOException {
    for (Place place : places("", config)) {
      String written = "${PLANTED}";
      place.put().accept(TextNode.valueOf(written));
      try {
        EvaluationConfig loaded = load(place.text());
        JsonNode published = new ObjectMapper().readTree(ConfigLoader.canonical(loaded));
        JsonNode there = at(published, place.key());
        if (!there.isMissingNode()) {
          assertThat(there.isArray() ? there.get(0).asText() : there.asText())
              .as(place.key())
              .isEqualTo(written);
        }
        assertThat(ConfigLoader.hash(loaded))
            .as(place.key())
            .isEqualTo(ConfigLoader.hash(load(place.text())));
      } catch (UserProblem publishedAsWritten) {
        // A variable does not stand for an id, nor makes two code systems one: both are published.
        assertThat(place.key()).matches(".*(id|code_system)");
      }
      place.put().accept(TextNode.valueOf(place.text()));
    }
  }

  private static JsonNode at(JsonNode config, String key) {
    JsonNode node = config;
    for (String part : key.split("\\.|(?=\\[)", -1)) {
      node =
          part.startsWith("[")
              ? node.path(Integer.parseInt(part.substring(1, part.length() - 1)))
              : node.path(part);
    }
    return node;
  }

  /** A hash that held the value of a variable would tell a short one to whoever tries them all. */
  @Test
  void theHashHoldsNoValue() throws IOException {
    ((ObjectNode) config.at("/districts")).put("where", "name <> '${PLANTED}'");

    EvaluationConfig one = load("0001");
    EvaluationConfig other = load("0002");

    assertThat(one.districts().where()).isEqualTo("name <> '0001'");
    assertThat(ConfigLoader.hash(one)).isEqualTo(ConfigLoader.hash(other));
    assertThat(ConfigLoader.isCompletedByVariables(one, "sources", "any")).isTrue();
  }

  @Test
  void textsNameVariablesHoweverTheirValuesAreSpelt() {
    Variables variables =
        new Variables(
            Map.of("LAKE", "/srv/the lake/", "TOKEN", "abcdefgh", "SHORT", "day"), Map.of());

    assertThat(variables.conceal("no file:/srv/the%20lake/a.csv in /srv/the lake"))
        .isEqualTo("no file:${LAKE}/a.csv in ${LAKE}");
    assertThat(variables.conceal("xabcdefghx of the day")).isEqualTo("x${TOKEN}x of the day");
  }
}
