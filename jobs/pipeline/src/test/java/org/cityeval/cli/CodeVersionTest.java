package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.cityeval.indicator.Indicators;
import org.junit.jupiter.api.Test;

class CodeVersionTest {

  /** The engine says its own version. */
  @Test
  void theVersionsAreThoseOfTheBuildAndOfTheEngine() {
    String[] version = new CodeVersion().getVersion();

    assertThat(version).hasSize(3);
    assertThat(version[0]).matches("cityeval \\d+\\.\\d+.*");
    assertThat(version[0]).isEqualTo("cityeval " + CodeVersion.version());
    assertThat(version[1])
        .startsWith("Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION() + ", Delta ")
        .endsWith("Delta " + io.delta.package$.MODULE$.VERSION());
    assertThat(version[2]).isEqualTo("Java " + Runtime.version());
  }

  /** The classes of both modules, added up here by themselves. */
  @Test
  void theProgramIsNamedByItsClasses()
      throws IOException, NoSuchAlgorithmException, URISyntaxException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Class<?> of : List.of(CodeVersion.class, Indicators.class)) {
      Path place = Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(path -> !Files.isDirectory(path)).sorted().toList()) {
          all.write(
              place.equals(file)
                  ? new byte[0]
                  : file.toString()
                      .substring(place.toString().length() + 1)
                      .getBytes(StandardCharsets.UTF_8));
          all.write(Files.readAllBytes(file));
        }
      }
    }
    String digest =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.toByteArray()));

    assertThat(CodeVersion.program())
        .startsWith(digest + " {")
        .contains("cityeval=" + CodeVersion.version(), "delta=", "spark=");
  }
}
