package org.cityeval.serve;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ends answers where memory stays full, before it runs out: then any statement could fail, and not
 * the one that took it. The engine does not count what a statement holds, so the answer that has
 * been at work longest goes first.
 */
final class HeapWatch {
  private static final double FULL = 0.85;
  private static final int MILLIS_BETWEEN_LOOKS = 250;

  private final BooleanSupplier isFull;
  private final BooleanSupplier endOne;
  private final Runnable collect;

  /**
   * @param isFull whether the last collection left too much
   * @param endOne ends an answer; false where none is at work
   * @param collect makes room of what an ended answer held
   */
  HeapWatch(BooleanSupplier isFull, BooleanSupplier endOne, Runnable collect) {
    this.isFull = isFull;
    this.endOne = endOne;
    this.collect = collect;
  }

  /** Watches the heap of this process until the clock is stopped. */
  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the clock.
  static void start(BooleanSupplier endOne, ScheduledExecutorService clock) {
    oldest()
        .ifPresent(
            pool ->
                clock.scheduleWithFixedDelay(
                    new HeapWatch(() -> isFull(pool), endOne, System::gc)::look,
                    MILLIS_BETWEEN_LOOKS,
                    MILLIS_BETWEEN_LOOKS,
                    TimeUnit.MILLISECONDS));
  }

  /** Looks once; what was ended is gone only after the next collection. */
  void look() {
    try {
      if (isFull.getAsBoolean() && endOne.getAsBoolean()) {
        collect.run();
      }
    } catch (RuntimeException gone) {
      // A client that left cannot be told; the next look is at the next answer.
      return;
    }
  }

  /** The pool of what lives long: it is the largest of the heap. */
  private static Optional<MemoryPoolMXBean> oldest() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
        .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()));
  }

  private static boolean isFull(MemoryPoolMXBean pool) {
    MemoryUsage left = pool.getCollectionUsage();
    return left.getMax() > 0 && left.getUsed() > FULL * left.getMax();
  }
}
