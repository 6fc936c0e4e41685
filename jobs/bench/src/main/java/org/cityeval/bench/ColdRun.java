package org.cityeval.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
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
  private static final Pattern STEP = Pattern.compile("^(\\w+) +([0-9.]+) s$");

  private final Launcher launcher;

  ColdRun(Launcher launcher) {
    this.launcher = launcher;
  }

  /** Runs all steps of a config into a folder that is empty. */
  Measurement measure(Path config, Path folder) throws IOException, InterruptedException {
    Map<String, Double> figures =
        new LinkedHashMap<>(
            launcher.call(
                folder,
                "run",
                "--config",
                config.toString(),
                "--warehouse",
                folder.resolve("warehouse").toString()));
    readGc(folder, figures);
    readSteps(folder.resolve("stderr.txt"), figures.get(Launcher.WALL), figures);
    return new Measurement(figures);
  }

  /** A run of a large lake has two processes, of which one only waits. */
  private static void readGc(Path folder, Map<String, Double> figures) throws IOException {
    List<String> lines = new ArrayList<>();
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "gc-*.txt")) {
      for (Path log : logs) {
        lines.addAll(Files.readAllLines(log, StandardCharsets.UTF_8));
      }
    }
    GcLog gc = GcLog.of(lines);
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
}
