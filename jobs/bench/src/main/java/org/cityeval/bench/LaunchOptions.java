package org.cityeval.bench;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which launcher a benchmark calls, and with which Java. */
public final class LaunchOptions {
  @Option(
      names = "--repository",
      defaultValue = ".",
      description = "The folder that holds the launcher (default: the current one).")
  private Path repository;

  @Option(names = "--heap", defaultValue = "2g", description = "-Xmx (default: ${DEFAULT-VALUE}).")
  private String heap;

  @Option(names = "--java-option", description = "One more option of the JVM of each call.")
  private List<String> javaOptions = List.of();

  /** The repository, as an absolute path. */
  public Path home() {
    return repository.toAbsolutePath().normalize();
  }

  /** The launcher of the repository. */
  public Launcher launcher() {
    return new Launcher(home(), heap, javaOptions);
  }

  String heap() {
    return heap;
  }
}
