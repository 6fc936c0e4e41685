package org.cityeval.golden;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed lakes are the files that their {@code datapackage.json} describes. */
class DataPackagesTest {
  private static final Path LAKES = Path.of("../../data-samples");

  static List<Path> lakes() throws IOException {
    try (Stream<Path> folders = Files.list(LAKES)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("datapackage.json")))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("lakes")
  void describesEachFileAsItIs(Path lake) throws IOException, NoSuchAlgorithmException {
    Set<String> described = new TreeSet<>();
    for (JsonNode resource : description(lake).get("resources")) {
      String name = resource.get("path").asText();
      byte[] content = Files.readAllBytes(lake.resolve(name));
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));

      assertThat(resource.get("bytes").asInt()).as(name).isEqualTo(content.length);
      assertThat(resource.get("hash").asText()).as(name).isEqualTo("sha256:" + hash);
      assertThat(resource.get("sources")).as(name).isNotEmpty();
      assertThat(resource.get("licenses")).as(name).isNotEmpty();
      described.add(name);
    }

    assertThat(files(lake)).isEqualTo(described);
  }

  /** Without the description itself, pages and licences. */
  private static Set<String> files(Path lake) throws IOException {
    try (Stream<Path> files = Files.list(lake)) {
      Set<String> names = new TreeSet<>();
      files.map(file -> file.getFileName().toString()).forEach(names::add);
      names.removeIf(
          name ->
              name.equals("datapackage.json")
                  || name.endsWith(".md")
                  || name.startsWith("LICENSE"));
      return names;
    }
  }

  private static JsonNode description(Path lake) throws IOException {
    return new ObjectMapper().readTree(lake.resolve("datapackage.json").toFile());
  }
}
