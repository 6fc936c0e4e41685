package org.cityeval.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cityeval.testing.Csv;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class DataPackageTest {
  @TempDir private Path folder;

  private JsonNode exported(String format) throws IOException {
    Path place = folder.resolve(format);
    ExportFormats.of(format).write(PublishedTiny.tables(), place, notice -> {});
    return new ObjectMapper().readTree(place.resolve("datapackage.json").toFile());
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "parquet"})
  void describesEveryFileAsItIs(String format) throws IOException, NoSuchAlgorithmException {
    Set<String> described = new TreeSet<>(Set.of("datapackage.json"));
    for (JsonNode resource : exported(format).get("resources")) {
      String path = resource.get("path").asText();
      byte[] content = Files.readAllBytes(folder.resolve(format).resolve(path));
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));

      assertThat(resource.get("bytes").asInt()).isEqualTo(content.length);
      assertThat(resource.get("hash").asText()).isEqualTo("sha256:" + hash);
      described.add(path);
    }
    try (Stream<Path> files = Files.list(folder.resolve(format))) {
      assertThat(files.map(file -> "" + file.getFileName()))
          .containsExactlyInAnyOrderElementsOf(described);
    }
  }

  @Test
  void theSchemaIsThatOfTheFile() throws IOException {
    for (JsonNode resource : exported("csv").get("resources")) {
      String text = Files.readString(folder.resolve("csv").resolve(resource.get("path").asText()));
      JsonNode schema = resource.get("schema");

      assertThat(List.of(text.lines().findFirst().orElseThrow().split(",")))
          .isEqualTo(schema.get("fields").findValuesAsText("name"));
      assertThat(resource.get("rows").asInt()).isEqualTo(Csv.read(text).size());
      assertThat(schema.get("missingValues")).hasToString("[\"\"]");
    }
  }

  @Test
  void saysWhatAColumnIsAndWhatIdentifiesARow() throws IOException {
    JsonNode description = exported("csv");
    assertThat(description.get("name").asText()).isEqualTo("tiny");
    assertThat(description.at("/publication/run_id").asText()).isEqualTo("first");
    assertThat(description.at("/temporal/start").asText()).isEqualTo("2020-03-01");
    JsonNode district = description.get("resources").get(0);
    assertThat(district.get("name").asText()).isEqualTo("dim_district");
    assertThat(district.at("/schema/primaryKey"))
        .hasToString("[\"evaluation_id\",\"as_of\",\"district_id\"]");
    assertThat(district.at("/schema/fields").findValuesAsText("type"))
        .startsWith("string", "date", "string");
    assertThat(district.at("/schema/fields/2/description").asText())
        .isEqualTo("The district's code.");
  }
}
