package org.cityeval.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls the launcher, each time in a new process, and measures what it took. */
public final class Launcher {
  private static final Path TIME = Path.of("/usr/bin/time");
  private static final Pattern USER = Pattern.compile("User time \\(seconds\\): ([0-9.]+)");
  private static final Pattern SYSTEM = Pattern.compile("System time \\(seconds\\): ([0-9.]+)");
  private static final Pattern RESIDENT =
      Pattern.compile("Maximum resident set size \\(kbytes\\): (\\d+)");

  /** Wall time of a call, from its start to its end. */
  public static final String WALL = "wall [s]";

  /** User and system time of a call; missing where the machine has no {@code time}. */
  public static final String CPU = "CPU [s]";

  private final Path repository;
  private final String options;
  private final Map<String, String> environment = new HashMap<>();

  /**
   * @param repository the folder that holds the launcher
   * @param heap the most the heap may take, as {@code -Xmx} has it
   * @param further options of the JVM, which come last
   */
  public Launcher(Path repository, String heap, List<String> further) {
    this.repository = repository;
    this.options = String.join(" ", "-Xmx" + heap, String.join(" ", further));
  }

  /** Sets a variable of the environment for all calls. */
  public Launcher with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /**
   * Wall time, CPU and peak resident memory of one call.
   *
   * @param folder where what it prints is kept: stdout.txt, stderr.txt, and gc-*.txt of each
   *     process
   * @throws IOException if it does not end with 0
   */
  public Map<String, Double> call(Path folder, String... arguments)
      throws IOException, InterruptedException {
    return call(folder, Map.of(), arguments);
  }

  /**
   * The same with Spark and Delta alone: the launcher starts a {@code java} that runs {@link Floor}
   * in the place of the program, with the same options.
   */
  Map<String, Double> floor(Path folder) throws IOException, InterruptedException {
    Path home = folder.resolve("java-home");
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        for word do
          shift
          [ "$word" = org.cityeval.cli.Main ] && word=%s
          case $word in */cityeval-pipeline.jar:*) word=$word:%s ;; esac
          set -- "$@" "$word"
        done
        exec %s "$@"
        """
            .formatted(
                Floor.class.getName(),
                own(),
                Path.of(System.getProperty("java.home"), "bin", "java")));
    if (!java.toFile().setExecutable(true)) {
      throw new IOException("Cannot make " + java + " executable");
    }
    return call(folder, Map.of("JAVA_HOME", home.toString()), folder.toString());
  }

  /** The class path that holds the floor. */
  private static Path own() {
    try {
      return Path.of(Floor.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Double> call(Path folder, Map<String, String> own, String... words)
      throws IOException, InterruptedException {
    Path cost = folder.resolve("time.txt");
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(TIME)) {
      command.addAll(List.of(TIME.toString(), "-v", "-o", cost.toString()));
    }
    command.add(repository.resolve("cityeval").toString());
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("stdout.txt").toFile())
            .redirectError(folder.resolve("stderr.txt").toFile());
    builder
        .environment()
        .put("CITYEVAL_JAVA_OPTS", options + " -Xlog:gc:file=" + folder.resolve("gc-%p.txt"));
    builder.environment().put("CITYEVAL_PREPARE", "no");
    builder.environment().putAll(environment);
    builder.environment().putAll(own);
    long began = System.nanoTime();
    int status = builder.start().waitFor();
    double wall = (System.nanoTime() - began) / 1e9;
    if (status != 0) {
      throw new IOException(
          command
              + " ended with "
              + status
              + ":\n"
              + Files.readString(folder.resolve("stderr.txt")));
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(WALL, wall);
    if (Files.exists(cost)) {
      String text = Files.readString(cost, StandardCharsets.UTF_8);
      figures.put(CPU, find(USER, text) + find(SYSTEM, text));
      figures.put("peak resident memory [MiB]", find(RESIDENT, text) / 1024);
    }
    return figures;
  }

  private static double find(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("No " + pattern + " in:\n" + text);
    }
    return Double.parseDouble(matcher.group(1));
  }
}
