package org.cityeval.bench.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.Callable;
import org.cityeval.bench.TemporaryFolder;
import org.cityeval.numeric.statistics.Quantiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the contenders on a lake in turn, compares every cell, and prints a Markdown table. */
@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description = "Measures the event path beside plain Spark SQL and DuckDB.")
public final class EventBenchmark implements Callable<Integer> {
  private static final String HEADING =
      """
      | contender | cores | wall s, each run | median | rows/s and core | CPU s | peak MiB |
      |---|---:|---|---:|---:|---:|---:|
      """;

  /** Packages that Spark looks into, as its own launcher opens them. */
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  @Option(names = "--lake", required = true, description = "A folder of event-lake.")
  private Path lake;

  @Option(names = "--cores", split = ",", defaultValue = "2,1", description = "${DEFAULT-VALUE}.")
  private List<Integer> cores;

  @Option(names = "--runs", defaultValue = "3", description = "${DEFAULT-VALUE}.")
  private int runs;

  @Option(
      names = "--contenders",
      split = ",",
      description = "${COMPLETION-CANDIDATES} (default: all).")
  private List<Contender.Name> contenders = Arrays.asList(Contender.Name.values());

  @Option(names = "--heap", defaultValue = "4g", description = "-Xmx (default: ${DEFAULT-VALUE}).")
  private String heap;

  @Option(names = "--java-option", description = "One more option of the virtual machine.")
  private List<String> javaOptions = List.of();

  /** Where the benchmark starts. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new EventBenchmark())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (TemporaryFolder temporary = TemporaryFolder.make()) {
      return measure(temporary.path());
    }
  }

  private int measure(Path folder) throws IOException, InterruptedException {
    List<String> agreed = null;
    StringBuilder table = new StringBuilder(HEADING);
    for (int count : cores) {
      List<List<Run>> measured = new ArrayList<>();
      contenders.forEach(name -> measured.add(new ArrayList<>()));
      // In turns, so that what else the machine does meets all of them.
      for (int run = 0; run < runs; run++) {
        for (int i = 0; i < contenders.size(); i++) {
          Run result = run(contenders.get(i), count, folder);
          System.err.printf(Locale.ROOT, "%s on %d: %s%n", contenders.get(i), count, result);
          measured.get(i).add(result);
          List<String> answer = Files.readAllLines(folder.resolve("answer"));
          agreed = agreed == null ? answer : agreed;
          if (!agreed.equals(answer)) {
            System.err.println(difference(agreed, answer));
            return 1;
          }
        }
      }
      for (int i = 0; i < contenders.size(); i++) {
        table.append(Run.row(contenders.get(i).title(), count, measured.get(i)));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%n%s: %d cells, equal for all contenders in every run%n%n%s",
        lake,
        agreed.size(),
        table);
    return 0;
  }

  private Run run(Contender.Name name, int count, Path folder)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (count < Runtime.getRuntime().availableProcessors()) {
      command.addAll(List.of("taskset", "-c", "0-" + (count - 1)));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseParallelGC"));
    for (String open : OPENED) {
      command.add("--add-opens=java.base/" + open + "=ALL-UNNAMED");
    }
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            ContenderProcess.class.getName(),
            name.name(),
            Integer.toString(count),
            lake.toString(),
            folder.resolve("answer").toString(),
            folder.resolve("figures").toString()));
    Path log = folder.resolve("log");
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException(name + " ended with " + status + ":\n" + Files.readString(log));
    }
    return Run.parse(Files.readString(folder.resolve("figures")));
  }

  private static String difference(List<String> expected, List<String> found) {
    List<String> missing = new ArrayList<>(expected);
    missing.removeAll(new HashSet<>(found));
    List<String> further = new ArrayList<>(found);
    further.removeAll(new HashSet<>(expected));
    return String.format(
        Locale.ROOT,
        "The answers differ: %d and %d cells, such as %s and %s",
        missing.size(),
        further.size(),
        missing.stream().findFirst().orElse("none"),
        further.stream().findFirst().orElse("none"));
  }

  /**
   * What one process took.
   *
   * @param wall from the query to its last row [s]
   * @param cpu of the whole process in that time [s]
   * @param peak resident memory at most, start included [kB]
   */
  private record Run(long trips, double wall, double cpu, long peak) {
    static Run parse(String line) {
      try (Scanner figures = new Scanner(line).useLocale(Locale.ROOT)) {
        return new Run(
            figures.nextLong(), figures.nextDouble(), figures.nextDouble(), figures.nextLong());
      }
    }

    static String row(String title, int cores, List<Run> runs) {
      double[] walls = runs.stream().mapToDouble(Run::wall).sorted().toArray();
      double median = Quantiles.median(walls);
      return String.format(
          Locale.ROOT,
          "| %s | %d | %s | %.1f | %,d | %.1f | %d |%n",
          title,
          cores,
          String.join(
              ", ",
              runs.stream().map(run -> String.format(Locale.ROOT, "%.1f", run.wall)).toList()),
          median,
          Math.round(runs.get(0).trips / median / cores),
          Quantiles.median(runs.stream().mapToDouble(Run::cpu).sorted().toArray()),
          runs.stream().mapToLong(Run::peak).max().orElseThrow() / 1024);
    }
  }
}
