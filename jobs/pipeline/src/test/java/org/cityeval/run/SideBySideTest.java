package org.cityeval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideBySideTest {
  /** Something that takes a while. */
  private interface Wait {
    void end() throws Exception;
  }

  private static void await(Wait wait) {
    try {
      wait.end();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each of the four waits for the others, or the barrier would not open. */
  @Test
  void fourAreDoneAtATime() {
    CyclicBarrier all = new CyclicBarrier(4);
    AtomicInteger done = new AtomicInteger();
    Runnable piece =
        () -> {
          await(() -> all.await(30, TimeUnit.SECONDS));
          done.incrementAndGet();
        };
    SideBySide.all(Collections.nCopies(4, piece));
    assertThat(done).hasValue(4);
    SideBySide.all(List.of());
  }

  /** The first ends last. */
  @Test
  void whatEachGivesStandsInTheirOrder() {
    CountDownLatch last = new CountDownLatch(2);
    Supplier<String> slow =
        () -> {
          await(() -> assertThat(last.await(30, TimeUnit.SECONDS)).isTrue());
          return "first";
        };
    assertThat(SideBySide.each(List.of(slow, gives("second", last), gives("third", last))))
        .containsExactly("first", "second", "third");
  }

  private static Supplier<String> gives(String text, CountDownLatch last) {
    return () -> {
      last.countDown();
      return text;
    };
  }

  @Test
  void whatFailsIsThrownAsItIs() {
    Exception checked = new Exception("as Spark throws it");
    assertThatThrownBy(
            () -> SideBySide.all(List.of(() -> SideBySideTest.<RuntimeException>sneak(checked))))
        .isSameAs(checked);
  }

  /** One begins before the other fails, and fails after it. */
  @Test
  void whatHasBegunIsWaitedForAndItsFailureKept() {
    CountDownLatch begun = new CountDownLatch(1);
    IllegalStateException early = new IllegalStateException("early");
    IllegalStateException late = new IllegalStateException("late");
    assertThatThrownBy(
            () ->
                SideBySide.all(
                    List.of(
                        () -> {
                          begun.countDown();
                          await(() -> TimeUnit.MILLISECONDS.sleep(300));
                          throw late;
                        },
                        () -> {
                          await(begun::await);
                          throw early;
                        })))
        .isSameAs(early)
        .hasSuppressedException(late);
  }

  /** Three wait until one has failed; then the place of that one is free, and none takes it. */
  @Test
  void nothingIsBegunOnceOneHasFailed() {
    CountDownLatch failed = new CountDownLatch(1);
    AtomicInteger later = new AtomicInteger();
    List<Runnable> work = new ArrayList<>();
    work.add(
        () -> {
          failed.countDown();
          throw new IllegalStateException("a fault");
        });
    Runnable waits =
        () -> {
          await(failed::await);
          await(() -> TimeUnit.MILLISECONDS.sleep(200));
        };
    work.addAll(Collections.nCopies(3, waits));
    work.addAll(Collections.nCopies(5, later::incrementAndGet));
    assertThatThrownBy(() -> SideBySide.all(work)).hasMessage("a fault");
    assertThat(later).hasValue(0);
  }

  @Test
  void whoIsInterruptedStopsAllAndStaysInterrupted() {
    Thread own = Thread.currentThread();
    AtomicInteger stopped = new AtomicInteger();
    Runnable piece =
        () -> {
          own.interrupt();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException told) {
            stopped.incrementAndGet();
          }
        };
    assertThatThrownBy(() -> SideBySide.all(List.of(piece)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(stopped).hasValue(1);
    assertThat(Thread.interrupted()).isTrue();
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable failure) throws T {
    throw (T) failure;
  }
}
