package org.cityeval.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** The command line, or another program, in a process of its own, for what only a process shows. */
public final class ForkedCli {
  private ForkedCli() {}

  /**
   * Starts a command.
   *
   * @param out where stdout goes; stderr beside it
   * @param javaOption one further option of the virtual machine
   */
  public static Process start(Path out, String javaOption, String... arguments) throws IOException {
    return start(out, List.of(javaOption), arguments);
  }

  /** Starts a command with further options of the virtual machine. */
  public static Process start(Path out, List<String> javaOptions, String... arguments)
      throws IOException {
    return start(out, command("org.cityeval.cli.Main", javaOptions, arguments));
  }

  /** Starts a program, with the class path of the tests and one further option of its machine. */
  public static Process startMain(Path out, String javaOption, Class<?> main, String... arguments)
      throws IOException {
    return start(out, command(main.getName(), List.of(javaOption), arguments));
  }

  /** Starts a program, with the class path of the tests, under a umask such as {@code 077}. */
  public static Process startUnderUmask(Path out, String umask, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "umask " + umask + "; exec \"$@\""));
    command.add("sh");
    command.addAll(command(main.getName(), List.of("-Duser.timezone=UTC"), arguments));
    return start(out, command);
  }

  /** Waits until something is so, which a process must bring about before it ends. */
  public static void await(Process process, Callable<Boolean> isSo) throws Exception {
    while (!isSo.call()) {
      assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).as("it ended by itself").isFalse();
    }
  }

  /** Waits until a process has printed a text. */
  public static void awaitText(Process process, Path out, String text) throws Exception {
    await(process, () -> Files.readString(out).contains(text));
  }

  private static List<String> command(String main, List<String> javaOptions, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens") || option.startsWith("-XX"))
        .forEach(command::add);
    command.add("-Xmx1g");
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", classPath(), main));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  private static Process start(Path out, List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(out.resolveSibling(out.getFileName() + ".err").toFile())
        .start();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
