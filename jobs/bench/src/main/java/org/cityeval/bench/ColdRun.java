package org.cityeval.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run by the launcher: a new JVM and an empty warehouse; the system's file cache is as it is.
 */
final class ColdRun {
  private static final Path TIME = Path.of("/usr/bin/time");
  private static final Pattern STEP = Pattern.compile("^(\\w+) +([0-9.]+) s$");
  private static final Pattern TIME_USER = Pattern.compile("User time \\(seconds\\): ([0-9.]+)");
  private static final Pattern TIME_SYSTEM =
      Pattern.compile("System time \\(seconds\\): ([0-9.]+)");
  private static final Pattern TIME_RESIDENT =
      Pattern.compile("Maximum resident set size \\(kbytes\\): (\\d+)");

  private final Path repository;
  private final String heap;

  /**
   * @param repository the folder that holds the launcher
   * @param heap the most the heap may take, as {@code -Xmx} has it
   */
  ColdRun(Path repository, String heap) {
    this.repository = repository;
    this.heap = heap;
  }

  /** Runs all steps of a config into a folder that is empty. */
  Measurement measure(Path config, Path folder) throws IOException, InterruptedException {
    Path errors = folder.resolve("stderr.txt");
    Path cost = folder.resolve("time.txt");
    Path gc = folder.resolve("gc.txt");
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(TIME)) {
      command.addAll(List.of(TIME.toString(), "-v", "-o", cost.toString()));
    }
    command.addAll(
        List.of(
            repository.resolve("cityeval").toString(),
            "run",
            "--config",
            config.toString(),
            "--warehouse",
            folder.resolve("warehouse").toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("stdout.txt").toFile())
            .redirectError(errors.toFile());
    builder.environment().put("CITYEVAL_JAVA_OPTS", "-Xmx" + heap + " -Xlog:gc:file=" + gc);
    long began = System.nanoTime();
    int status = builder.start().waitFor();
    double wall = (System.nanoTime() - began) / 1e9;
    if (status != 0) {
      throw new IOException("The run ended with " + status + ":\n" + Files.readString(errors));
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("wall [s]", wall);
    readCost(cost, figures);
    readGc(gc, figures);
    readSteps(errors, wall, figures);
    return new Measurement(figures);
  }

  private static void readCost(Path cost, Map<String, Double> figures) throws IOException {
    if (!Files.exists(cost)) {
      return;
    }
    String text = Files.readString(cost);
    figures.put("user CPU [s]", find(TIME_USER, text));
    figures.put("system CPU [s]", find(TIME_SYSTEM, text));
    figures.put("peak resident memory [MiB]", find(TIME_RESIDENT, text) / 1024);
  }

  private static void readGc(Path log, Map<String, Double> figures) throws IOException {
    GcLog gc = GcLog.of(Files.readAllLines(log, StandardCharsets.UTF_8));
    if (gc.collections() > 0) {
      figures.put("peak heap before a collection [MiB]", gc.peakBefore());
      figures.put("peak heap after a collection [MiB]", gc.peakAfter());
      figures.put("collections", (double) gc.collections());
      figures.put("paused for them [s]", gc.paused());
    }
  }

  /** The launcher reports each step; what is left is the JVM, the session and the summary. */
  private static void readSteps(Path errors, double wall, Map<String, Double> figures)
      throws IOException {
    double rest = wall;
    for (String line : Files.readAllLines(errors, StandardCharsets.UTF_8)) {
      Matcher step = STEP.matcher(line);
      if (step.matches()) {
        double seconds = Double.parseDouble(step.group(2));
        figures.put("step " + step.group(1) + " [s]", seconds);
        rest -= seconds;
      }
    }
    figures.put("start, session and summary [s]", rest);
  }

  private static double find(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("No " + pattern + " in:\n" + text);
    }
    return Double.parseDouble(matcher.group(1));
  }
}
