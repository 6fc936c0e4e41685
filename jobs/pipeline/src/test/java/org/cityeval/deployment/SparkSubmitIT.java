package org.cityeval.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script for schedulers, run as a scheduler runs it, with the packaged application jar. */
@Tag("slow")
class SparkSubmitIT {
  private static final Path ROOT = SparkHome.repository();
  private static final Path RIVERTON = ROOT.resolve("conf/riverton.yaml");

  private static Path home;

  @TempDir Path work;

  @BeforeAll
  static void layOutSpark() throws IOException {
    home = SparkHome.layOut();
  }

  @Test
  void theApplicationJarBringsNothingThatTheClusterBrings() throws IOException {
    try (JarFile jar = new JarFile(SparkHome.applicationJar().toFile())) {
      assertThat(jar.stream().map(JarEntry::getName))
          .contains(
              "org/cityeval/cli/Main.class",
              "org/cityeval/indicator/Indicators.class",
              "picocli/CommandLine.class",
              "META-INF/LICENSE")
          .noneMatch(
              name ->
                  Pattern.matches(
                      "(scala|io/delta|org/apache/(spark|hadoop)|org/slf4j"
                          + "|com/fasterxml/jackson/(core|databind|annotation))/.*",
                      name));
    }
  }

  @Test
  void publishesTheTablesAndTheReport() throws Exception {
    Submission run = submit("run", "--config", RIVERTON.toString(), "--warehouse", work.toString());

    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(run.output()).contains("Riverton").doesNotContain("INFO");
    assertThat(work.resolve("gold/publication/_delta_log")).isDirectoryContaining("glob:**.json");
    assertThat(work.resolve("gold/indicator_value/_delta_log"))
        .isDirectoryContaining("glob:**.json");
    assertThat(work.resolve("reports/riverton")).isDirectoryContaining("glob:**.html");
  }

  @Test
  void passesOnThatTheConfigIsWrong() throws Exception {
    Path config = Files.writeString(work.resolve("wrong.yaml"), "evaluaton: {id: riverton}\n");

    Submission run = submit("run", "--config", config.toString());

    assertThat(run.status()).as(run.errors()).isEqualTo(2);
    assertThat(run.errors()).contains("evaluaton");
  }

  @Test
  void passesOnThatASourceIsAbsent() throws Exception {
    Path warehouse = work.resolve("warehouse");

    Submission run =
        submit(
            "run",
            "--config",
            RIVERTON.toString(),
            "--warehouse",
            warehouse.toString(),
            "--set",
            "sources.cases.path=absent.csv");

    assertThat(run.status()).as(run.errors()).isEqualTo(4);
    assertThat(run.errors()).contains("absent.csv");
    assertThat(warehouse.resolve("gold/publication")).doesNotExist();
  }

  @Test
  void saysHowToMendAMissingSpark() throws Exception {
    Submission run = run(work.resolve("nowhere"), "run");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.errors()).contains("There is no program", "fix: point SPARK_HOME at");
  }

  private record Submission(int status, String output, String errors) {}

  private Submission submit(String... arguments) throws IOException, InterruptedException {
    return run(home, arguments);
  }

  private Submission run(Path sparkHome, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ROOT.resolve("conf/schedule/spark-submit.sh").toString());
    command.addAll(List.of(arguments));
    Path output = work.resolve("stdout.txt");
    Path errors = work.resolve("stderr.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().remove("SPARK_SUBMIT");
    builder.environment().put("SPARK_HOME", sparkHome.toString());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("CITYEVAL_MASTER", "local[2]");
    builder.environment().put("CITYEVAL_JAR", SparkHome.applicationJar().toString());
    int status = builder.start().waitFor();
    return new Submission(
        status,
        Files.readString(output, StandardCharsets.UTF_8),
        Files.readString(errors, StandardCharsets.UTF_8));
  }
}
