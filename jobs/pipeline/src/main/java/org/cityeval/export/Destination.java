package org.cityeval.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.Unfinished;

/**
 * Where an export goes. It is made in a folder beside that place, and moved there when it is whole:
 * nobody finds half of one. What stands there is kept, unless it shall be replaced.
 */
public final class Destination implements Closeable {
  private final Unfinished unfinished;

  private Destination(Path place, Instant begun) throws IOException {
    this.unfinished = Unfinished.on(place, begun);
  }

  /**
   * Begins an export.
   *
   * @param isReplaced whether a file or an export that stands there may go
   * @param begun what the clock says
   * @throws UserProblem if something stands there that is kept, or nothing can stand there
   * @throws IOException if the folder cannot be written to
   */
  public static Destination of(Path given, ExportFormat format, boolean isReplaced, Instant begun)
      throws IOException {
    Path place = given.toAbsolutePath().normalize();
    if (place.getFileName() == null || !Files.isDirectory(place.getParent())) {
      throw new UserProblem(
          "There is no folder for " + given + ".",
          place.getParent() + " is not there, or is no folder.",
          "Make it first, or name another place with --out.");
    }
    if (Files.exists(place)) {
      requireReplaceable(given, place, format, isReplaced);
    }
    return new Destination(place, begun);
  }

  private static void requireReplaceable(
      Path given, Path place, ExportFormat format, boolean isReplaced) throws IOException {
    if (Files.isDirectory(place) != format.isFolder()) {
      throw new UserProblem(
          given + (format.isFolder() ? " is a file." : " is a folder."),
          "The format " + format.id() + " writes a " + (format.isFolder() ? "folder." : "file."),
          "Name another place with --out.");
    }
    if (!format.isFolder() && !Files.isRegularFile(place)) {
      throw new UserProblem(
          given + " is no file that can be replaced.",
          "It is a device or a pipe, and an export is moved to its place when it is whole.",
          "Name another place with --out.");
    }
    if (format.isFolder() && isEmpty(place)) {
      return;
    }
    if (!isReplaced) {
      throw new UserProblem(
          given + " is there already.",
          "An export replaces nothing that it was not told to.",
          "Name another place with --out, or add --force.");
    }
    if (format.isFolder() && !isExport(place)) {
      throw new UserProblem(
          given + " holds more than an export.",
          "--force replaces a folder only if " + DataPackage.NAME + " in it names all other files.",
          "Name another place with --out, or take the other files away.");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static boolean isExport(Path folder) throws IOException {
    Path description = folder.resolve(DataPackage.NAME);
    if (!Files.isRegularFile(description)) {
      return false;
    }
    Set<String> known = new HashSet<>(Set.of(DataPackage.NAME));
    for (JsonNode resource : new ObjectMapper().readTree(description.toFile()).path("resources")) {
      known.add(resource.path("path").asText());
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(
          file -> Files.isRegularFile(file) && known.contains("" + file.getFileName()));
    }
  }

  /** Where it is made. */
  public Path made() {
    return unfinished.madeOnDisk();
  }

  /** Moves it to its place. */
  public void finish() throws IOException {
    unfinished.replace();
  }

  /** Takes away what was not finished. */
  @Override
  public void close() throws IOException {
    unfinished.close();
  }
}
