package org.cityeval.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.NullConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What comes out on stderr of our own words and of the engine's. */
@Isolated
class LoggingTest {
  private static final String FROM_OUTSIDE = "log4j2.configurationFile";

  private final String outside = System.getProperty(FROM_OUTSIDE);

  @AfterEach
  void asOthersHaveIt() {
    if (outside == null) {
      System.clearProperty(FROM_OUTSIDE);
    } else {
      System.setProperty(FROM_OUTSIDE, outside);
    }
    // As the commands of other tests have it.
    Logging.start("text", false);
  }

  /** An error and a warning of ours, and an error of the engine's. */
  private static void speak() {
    LogManager.getLogger("org.cityeval.Test").error("our error", new IOException("the cause"));
    LogManager.getLogger("org.cityeval.Test").warn("our warning");
    LogManager.getLogger("org.cityeval.Test").info("our news");
    LogManager.getLogger("org.apache.spark.Test").error("the engine's error");
    LogManager.getLogger("org.apache.parquet.Test").warn("the engine's warning");
  }

  private static List<String> said(Runnable begin) {
    PrintStream stderr = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      // A console that is open already would go on with the stream of before.
      Configurator.reconfigure(new NullConfiguration());
      begin.run();
      speak();
    } finally {
      Configurator.reconfigure(new NullConfiguration());
      System.setErr(stderr);
    }
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void ourErrorsAreToldInALineAndTheEngineIsSilent() {
    assertThat(said(() -> Logging.start("text", false)))
        .singleElement()
        .asString()
        .matches("\\d\\d:\\d\\d:\\d\\d ERROR Test: our error");
  }

  @Test
  void whoAsksForMoreGetsWarningsAndTheEngine() {
    assertThat(said(() -> Logging.start("text", true)))
        .extracting(line -> line.replaceFirst("^\\S+ +", ""))
        .containsExactly(
            "ERROR Test: our error",
            "WARN  Test: our warning",
            "ERROR Test: the engine's error",
            "WARN  Test: the engine's warning");
  }

  /** By the names of Elastic's common schema. */
  @Test
  void aProgramGetsALineOfJsonForEach() throws IOException {
    List<String> lines = said(() -> Logging.start("json", false));

    assertThat(lines).hasSize(1);
    JsonNode line = new ObjectMapper().readTree(lines.get(0));
    assertThat(line.path("log.level").asText()).isEqualTo("ERROR");
    assertThat(line.path("message").asText()).isEqualTo("our error");
    assertThat(line.path("log.logger").asText()).isEqualTo("org.cityeval.Test");
    assertThat(line.path("error.message").asText()).isEqualTo("the cause");
  }

  @Test
  void aConfigurationFromOutsideIsLeftAlone() {
    Configuration before = LoggerContext.getContext(false).getConfiguration();
    System.setProperty(FROM_OUTSIDE, "somewhere.xml");
    Logging.start("text", false);

    assertThat(LoggerContext.getContext(false).getConfiguration()).isSameAs(before);
  }

  @Test
  void afterSilenceNothingIsToldAnyMore() {
    assertThat(
            said(
                () -> {
                  Logging.start("text", true);
                  Logging.silence();
                }))
        .filteredOn(line -> line.contains("our"))
        .isEmpty();
  }
}
