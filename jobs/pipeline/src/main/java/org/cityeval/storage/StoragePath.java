package org.cityeval.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a file or a folder stands: on this machine, or in a store that a URI names. Names are taken
 * as they are written: a {@code %}, a space or a Chinese character stands for itself, in a URI too,
 * as Hadoop has it.
 */
public final class StoragePath {
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private final org.apache.hadoop.fs.Path path;

  private StoragePath(org.apache.hadoop.fs.Path path) {
    this.path = path;
  }

  /** A path as a person gave it, from the working folder if it is relative. */
  public static StoragePath of(String given) {
    return isUri(given)
        ? new StoragePath(new org.apache.hadoop.fs.Path(given))
        : of(Path.of(given));
  }

  /** A path of this machine, from the working folder if it is relative. */
  public static StoragePath of(Path local) {
    return new StoragePath(new org.apache.hadoop.fs.Path("file", null, absolute(local).toString()));
  }

  /**
   * A path as a file names it: from the file's own folder if it is relative; an absolute one is the
   * engine's default file system's.
   */
  public static StoragePath beside(Path file, String given) {
    return isUri(given) || Path.of(given).isAbsolute()
        ? new StoragePath(new org.apache.hadoop.fs.Path(given))
        : of(file.toAbsolutePath().resolveSibling(given));
  }

  /** What lies below, by names separated by {@code /}. */
  public StoragePath resolve(String below) {
    // Not as Hadoop's child, which would take a colon for the end of a scheme.
    return new StoragePath(new org.apache.hadoop.fs.Path(path + "/" + below));
  }

  /** The path as Hadoop takes it. */
  public org.apache.hadoop.fs.Path hadoop() {
    return path;
  }

  /** The path as the machine takes it; none in a store. */
  public Optional<Path> local() {
    return isLocal() ? Optional.of(Path.of(path.toUri().getPath())) : Optional.empty();
  }

  /** Whether it names a folder of this machine that is not there; a store is not asked. */
  public boolean isMissingFolder() {
    return local().filter(folder -> !Files.isDirectory(folder)).isPresent();
  }

  /** As a person reads it, and as {@link #of} takes it: without a scheme on this machine. */
  @Override
  public String toString() {
    return isLocal() ? path.toUri().getPath() : path.toString();
  }

  private boolean isLocal() {
    return "file".equals(path.toUri().getScheme());
  }

  private static boolean isUri(String given) {
    return URI.matcher(given).matches();
  }

  /** Follows {@code ..} from where a link leads, as the machine does, not from where it stands. */
  private static Path absolute(Path given) {
    Path reached = given.toAbsolutePath().getRoot();
    for (Path name : given.toAbsolutePath()) {
      if (name.toString().equals("..")) {
        Path folder = real(reached);
        reached = folder.getParent() == null ? folder : folder.getParent();
      } else if (!name.toString().equals(".")) {
        reached = reached.resolve(name);
      }
    }
    return reached;
  }

  private static Path real(Path folder) {
    try {
      return Files.exists(folder) ? folder.toRealPath() : folder;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot follow " + folder, e);
    }
  }
}
