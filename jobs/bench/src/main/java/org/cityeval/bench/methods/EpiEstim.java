package org.cityeval.bench.methods;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** R's package EpiEstim, on the counts of {@link Method#REPRODUCTION_NUMBER}. */
final class EpiEstim {
  static final String TITLE = "reproduction number (Cori), R's EpiEstim";

  private static final String SCRIPT = "epiestim.R";
  private static final String VERSION =
      "cat(paste0('EpiEstim ', packageVersion('EpiEstim'), ', R ', getRversion()))";

  private final String rscript;
  private final Path folder;

  /**
   * @param rscript the command that runs a script
   * @param folder for what the two processes tell each other
   */
  EpiEstim(String rscript, Path folder) {
    this.rscript = rscript;
    this.folder = folder;
  }

  /** What is installed; empty without R or without the package. */
  Optional<String> version() throws InterruptedException {
    try {
      Process process = process(List.of("-e", VERSION)).start();
      try (InputStream out = process.getInputStream()) {
        String version = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? Optional.of(version) : Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** As {@link MethodProcess} does it; the answer goes to a file, in the same order. */
  Figures measure(int districts, long seed, double seconds, Path answer)
      throws IOException, InterruptedException {
    Path script = folder.resolve(SCRIPT);
    try (InputStream in = EpiEstim.class.getResourceAsStream(SCRIPT)) {
      Files.write(script, in.readAllBytes());
    }
    Path counts = folder.resolve("counts");
    SyntheticDistricts synthetic = new SyntheticDistricts(seed);
    Doubles.write(
        numbers -> IntStream.range(0, districts).mapToObj(synthetic::newCases).forEach(numbers),
        counts);
    Path interval = folder.resolve("interval");
    Doubles.write(numbers -> numbers.accept(Method.serialInterval()), interval);
    Path figures = folder.resolve("figures");
    Path log = folder.resolve("log");
    int status =
        process(
                List.of(
                    script.toString(),
                    counts.toString(),
                    interval.toString(),
                    Integer.toString(districts),
                    String.format(Locale.ROOT, "%.3f", seconds),
                    figures.toString(),
                    answer.toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("EpiEstim ended with " + status + ":\n" + Files.readString(log));
    }
    return Figures.parse(Files.readString(figures));
  }

  private ProcessBuilder process(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(rscript, "--vanilla"));
    command.addAll(arguments);
    ProcessBuilder process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    // Without it R asks the system for its time zone, which a container may not know.
    process.environment().putIfAbsent("TZ", "UTC");
    return process;
  }
}
