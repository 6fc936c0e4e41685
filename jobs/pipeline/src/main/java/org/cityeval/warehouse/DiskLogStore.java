package org.cityeval.warehouse;

import io.delta.storage.HadoopFileSystemLogStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Delta's log on a disk of this machine: a version is committed by one, though processes race. The
 * store that Delta takes by itself looks whether the file is there and then renames, and two that
 * look at once both commit.
 */
public final class DiskLogStore extends HadoopFileSystemLogStore {
  /** Made by Delta, by name. */
  public DiskLogStore(Configuration hadoop) {
    super(hadoop);
  }

  /**
   * Writes a file whole, or not at all.
   *
   * @throws java.nio.file.FileAlreadyExistsException if it is there and must not be overwritten
   */
  @Override
  public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop)
      throws IOException {
    java.nio.file.Path file = java.nio.file.Path.of(path.toUri().getPath());
    java.nio.file.Path written =
        file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (BufferedWriter out =
          Files.newBufferedWriter(written, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
        while (actions.hasNext()) {
          out.write(actions.next());
          out.write('\n');
        }
      }
      if (overwrite) {
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      } else {
        commit(written, file);
      }
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /**
   * Gives a file its name, which one can do; where a disk has no links, by a copy to a new file.
   */
  static void commit(java.nio.file.Path written, java.nio.file.Path file) throws IOException {
    try {
      Files.createLink(file, written);
    } catch (FileAlreadyExistsException faster) {
      throw faster;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.copy(written, file);
    }
  }

  @Override
  public Boolean isPartialWriteVisible(Path path, Configuration hadoop) {
    return true;
  }
}
