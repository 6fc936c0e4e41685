package org.cityeval.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.cityeval.problem.UserProblem;

/**
 * Where an export goes. It is made in a folder beside that place, and moved there when it is whole:
 * nobody finds half of one. What stands there is kept, unless it shall be replaced.
 */
public final class Destination implements Closeable {
  private final Path place;
  private final boolean isFolder;
  private final Path work;
  private final Thread atStop = new Thread(this::clear, "cityeval-export-stop");

  private Destination(Path place, boolean isFolder) throws IOException {
    this.place = place;
    this.isFolder = isFolder;
    Path parent = place.getParent();
    this.work = parent.resolve("." + place.getFileName() + "." + UUID.randomUUID());
    // With the permissions that the process gives; Java's own temporary folders are for one user.
    Files.createDirectory(work);
    Runtime.getRuntime().addShutdownHook(atStop);
  }

  /**
   * Begins an export.
   *
   * @param isReplaced whether a file or an export that stands there may go
   * @throws UserProblem if something stands there that is kept, or nothing can stand there
   * @throws IOException if the folder cannot be written to
   */
  public static Destination of(Path given, ExportFormat format, boolean isReplaced)
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
    return new Destination(place, format.isFolder());
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
    return work.resolve("export");
  }

  /** Moves it to its place. */
  public void finish() throws IOException {
    if (isFolder && Files.exists(place)) {
      // A folder does not take the place of another that holds files.
      Path old = work.resolve("old");
      Files.move(place, old);
      try {
        Files.move(made(), place);
      } catch (IOException e) {
        Files.move(old, place);
        throw e;
      }
    } else {
      Files.move(made(), place, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Takes away what was not finished. */
  @Override
  public void close() {
    clear();
    try {
      Runtime.getRuntime().removeShutdownHook(atStop);
    } catch (IllegalStateException stopping) {
      // The hook does the same again.
      return;
    }
  }

  private void clear() {
    if (!Files.exists(work)) {
      return;
    }
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(work)) {
      files.sorted(Comparator.reverseOrder()).forEach(all::add);
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // Another process may be at it; what is left has a name that tells whose it is.
      return;
    }
  }
}
