package org.cityeval.release;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.StoragePath;
import org.cityeval.storage.Unfinished;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.StoredTables;

/**
 * The releases of a warehouse, as {@code <root>/releases/<name>}. Each is a warehouse of its own,
 * with the published tables of one publication. It is one when its note is there, which is written
 * last.
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
    try (Unfinished unfinished = Unfinished.in(place(name), tables.hadoop(), released)) {
      StoragePath made = unfinished.made();
      ReleasedTables.Copied copied =
          new ReleasedTables(tables, new StoredTables(made, tables.hadoop())).of(publication);
      write(
          made,
          new Release(
              name, publication.evaluationId(), publication.asOf(), copied.run(), released));
      unfinished.finish();
      return copied;
    } catch (FileAlreadyExistsException | org.apache.hadoop.fs.FileAlreadyExistsException faster) {
      throw taken(name, faster);
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
    StoragePath folder = tables.root().resolve(FOLDER);
    try {
      return Unfinished.clear(
          folder, tables.hadoop(), before, below -> read(below, tables).isPresent(), dryRun);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot clear " + folder, e);
    }
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
        "Give another name; 'cityeval list releases' lists those that are taken. 'cityeval"
            + " maintain' removes what an interrupted command left.",
        cause);
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
