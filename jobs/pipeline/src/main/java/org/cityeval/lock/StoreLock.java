package org.cityeval.lock;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.cityeval.problem.BusyProblem;
import org.cityeval.storage.StoragePath;

/**
 * A lock in a store, such as HDFS: a file that the store makes once, or refuses. The file of a
 * holder that no longer lives is renamed to a name of its own. A store renames once to each name,
 * so of those who saw the same holder dead one succeeds it.
 */
final class StoreLock implements HeldLock {
  /** Of those that ended while we looked; more in a row are others at work. */
  private static final int TRIES = 3;

  /** Object stores overwrite unless they are asked not to; others do not know the option. */
  private static final String CONDITIONAL = "fs.option.create.conditional.overwrite";

  private final FileSystem store;
  private final Path file;

  private StoreLock(FileSystem store, Path file) {
    this.store = store;
    this.file = file;
  }

  /**
   * Takes the lock, from a holder of this host that no longer lives too.
   *
   * @throws BusyProblem if another run holds it, or it names nobody
   */
  static StoreLock take(FileSystem store, StoragePath lock, LockHolder holder) throws IOException {
    Path file = lock.hadoop();
    store.mkdirs(file.getParent());
    for (int i = 0; i < TRIES; i++) {
      if (create(store, file, holder) || (setAside(store, lock) && create(store, file, holder))) {
        return new StoreLock(store, file);
      }
    }
    throw LockProblems.starting(lock);
  }

  @Override
  public void release() throws IOException {
    store.delete(file, false);
  }

  private static boolean create(FileSystem store, Path lock, LockHolder holder) throws IOException {
    FSDataOutputStreamBuilder<?, ?> file = store.createFile(lock);
    file.overwrite(false);
    file.opt(CONDITIONAL, true);
    try (FSDataOutputStream out = file.build()) {
      out.write(holder.line().getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (FileAlreadyExistsException | java.nio.file.FileAlreadyExistsException held) {
      return false;
    }
  }

  /** Renames the file of a dead holder; false where another was faster. */
  private static boolean setAside(FileSystem store, StoragePath lock) throws IOException {
    Path file = lock.hadoop();
    String line;
    try (FSDataInputStream in = store.open(file)) {
      line = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileNotFoundException ended) {
      return false;
    }
    if (line.isEmpty()) {
      throw LockProblems.starting(lock);
    }
    LockHolder before = LockHolder.read(line).orElseThrow(() -> LockProblems.torn(lock));
    if (before.mayLive()) {
      throw LockProblems.held(lock, before);
    }
    String started = before.start().map(at -> at.toEpochMilli() + "-").orElse("");
    return store.rename(
        file, file.suffix("." + started + before.process() + "-" + before.run().hashCode()));
  }
}
