package org.cityeval.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does several things at a time: to commit a table is mostly to wait, and no two are of one. */
public final class SideBySide {
  private static final int AT_A_TIME = 4;

  private SideBySide() {}

  /**
   * Does all. Where one fails, those that have not begun are left, and those that have are told to
   * stop and waited for.
   *
   * <p>Throws what the first of them has thrown, in the order given. Spark throws checked
   * exceptions that Scala does not declare, so it may be one of these.
   */
  public static void all(List<? extends Runnable> work) {
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_A_TIME, work.size()));
    try {
      List<Future<?>> begun = new ArrayList<>();
      work.forEach(piece -> begun.add(threads.submit(piece)));
      for (Future<?> piece : begun) {
        piece.get();
      }
    } catch (ExecutionException e) {
      throw SideBySide.<RuntimeException>asItIs(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while it waited for its own work", e);
    } finally {
      end(threads);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T asItIs(Throwable failure) throws T {
    throw (T) failure;
  }

  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    try {
      threads.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
