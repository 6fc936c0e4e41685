package org.cityeval.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.StartedJobs;

/** The city that can be checked by hand, evaluated once for all tests that look at it. */
final class Riverton {
  static final Path SAMPLES = Path.of("../../data-samples/riverton");

  private Riverton() {}

  /** Where it was evaluated to. */
  static Path warehouse() {
    return Evaluated.WAREHOUSE;
  }

  static String read(String sample) throws IOException {
    return Files.readString(SAMPLES.resolve(sample));
  }

  /** Its warehouse once more, in a new folder, to evaluate into otherwise. */
  static Path copy(String name) throws IOException {
    Path copy = Commands.folder(name);
    try (Stream<Path> files = Files.walk(warehouse())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(warehouse().relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return copy;
  }

  /** Few draws: no expected value is an interval. */
  static void evaluate(Path config, Path warehouse, Object... further) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "run",
                "--config",
                config,
                "--warehouse",
                warehouse,
                "--set",
                "indicators.uncertainty.replicates=50",
                "--set",
                "comparison.draws=200"));
    words.addAll(List.of(further));
    Commands.out(words.toArray());
  }

  /** What Spark was asked for when it was evaluated into a new warehouse. */
  static StartedJobs started() {
    return Evaluated.STARTED;
  }

  private static final class Evaluated {
    private static final Path WAREHOUSE = Commands.folder("riverton");
    private static final StartedJobs STARTED = evaluated();

    private static StartedJobs evaluated() {
      try {
        return StartedJobs.during(
            SparkSession.getDefaultSession().get(),
            () -> evaluate(Commands.config("riverton"), WAREHOUSE));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
