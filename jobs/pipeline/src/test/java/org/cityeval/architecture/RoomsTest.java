package org.cityeval.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader can hold: files in a room, lines in a file, rooms on the plan. */
class RoomsTest {
  private static final int MOST_LINES = 300;
  private static final int MOST_FILES = 25;

  @Test
  void noPackageHoldsMoreThanAReaderSees() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src/main")).filter(Files::isDirectory)) {
      for (Path folder : folders.toList()) {
        try (Stream<Path> files = Files.list(folder)) {
          assertThat(files.filter(Files::isRegularFile))
              .as("%s", folder)
              .hasSizeLessThanOrEqualTo(MOST_FILES);
        }
      }
    }
  }

  @Test
  void everyRoomIsOnThePlan() throws IOException {
    String plan = Files.readString(Path.of("../docs/ARCHITECTURE.md"));
    Path root = Path.of("src/main/java/org/cityeval");
    try (Stream<Path> folders = Files.walk(root).filter(Files::isDirectory)) {
      for (Path folder : folders.filter(any -> !any.equals(root)).toList()) {
        assertThat(plan).contains("`" + root.relativize(folder).toString().replace('/', '.') + "`");
      }
    }
  }

  @Test
  void noFileIsLongerThanAReaderHolds() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).isNotEmpty();
      for (Path source : sources) {
        assertThat(Files.readAllLines(source))
            .as("%s", source)
            .hasSizeLessThanOrEqualTo(MOST_LINES);
      }
    }
  }
}
