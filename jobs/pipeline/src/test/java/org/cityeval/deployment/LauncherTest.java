package org.cityeval.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that the launcher gives to Java; a script that prints them stands for Java. */
class LauncherTest {
  private static final String FIRST_TIER = "-XX:TieredStopAtLevel=1";
  private static final String AGAIN = "-Dcityeval.again=true";

  @TempDir private Path folder;

  private List<String> words(Map<String, String> environment) throws Exception {
    Path home = Files.createDirectories(folder.resolve("a home"));
    Path launcher = home.resolve("cityeval");
    if (!Files.exists(launcher)) {
      Files.copy(Path.of("../../cityeval"), launcher);
      // Nothing is newer than this, so nothing is built.
      Path built = Files.createDirectories(home.resolve("jobs/pipeline/target/launcher"));
      Files.writeString(built.resolve("cityeval.classpath"), "");
      Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
      Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
      assertThat(java.toFile().setExecutable(true)).isTrue();
    }
    ProcessBuilder builder = new ProcessBuilder("sh", launcher.toString(), "list", "a b");
    builder.environment().keySet().removeIf(name -> name.startsWith("CITYEVAL_"));
    builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    List<String> words = printed(process);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(words)
        .contains("-Dcityeval.home=" + home.toRealPath())
        .endsWith("org.cityeval.cli.Main", "list", "a b");
    return words;
  }

  private static List<String> printed(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  @Test
  void mostCommandsAreCompiledByTheFirstTierAndMayCallAgain() throws Exception {
    assertThat(words(Map.of())).contains(FIRST_TIER, AGAIN);
    assertThat(words(Map.of("CITYEVAL_JAVA_OPTS", "-Xmx4g"))).contains(FIRST_TIER, AGAIN, "-Xmx4g");
  }

  @Test
  void longWorkIsCompiledByAllTiersAndDoesNotCallAgain() throws Exception {
    assertThat(words(Map.of("CITYEVAL_CALLER", "123", "CITYEVAL_JAVA_OPTS", "-Xmx4g")))
        .contains("-Dcityeval.caller=123", "-Xmx4g")
        .doesNotContain(FIRST_TIER, AGAIN);
  }

  @Test
  void theJvmKnowsEveryOptionOfLongWork() throws Exception {
    List<String> words = words(Map.of("CITYEVAL_CALLER", "123"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(words.subList(0, words.indexOf("-cp")));
    command.add("-version");

    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

    assertThat(printed(process)).isNotEmpty().noneMatch(line -> line.contains("VM warning"));
    assertThat(process.waitFor()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:TieredStopAtLevel=4",
        "-agentlib:jdwp=transport=dt_socket,server=y,address=5005",
        "-javaagent:probe.jar=port=9404",
        "-Dcom.sun.management.jmxremote.port=9010",
        "-XX:StartFlightRecording=filename=run.jfr"
      })
  void aUserWhoSetsTiersOrLooksOnHasOneProcess(String option) throws Exception {
    List<String> words = words(Map.of("CITYEVAL_JAVA_OPTS", option));

    assertThat(words).containsSubsequence(FIRST_TIER, option).doesNotContain(AGAIN);
  }
}
