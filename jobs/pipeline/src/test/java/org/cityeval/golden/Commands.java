package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cityeval.testing.Cli;
import org.cityeval.testing.Csv;

/** Commands that must succeed, on the committed configs. */
final class Commands {
  private Commands() {}

  /** What the command wrote to stdout. */
  static String out(Object... arguments) {
    Cli.Answer answer =
        Cli.plain().run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    assertThat(answer.exit()).as(answer.err()).isZero();
    return answer.out();
  }

  /** Rows by column name, as the command writes them. */
  static List<Map<String, String>> query(Path warehouse, String statement) {
    return Csv.read(out("sql", statement, "--warehouse", warehouse, "--format", "csv"));
  }

  static Path config(String name) {
    return Path.of("../../conf", name + ".yaml");
  }

  /** A new folder below the module's build folder. */
  static Path folder(String name) {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Path.of("target", "warehouses")), name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
