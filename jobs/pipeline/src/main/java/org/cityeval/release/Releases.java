package org.cityeval.release;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.StoragePath;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.StoredTables;

/**
 * The releases of a warehouse, as {@code <root>/releases/<name>}. Each is a warehouse of its own,
 * with the published tables of one publication. It is made beside its place and gets its name when
 * it is whole.
 */
public final class Releases {
  private static final String FOLDER = "releases";

  /** What the release is; the last file that is written. */
  private static final String NOTE = "release.json";

  private final StoredTables tables;

  /** The releases of a warehouse. */
  public Releases(StoredTables tables) {
    this.tables = tables;
  }

  /**
   * Refuses to change a release.
   *
   * @throws UserProblem if the warehouse is one
   */
  public static void requireNone(StoredTables tables) {
    if (read(tables.root(), tables).isPresent()) {
      throw new UserProblem(
          tables.root() + " is a release.",
          "It stays as it was published; nothing is written to its tables.",
          "Name the warehouse that it was made from with --warehouse.");
    }
  }

  /** All of them, by name. */
  public List<Release> list() {
    List<Release> found = new ArrayList<>();
    for (FileStatus below : folders()) {
      String name = below.getPath().getName();
      if (!name.startsWith(".")) {
        read(place(name), tables).ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparing(Release::name));
    return found;
  }

  /** Where the release of a name stands. */
  public StoragePath place(String name) {
    return tables.root().resolve(FOLDER + "/" + name);
  }

  /**
   * Makes a release.
   *
   * @param name that of its folder
   * @param released what the clock says
   * @return how much was copied
   * @throws UserProblem if the name is taken or none, or the warehouse is a release itself
   */
  public ReleasedTables.Copied make(String name, Publication publication, Instant released) {
    Release.requireName(name);
    requireNone(tables);
    requireFree(name);
    StoragePath work = tables.root().resolve(FOLDER + "/." + name + "." + UUID.randomUUID());
    ReleasedTables copy = new ReleasedTables(tables, new StoredTables(work, tables.hadoop()));
    try {
      try {
        ReleasedTables.Copied copied = copy.of(publication);
        write(
            work,
            new Release(
                name, publication.evaluationId(), publication.asOf(), copied.run(), released));
        moveTo(name, work);
        return copied;
      } finally {
        fileSystem().delete(work.hadoop(), true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + place(name), e);
    }
  }

  /**
   * Removes what interrupted commands have left.
   *
   * @param before what was begun later may still become a release
   * @param dryRun whether they are only counted
   * @return how many there are
   */
  public int clearUnfinished(Instant before, boolean dryRun) {
    int found = 0;
    for (FileStatus below : folders()) {
      if (below.getPath().getName().startsWith(".")
          && !Instant.ofEpochMilli(below.getModificationTime()).isAfter(before)) {
        found++;
        try {
          if (!dryRun) {
            fileSystem().delete(below.getPath(), true);
          }
        } catch (IOException e) {
          throw new UncheckedIOException("Cannot remove " + below.getPath(), e);
        }
      }
    }
    return found;
  }

  private List<FileStatus> folders() {
    Path folder = tables.root().resolve(FOLDER).hadoop();
    try {
      return Arrays.stream(fileSystem().listStatus(folder))
          .filter(FileStatus::isDirectory)
          .toList();
    } catch (FileNotFoundException none) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  private void requireFree(String name) {
    try {
      if (fileSystem().exists(place(name).hadoop())) {
        throw taken(name, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look for " + place(name), e);
    }
  }

  private UserProblem taken(String name, Throwable cause) {
    return new UserProblem(
        "There is a release " + name + " already.",
        place(name) + " is there, and a release is never replaced.",
        "Give another name; 'cityeval list releases' tells which are taken.",
        cause);
  }

  private void moveTo(String name, StoragePath work) throws IOException {
    StoragePath place = place(name);
    if (place.local().isPresent()) {
      try {
        Files.move(work.local().orElseThrow(), place.local().get());
      } catch (FileAlreadyExistsException | DirectoryNotEmptyException faster) {
        throw taken(name, faster);
      }
      return;
    }
    // A store would move a folder into one that is there.
    requireFree(name);
    if (!fileSystem().rename(work.hadoop(), place.hadoop())) {
      throw new IOException("Cannot rename " + work + " to " + place);
    }
  }

  private void write(StoragePath work, Release release) throws IOException {
    try (FSDataOutputStream out = fileSystem().create(work.resolve(NOTE).hadoop(), false)) {
      out.write(release.json().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Optional<Release> read(StoragePath root, StoredTables tables) {
    Path file = root.resolve(NOTE).hadoop();
    try (FSDataInputStream in = file.getFileSystem(tables.hadoop()).open(file)) {
      return Optional.of(Release.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (FileNotFoundException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private FileSystem fileSystem() throws IOException {
    return tables.root().hadoop().getFileSystem(tables.hadoop());
  }
}
