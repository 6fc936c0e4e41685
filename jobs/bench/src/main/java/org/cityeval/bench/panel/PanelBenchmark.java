package org.cityeval.bench.panel;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cityeval.bench.LaunchOptions;
import org.cityeval.bench.Launcher;
import org.cityeval.bench.TemporaryFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Makes the panel of the counties by the launcher ({@code ingest}, {@code panel}) and by DuckDB,
 * compares every cell, and prints Markdown tables.
 */
@Command(
    name = "panel",
    mixinStandardHelpOptions = true,
    description = "Measures observations and panel of the county lake beside DuckDB.")
public final class PanelBenchmark implements Callable<Integer> {
  private static final String CONFIG = "conf/whole/us-counties.yaml";

  @Mixin private LaunchOptions options;

  @Option(
      names = "--lake",
      required = true,
      defaultValue = "${env:CITYEVAL_LAKE}",
      description = "The folder of the county lake (default: CITYEVAL_LAKE).")
  private Path lake;

  @Option(names = "--runs", defaultValue = "3", description = "${DEFAULT-VALUE}.")
  private int runs;

  @Option(names = "--warehouse", description = "Only compares the first run that was made there.")
  private Path warehouse;

  /** Where the benchmark starts. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new PanelBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    List<Took> pipeline = new ArrayList<>();
    List<Took> duckDb = new ArrayList<>();
    List<Agreement> columns = List.of();
    if (warehouse != null) {
      columns = compare(warehouse, duckDb);
    }
    for (int run = 0; warehouse == null && run < runs; run++) {
      try (TemporaryFolder temporary = TemporaryFolder.make()) {
        pipeline.add(run(temporary.path()));
        columns = compare(temporary.path().resolve("warehouse"), duckDb);
      }
      System.err.printf(Locale.ROOT, "run %d of %d: %s, %s%n", run + 1, runs, pipeline, duckDb);
    }
    System.out.println("| contender | wall s, each run | CPU s, each run |\n|---|---|---|");
    System.out.print(Took.row("CityEval, ingest and panel", pipeline));
    System.out.print(Took.row("DuckDB", duckDb));
    System.out.println(
        "\n| column | cells | values | that differ | largest difference |\n|---|---:|---:|---:|---:|");
    columns.forEach(column -> System.out.print(column.row()));
    return columns.stream().allMatch(column -> column.different() == 0) ? 0 : 1;
  }

  private Took run(Path folder) throws IOException, InterruptedException {
    Launcher launcher = options.launcher().with("CITYEVAL_LAKE", lake.toAbsolutePath().toString());
    String to = folder.resolve("warehouse").toString();
    Map<String, Double> ingest =
        launcher.call(folder, "ingest", "--config", CONFIG, "--warehouse", to);
    Map<String, Double> panel =
        launcher.call(folder, "panel", "--config", CONFIG, "--warehouse", to);
    return new Took(
        ingest.get(Launcher.WALL) + panel.get(Launcher.WALL),
        ingest.getOrDefault(Launcher.CPU, Double.NaN)
            + panel.getOrDefault(Launcher.CPU, Double.NaN));
  }

  private List<Agreement> compare(Path made, List<Took> took) throws IOException, SQLException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Path copy = Files.createTempFile("cityeval-bench", ".parquet");
    try (DuckDbPanel panel = new DuckDbPanel(Runtime.getRuntime().availableProcessors())) {
      long cpu = system.getProcessCpuTime();
      long wall = System.nanoTime();
      panel.make(lake);
      panel.write(copy);
      took.add(
          new Took((System.nanoTime() - wall) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9));
      return panel.compare(made);
    } finally {
      Files.delete(copy);
    }
  }

  /**
   * What one panel took.
   *
   * @param wall from the start of the first process to its last row [s]; DuckDB's without a start
   * @param cpu of all its threads [s]
   */
  private record Took(double wall, double cpu) {
    static String row(String title, List<Took> runs) {
      return String.format(
          Locale.ROOT,
          "| %s | %s | %s |%n",
          title,
          String.join(", ", runs.stream().map(run -> figure(run.wall)).toList()),
          String.join(", ", runs.stream().map(run -> figure(run.cpu)).toList()));
    }

    private static String figure(double seconds) {
      return String.format(Locale.ROOT, "%.1f", seconds);
    }
  }
}
