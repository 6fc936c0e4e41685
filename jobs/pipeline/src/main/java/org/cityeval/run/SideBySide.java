package org.cityeval.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Does several things at a time, each of another table or source. A commit mostly waits. */
public final class SideBySide {
  private static final int AT_A_TIME = 4;

  private SideBySide() {}

  /**
   * Does all. Once one has failed, no other is begun. Those that have begun are waited for, so that
   * nothing works on tables after the run has ended.
   *
   * <p>Throws what failed first; what failed besides is suppressed in it. Spark throws checked
   * exceptions that Scala does not declare, so it may be one of these.
   */
  public static void all(List<? extends Runnable> work) {
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    List<Future<?>> pieces = new ArrayList<>();
    work.forEach(piece -> pieces.add(threads.submit(() -> attempt(piece, failures))));
    threads.shutdown();
    awaitEnd(threads, pieces, failures);
    Throwable first = failures.poll();
    if (first != null) {
      failures.forEach(first::addSuppressed);
      throw SideBySide.<RuntimeException>asItIs(first);
    }
  }

  /**
   * Does all, as {@link #all} does.
   *
   * @param work of which none gives null
   * @return what each gave, in their order
   */
  public static <T> List<T> each(List<Supplier<T>> work) {
    Map<Integer, T> given = new ConcurrentHashMap<>();
    List<Runnable> pieces = new ArrayList<>();
    for (int i = 0; i < work.size(); i++) {
      int place = i;
      pieces.add(() -> given.put(place, work.get(place).get()));
    }
    all(pieces);
    return List.copyOf(new TreeMap<>(given).values());
  }

  private static void attempt(Runnable piece, Queue<Throwable> failures) {
    if (failures.isEmpty()) {
      try {
        piece.run();
      } catch (Throwable failure) {
        failures.add(failure);
      }
    }
  }

  /** Who is interrupted meanwhile tells all to stop, and waits on. */
  private static void awaitEnd(
      ExecutorService threads, List<Future<?>> pieces, Queue<Throwable> failures) {
    boolean interrupted = false;
    while (!threads.isTerminated()) {
      try {
        threads.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException stop) {
        interrupted = true;
        failures.add(new IllegalStateException("Stopped before all was done", stop));
        pieces.forEach(piece -> piece.cancel(/* mayInterruptIfRunning= */ true));
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T asItIs(Throwable failure) throws T {
    throw (T) failure;
  }
}
