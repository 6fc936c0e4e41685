package org.cityeval.compare;

import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;

/**
 * Room in the heap of this process for what a comparison of one panel draws. Small panels are
 * compared side by side, large ones in turn.
 */
final class PanelRoom implements AutoCloseable {
  private static final int BYTES_IN_MEBIBYTE = 1 << 20;

  /** A third of the heap; Spark takes half of it for what is sorted and kept. */
  private static final int ALL =
      (int)
          Math.max(
              1,
              Math.min(
                  Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 3 / BYTES_IN_MEBIBYTE));

  private static final Semaphore FREE = new Semaphore(ALL, true);

  private final AtomicInteger taken;

  private PanelRoom(int mebibytes) {
    this.taken = new AtomicInteger(mebibytes);
  }

  /**
   * Waits for room, in turn with others that wait. It is given back with the task at the latest. A
   * task takes it for one panel at a time.
   *
   * @param bytes what is held at most; more than there is takes all that there is
   * @throws InterruptedException where the task is stopped meanwhile
   */
  static PanelRoom take(long bytes) throws InterruptedException {
    int mebibytes = (int) Math.min(ALL, bytes / BYTES_IN_MEBIBYTE);
    FREE.acquire(mebibytes);
    PanelRoom room = new PanelRoom(mebibytes);
    TaskContext task = TaskContext.get();
    if (task != null) {
      task.<Void>addTaskCompletionListener(
          ended -> {
            room.close();
            return null;
          });
    }
    return room;
  }

  /** Iterates. At the end the rows are let go, and the room is given back. */
  <T> Iterator<T> until(Iterator<T> end) {
    return new Iterator<>() {
      private Iterator<T> rows = end;

      @Override
      public boolean hasNext() {
        if (rows.hasNext()) {
          return true;
        }
        rows = Collections.emptyIterator();
        close();
        return false;
      }

      @Override
      public T next() {
        return rows.next();
      }
    };
  }

  @Override
  public void close() {
    FREE.release(taken.getAndSet(0));
  }
}
