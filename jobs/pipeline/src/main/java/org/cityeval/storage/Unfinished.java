package org.cityeval.storage;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * A file or folder that is being made, so that nobody takes half of one for the whole.
 *
 * <p>On a disk it is made beside its place, and moved there. In a store it is made in its place,
 * for object stores move a folder by copying key after key. Whoever makes it says by a last file
 * that it is whole. A file in it, {@code _begun}, tells when it was begun, for stores keep no time
 * of folders.
 */
public final class Unfinished implements Closeable {
  private static final String BEGUN = "_begun";

  private final StoragePath place;
  private final StoragePath work;

  /** Of the store; none on a disk. */
  private final FileSystem store;

  private final Thread atStop = new Thread(this::clearDisk, "cityeval-unfinished-stop");
  private boolean isFinished;

  private Unfinished(StoragePath place, StoragePath work, FileSystem store) {
    this.place = place;
    this.work = work;
    this.store = store;
  }

  /**
   * Begins on a disk.
   *
   * @param place a file or a folder, below a folder that is there
   * @param begun what the clock says
   * @throws IOException if the folder cannot be written to
   */
  public static Unfinished on(Path place, Instant begun) throws IOException {
    StoragePath target = StoragePath.of(place);
    Path beside = target.local().orElseThrow();
    Path work = beside.resolveSibling("." + beside.getFileName() + "." + UUID.randomUUID());
    // With the permissions that the process gives; Java's own temporary folders are for one user.
    Files.createDirectory(work);
    Unfinished made = new Unfinished(target, StoragePath.of(work), null);
    Runtime.getRuntime().addShutdownHook(made.atStop);
    try {
      Files.writeString(work.resolve(BEGUN), begun.toString());
    } catch (IOException full) {
      made.close();
      throw full;
    }
    return made;
  }

  /**
   * Begins a folder on a disk or in a store.
   *
   * @param begun what the clock says
   * @throws FileAlreadyExistsException if another process makes it in a store that lets one do so,
   *     or something stands there
   */
  public static Unfinished in(StoragePath place, Configuration hadoop, Instant begun)
      throws IOException {
    Optional<Path> disk = place.local();
    if (disk.isPresent()) {
      Files.createDirectories(disk.get().getParent());
      return on(disk.get(), begun);
    }
    FileSystem store = place.hadoop().getFileSystem(hadoop);
    try (FSDataOutputStream out = store.create(place.resolve(BEGUN).hadoop(), false)) {
      out.write(begun.toString().getBytes(StandardCharsets.UTF_8));
    }
    if (store.listStatus(place.hadoop()).length > 1) {
      // Another process has finished it since somebody looked.
      store.delete(place.resolve(BEGUN).hadoop(), false);
      throw new FileAlreadyExistsException(place.hadoop() + " is there already");
    }
    return new Unfinished(place, place, store);
  }

  /** Where it is made; a folder must be made first. */
  public StoragePath made() {
    return store == null ? work.resolve("made") : work;
  }

  /** Where it is made on a disk. */
  public Path madeOnDisk() {
    return made().local().orElseThrow();
  }

  /**
   * Gives it its place.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is something on the disk
   */
  public void finish() throws IOException {
    if (store == null) {
      Files.move(madeOnDisk(), place.local().orElseThrow());
      isFinished = true;
    } else {
      // It is whole by its last file, whether this one can be deleted or not.
      isFinished = true;
      store.delete(work.resolve(BEGUN).hadoop(), false);
    }
  }

  /** Gives it its place on a disk, and takes away what stands there. */
  public void replace() throws IOException {
    Path target = place.local().orElseThrow();
    List<Path> there = Files.isDirectory(target) ? listed(target) : null;
    if (there != null && there.isEmpty() && Files.isDirectory(madeOnDisk())) {
      // It may be where a shell stands, or where a disk is mounted, so the folder itself stays.
      for (Path child : listed(madeOnDisk())) {
        Files.move(child, target.resolve(child.getFileName()));
      }
    } else if (there != null) {
      // A folder does not take the place of another that holds files.
      Path old = work.local().orElseThrow().resolve("old");
      Files.move(target, old);
      try {
        Files.move(madeOnDisk(), target);
      } catch (IOException e) {
        Files.move(old, target);
        throw e;
      }
    } else {
      Files.move(madeOnDisk(), target, StandardCopyOption.REPLACE_EXISTING);
    }
    isFinished = true;
  }

  private static List<Path> listed(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** Takes away what was not finished. */
  @Override
  public void close() throws IOException {
    if (store != null) {
      if (!isFinished) {
        store.delete(work.hadoop(), true);
      }
      return;
    }
    clearDisk();
    try {
      Runtime.getRuntime().removeShutdownHook(atStop);
    } catch (IllegalStateException stopping) {
      // The hook does the same again.
      return;
    }
  }

  private void clearDisk() {
    Path folder = work.local().orElseThrow();
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(all::add);
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // Another process may be at it; what is left has a name that tells whose it is.
      return;
    }
  }

  /**
   * Takes away what interrupted processes have left.
   *
   * @param folder below which they made it
   * @param before what was begun later may still be finished
   * @param isWhole which of the folders in a store are whole, though they tell when they were begun
   * @param dryRun whether they are only counted
   * @return how many there are
   */
  public static int clear(
      StoragePath folder,
      Configuration hadoop,
      Instant before,
      Predicate<StoragePath> isWhole,
      boolean dryRun)
      throws IOException {
    FileSystem files = folder.hadoop().getFileSystem(hadoop);
    int found = 0;
    for (StoragePath below : folders(files, folder)) {
      if (begun(files, below).filter(at -> !at.isAfter(before)).isPresent()
          && !isWhole.test(below)) {
        found++;
        if (!dryRun) {
          files.delete(below.hadoop(), true);
        }
      }
    }
    return found;
  }

  private static List<StoragePath> folders(FileSystem files, StoragePath folder)
      throws IOException {
    try {
      return Arrays.stream(files.listStatus(folder.hadoop()))
          .filter(FileStatus::isDirectory)
          .map(below -> folder.resolve(below.getPath().getName()))
          .toList();
    } catch (FileNotFoundException none) {
      return List.of();
    }
  }

  /** When a folder was begun, if it tells; one that does not is nobody's here. */
  private static Optional<Instant> begun(FileSystem files, StoragePath folder) throws IOException {
    try (FSDataInputStream in = files.open(folder.resolve(BEGUN).hadoop())) {
      return Optional.of(Instant.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (FileNotFoundException | DateTimeParseException untold) {
      return Optional.empty();
    }
  }
}
