package org.cityeval.lock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cityeval.problem.BusyProblem;
import org.cityeval.storage.StoragePath;

/**
 * A lock on a disk of this machine. The operating system gives the file to one process and takes it
 * back when the process ends, however it ends. The file names the holder and is never deleted: a
 * second file of that name could be held beside the first. Empty, it is free.
 */
final class DiskLock implements HeldLock {
  private static final int LONGEST_LINE = 4096;

  /** The operating system tells processes apart, not the runs in one of them. */
  private static final Map<Path, LockHolder> HELD_HERE = new ConcurrentHashMap<>();

  private final Path file;
  private final FileChannel channel;

  private DiskLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock, from a holder that no longer lives too.
   *
   * @throws BusyProblem if another run holds it, or it names nobody
   */
  static DiskLock take(StoragePath lock, LockHolder holder) throws IOException {
    Path given = lock.local().orElseThrow();
    Files.createDirectories(given.getParent());
    Path file = given.getParent().toRealPath().resolve(given.getFileName());
    LockHolder beside = HELD_HERE.putIfAbsent(file, holder);
    if (beside != null) {
      throw LockProblems.held(lock, beside);
    }
    FileChannel channel = null;
    boolean taken = false;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      boolean ours = channel.tryLock() != null;
      String line = line(channel);
      if (!line.isEmpty()) {
        LockHolder before = LockHolder.read(line).orElseThrow(() -> LockProblems.torn(lock));
        if (!ours || before.mayLive()) {
          throw LockProblems.held(lock, before);
        }
      } else if (!ours) {
        throw LockProblems.starting(lock);
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.line().getBytes(StandardCharsets.UTF_8)), 0);
      taken = true;
      return new DiskLock(file, channel);
    } finally {
      if (!taken) {
        close(file, channel);
      }
    }
  }

  @Override
  public void release() throws IOException {
    if (channel.isOpen()) {
      channel.truncate(0);
    }
    close(file, channel);
  }

  private static void close(Path file, FileChannel channel) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      HELD_HERE.remove(file);
    }
  }

  private static String line(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST_LINE);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
  }
}
