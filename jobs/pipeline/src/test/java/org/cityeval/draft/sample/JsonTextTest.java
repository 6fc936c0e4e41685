package org.cityeval.draft.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @TempDir private Path folder;

  private Looked look(String text) throws IOException {
    return JsonText.look(Files.writeString(folder.resolve("f.json"), text), "f.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"a\":1,\"b\":\" x \"},{\"b\":null,\"c\":true}]",
        "{\"a\":1,\"b\":\" x \"}\n{\"b\":null,\"c\":true}\n"
      })
  void objectsInALineOrInAnArrayAreATable(String text) throws IOException {
    FileSample sample = (FileSample) look(text);

    assertThat(sample.columns()).containsExactly("a", "b", "c");
    assertThat(sample.rows())
        .containsExactly(new String[] {"1", "x", ""}, new String[] {"", "", "true"});
    assertThat(sample.notation().format()).isEqualTo("json");
    assertThat(sample.records()).isEqualTo(2);
    assertThat(sample.whole()).isTrue();
  }

  @Test
  void whatIsNestedIsNoCell() throws IOException {
    FileSample sample = (FileSample) look("[{\"a\":{\"b\":1},\"c\":[2]},{\"a\":3,\"c\":4}]");

    assertThat(sample.cells(0)).containsExactly("", "3");
    assertThat(sample.cells(1)).containsExactly("", "4");
  }

  @Test
  void featuresArePolygonsWithTheValuesOfEachProperty() throws IOException {
    PolygonFile file =
        (PolygonFile)
            look(
                """
                {"type": "FeatureCollection", "features": [
                  {"id": 7, "properties": {"adcode": 330102, "name": "上城区"}},
                  {"properties": {"adcode": 330105, "name": "拱墅区"}},
                  {"properties": {"adcode": 330105}}]}""");

    assertThat(file.features()).isEqualTo(3);
    assertThat(file.ids().get("id")).isEqualTo(Set.of("7"));
    assertThat(file.ids().get("adcode")).isEqualTo(Set.of("330102", "330105"));
    assertThat(file.ids().get("name")).isEqualTo(Set.of("上城区", "拱墅区"));
  }

  @Test
  void oneObjectIsADescriptionAndNoObjectNothing() throws IOException {
    assertThat(look("{\"title\":\"x\"}"))
        .isEqualTo(new PassedOver("f.json", "one JSON object: a description rather than records"));
    assertThat(look("[1,2,3]")).isEqualTo(new PassedOver("f.json", "it holds no JSON objects"));
    assertThat(look("[]")).isEqualTo(new PassedOver("f.json", "it holds no JSON objects"));
  }

  @Test
  void aTextThatBreaksOffIsNoSample() {
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> look("{\"a\":"));
  }

  @Test
  void readsFiftyThousandObjectsAndSaysThatThereMayBeMore() throws IOException {
    FileSample sample = (FileSample) look("{\"a\":1}\n".repeat(50_001));

    assertThat(sample.records()).isEqualTo(50_000);
    assertThat(sample.whole()).isFalse();
  }
}
