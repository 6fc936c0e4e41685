package org.cityeval.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

  private static final class Evaluated {
    private static final Path WAREHOUSE = evaluate();

    /** Few draws: no expected value is an interval. */
    private static Path evaluate() {
      Path warehouse = Commands.folder("riverton");
      Commands.out(
          "run",
          "--config",
          Commands.config("riverton"),
          "--warehouse",
          warehouse,
          "--set",
          "indicators.uncertainty.replicates=50",
          "--set",
          "comparison.draws=200");
      return warehouse;
    }
  }
}
