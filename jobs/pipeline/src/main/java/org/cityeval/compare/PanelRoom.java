package org.cityeval.compare;

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

  /** Half of the heap; the rest is for rows and for what Spark sorts. */
  private static final int ALL =
      (int)
          Math.max(
              1,
              Math.min(
                  Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 2 / BYTES_IN_MEBIBYTE));

  private static final Semaphore FREE = new Semaphore(ALL, true);

  private final AtomicInteger taken;

  private PanelRoom(int mebibytes) {
    this.taken = new AtomicInteger(mebibytes);
  }

  /**
   * Waits for room. It is given back with the task at the latest.
   *
   * @param bytes what is held at most; more than there is takes all that there is
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

  /** Iterates, and gives the room back at the end. */
  <T> Iterator<T> until(Iterator<T> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        boolean more = rows.hasNext();
        if (!more) {
          close();
        }
        return more;
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
