package org.cityeval.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs an evaluation cold several times and prints what it took as a Markdown table. */
@Command(name = "whole-run", mixinStandardHelpOptions = true, description = "Measures cold runs.")
public final class WholeRunBenchmark implements Callable<Integer> {
  @Option(
      names = "--repository",
      defaultValue = ".",
      description = "The folder that holds the launcher (default: the current one).")
  private Path repository;

  @Option(
      names = "--config",
      defaultValue = "conf/riverton.yaml",
      description = "Config, from the repository (default: ${DEFAULT-VALUE}).")
  private Path config;

  @Option(names = "--runs", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
  private int runs;

  @Option(names = "--heap", defaultValue = "2g", description = "-Xmx (default: ${DEFAULT-VALUE}).")
  private String heap;

  /** Where the benchmark starts. */
  public static void main(String[] args) {
    int status = new CommandLine(new WholeRunBenchmark()).execute(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path home = repository.toAbsolutePath().normalize();
    build(home);
    ColdRun run = new ColdRun(home, heap);
    List<Measurement> measured = new ArrayList<>();
    for (int i = 1; i <= runs; i++) {
      Path folder = Files.createTempDirectory("cityeval-bench");
      Measurement measurement = run.measure(home.resolve(config), folder);
      measured.add(measurement);
      System.err.printf(Locale.ROOT, "run %d of %d: %s%n", i, runs, measurement.figures());
      FileTree.delete(folder);
    }
    System.out.printf(
        Locale.ROOT, "%n%s, %d cold runs, -Xmx%s, %d cores, Java %s%n%n",
        config,
        runs,
        heap,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"));
    System.out.print(Summary.markdown(measured));
    return 0;
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
