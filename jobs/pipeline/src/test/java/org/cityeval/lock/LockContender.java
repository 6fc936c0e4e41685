package org.cityeval.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.problem.BusyProblem;
import org.cityeval.storage.StoragePath;

/** Tries for the lock of each round at the moment the others do, and says when it met one. */
final class LockContender {
  private static final long ROUND_MILLIS = 15;

  private LockContender() {}

  /** Arguments: a folder with one warehouse a round, the rounds, a name; begins as "begin" says. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Configuration hadoop = new Configuration();
    hadoop.get("fs.defaultFS");
    Files.createFile(folder.resolve(arguments[2]));
    while (!Files.exists(folder.resolve("begin"))) {
      LockSupport.parkNanos(1_000_000);
    }
    long begin = Long.parseLong(Files.readString(folder.resolve("begin")));
    for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
      Path warehouse = folder.resolve("round-" + round);
      LockSupport.parkUntil(begin + round * ROUND_MILLIS);
      try {
        EvaluationLock.take(StoragePath.of(warehouse), "tiny", "contender", hadoop)
            .during(() -> beAlone(warehouse.resolve("inside")));
      } catch (BusyProblem held) {
        System.out.println("busy");
      }
    }
  }

  private static void beAlone(Path inside) {
    try {
      Files.createFile(inside);
      LockSupport.parkNanos(2_000_000);
      Files.delete(inside);
      System.out.println("alone");
    } catch (FileAlreadyExistsException other) {
      System.out.println("met another");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
