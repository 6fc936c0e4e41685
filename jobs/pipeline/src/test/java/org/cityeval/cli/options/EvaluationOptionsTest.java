package org.cityeval.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cityeval.cli.output.Console;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluationOptionsTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Console console(Map<String, String> environment) {
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Console(print, print, environment, () -> Instant.EPOCH);
  }

  private static EvaluationOptions options(String... words) {
    EvaluationOptions options = new EvaluationOptions();
    new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(words);
    return options;
  }

  /** Further settings are those of a command, and come after those of its caller. */
  @Test
  void settingsOfTheCommandComeAfterThoseOfTheCaller() {
    String config = TinyLake.in(folder).config().toString();
    EvaluationOptions options = options("--config", config, "--set", "comparison.draws=300");

    assertThat(options.load(console(Map.of()), List.of()).comparison().draws()).isEqualTo(300);
    assertThat(
            options.load(console(Map.of()), List.of("comparison.draws=400")).comparison().draws())
        .isEqualTo(400);
  }

  @Test
  void whatTheEnvironmentSaysIsConcealedFromThenOn() {
    TinyLake lake = TinyLake.in(folder).configure("path: cases.csv", "path: ${PLACE}/cases.csv");
    Console console = console(Map.of("PLACE", "s3cr3t-name"));

    assertThat(
            options("--config", lake.config().toString())
                .load(console, List.of())
                .sources()
                .get("cases")
                .location()
                .path())
        .contains("s3cr3t-name");
    console.out().println("reads s3cr3t-name");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("reads ")
        .doesNotContain("s3cr3t-name");
  }

  @Test
  void theEvaluationIsThatOfAConfigThatWasGivenAlone() {
    String config = TinyLake.in(folder).config().toString();

    assertThat(options("--config", config).evaluationOfConfig(console(Map.of()))).isEqualTo("tiny");
    assertThat(options().evaluationOfConfig(console(Map.of()))).isNull();
    assertThat(options().configFile().toString()).endsWith("conf/us-metros.yaml");
    assertThat(options("--config", "x.yaml").configFile()).isEqualTo(Path.of("x.yaml"));
  }

  @Test
  void aWarehouseThatIsNotThereIsTold() {
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> options("--warehouse", folder + "/none").requireWarehouse())
        .withMessage("There is no warehouse at " + folder + "/none.");
    assertThatCode(() -> options("--warehouse", folder.toString()).requireWarehouse())
        .doesNotThrowAnyException();
  }
}
