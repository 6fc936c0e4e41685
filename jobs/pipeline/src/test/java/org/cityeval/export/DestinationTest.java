package org.cityeval.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.cityeval.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationTest {
  private static final Instant BEGUN = Instant.parse("2026-11-29T12:00:00Z");
  private static final ExportFormat FILE = ExportFormats.of("xlsx");
  private static final ExportFormat FOLDER = ExportFormats.of("csv");

  @TempDir private Path folder;

  private static void make(Destination destination, String text) throws IOException {
    Files.createDirectories(destination.made());
    Files.writeString(destination.made().resolve("a.csv"), text);
    Files.writeString(
        destination.made().resolve("datapackage.json"), "{\"resources\":[{\"path\":\"a.csv\"}]}");
  }

  private void export(Path place, String text, boolean isReplaced) throws IOException {
    try (Destination destination = Destination.of(place, FOLDER, isReplaced, BEGUN)) {
      make(destination, text);
      destination.finish();
    }
  }

  private static void refused(Path place, ExportFormat format, boolean isReplaced, String told) {
    assertThatThrownBy(() -> Destination.of(place, format, isReplaced, BEGUN).close())
        .isInstanceOfSatisfying(
            UserProblem.class, problem -> assertThat(problem.render()).contains(told));
  }

  @Test
  void nothingIsSeenBeforeItIsWholeAndNothingElseIsLeft() throws IOException {
    Path place = folder.resolve("out 100% 杭州");

    try (Destination destination = Destination.of(place, FOLDER, false, BEGUN)) {
      make(destination, "1");
      assertThat(place).doesNotExist();
      destination.finish();
    }

    assertThat(place.resolve("a.csv")).hasContent("1");
    assertThat(folder).isDirectoryContaining(file -> file.equals(place));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void whatFailsLeavesNothing() throws IOException {
    try (Destination destination = Destination.of(folder.resolve("out"), FOLDER, false, BEGUN)) {
      make(destination, "1");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileThatIsThereIsKeptUnlessItIsToBeReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("a.xlsx"), "mine");
    refused(file, FILE, false, "--force");

    try (Destination destination = Destination.of(file, FILE, true, BEGUN)) {
      Files.writeString(destination.made(), "new");
      assertThat(file).hasContent("mine");
      destination.finish();
    }
    assertThat(file).hasContent("new");
  }

  @Test
  void anExportIsReplacedAsAWhole() throws IOException {
    Path place = folder.resolve("out");
    export(place, "1", false);
    refused(place, FOLDER, false, "is there already");

    export(place, "2", true);

    assertThat(place.resolve("a.csv")).hasContent("2");
    assertThat(folder.toFile().list()).containsExactly("out");
  }

  @Test
  void aFolderThatHoldsAnythingElseIsNeverReplaced() throws IOException {
    Path place = folder.resolve("out");
    export(place, "1", false);
    Files.writeString(place.resolve("thesis.txt"), "mine");

    refused(place, FOLDER, true, "holds more than an export");
    assertThat(place.resolve("thesis.txt")).hasContent("mine");

    Path other = Files.createDirectory(folder.resolve("other"));
    Files.createDirectory(other.resolve("below"));
    refused(other, FOLDER, true, "holds more than an export");
  }

  @Test
  void anEmptyFolderIsAGoodPlace() throws IOException {
    Path place = Files.createDirectory(folder.resolve("out"));

    export(place, "1", false);

    assertThat(place.resolve("a.csv")).hasContent("1");
  }

  @Test
  void aFileIsNoFolderAndAFolderNoFile() throws IOException {
    refused(folder, FILE, true, "is a folder");
    refused(Files.createFile(folder.resolve("file")), FOLDER, true, "is a file");
    refused(Path.of("/dev/null"), FILE, true, "is no file that can be replaced");
    refused(folder.resolve("no/where"), FILE, false, "is not there");
  }
}
