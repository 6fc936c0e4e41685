package org.cityeval.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Runs an evaluation cold several times, then asks for what it left, and prints what each took as
 * Markdown tables; walls are set beside the floor, which is measured in the same command.
 */
@Command(name = "whole-run", mixinStandardHelpOptions = true, description = "Measures cold runs.")
public final class WholeRunBenchmark implements Callable<Integer> {
  private static final String FLOOR = "floor";

  @Mixin private LaunchOptions options;

  @Option(
      names = "--config",
      defaultValue = "conf/riverton.yaml",
      description = "Config, from the repository (default: ${DEFAULT-VALUE}).")
  private Path config;

  @Option(names = "--runs", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
  private int runs;

  /** Where the benchmark starts. */
  public static void main(String[] args) {
    int status = new CommandLine(new WholeRunBenchmark()).execute(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path home = options.home();
    build(home);
    Launcher launcher = options.launcher();
    ColdRun run = new ColdRun(launcher);
    List<Measurement> measured = new ArrayList<>();
    Map<String, List<Map<String, Double>>> calls = new LinkedHashMap<>();
    for (int i = 1; i <= runs; i++) {
      try (TemporaryFolder temporary = TemporaryFolder.make()) {
        Path folder = temporary.path();
        add(calls, FLOOR, launcher.floor(Files.createDirectory(folder.resolve("floor"))));
        Measurement measurement = run.measure(home.resolve(config), folder);
        measured.add(measurement);
        add(calls, "run", measurement.figures());
        for (Map.Entry<String, List<String>> call : afterwards(home, folder).entrySet()) {
          add(calls, call.getKey(), launcher.call(folder, call.getValue().toArray(String[]::new)));
        }
        System.err.printf(Locale.ROOT, "run %d of %d: %s%n", i, runs, measurement.figures());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%n%s, %d cold runs, -Xmx%s, %d cores, Java %s%n%n",
        config,
        runs,
        options.heap(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"));
    System.out.print(Summary.markdown(measured));
    System.out.print("\n" + Summary.besideFloor(calls, FLOOR));
    return 0;
  }

  private static void add(
      Map<String, List<Map<String, Double>>> calls, String name, Map<String, Double> figures) {
    calls.computeIfAbsent(name, key -> new ArrayList<>()).add(figures);
  }

  /** What a user asks for once a run has published. */
  private Map<String, List<String>> afterwards(Path home, Path folder) {
    String warehouse = folder.resolve("warehouse").toString();
    String evaluated = home.resolve(config).toString();
    Map<String, List<String>> calls = new LinkedHashMap<>();
    calls.put(
        "run, nothing changed", List.of("run", "--config", evaluated, "--warehouse", warehouse));
    calls.put("list runs", List.of("list", "runs", "--warehouse", warehouse));
    calls.put("check", List.of("check", "--config", evaluated));
    calls.put("report", List.of("report", "--config", evaluated, "--warehouse", warehouse));
    calls.put(
        "sql",
        List.of("sql", "select count(*) from current.rank_interval", "--warehouse", warehouse));
    return calls;
  }

  /** A first call of the launcher, so that no measured one builds. */
  private static void build(Path home) throws IOException, InterruptedException {
    int status =
        new ProcessBuilder(home.resolve("cityeval").toString(), "--version")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("The launcher ended with " + status);
    }
  }
}
