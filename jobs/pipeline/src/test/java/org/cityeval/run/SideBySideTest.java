package org.cityeval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SideBySideTest {
  @Test
  void fourAreDoneAtATime() {
    CyclicBarrier all = new CyclicBarrier(4);
    AtomicInteger done = new AtomicInteger();
    SideBySide.all(
        Collections.nCopies(
            4,
            () -> {
              meet(all);
              done.incrementAndGet();
            }));
    assertThat(done).hasValue(4);
  }

  /** Each of the four waits for the others, or the barrier would not open. */
  private static void meet(CyclicBarrier all) {
    try {
      all.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatTheFirstThrowsIsThrownAsItIs() {
    Exception checked = new Exception("as Spark throws it");
    assertThatThrownBy(
            () ->
                SideBySide.all(
                    List.of(
                        () -> SideBySideTest.<RuntimeException>sneak(checked),
                        () -> {
                          throw new IllegalStateException("the second");
                        })))
        .isSameAs(checked);
  }

  /** What has begun has ended when the failure is told: nothing works on tables after the run. */
  @Test
  void whatHasBegunIsWaitedFor() {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    assertThatThrownBy(
            () ->
                SideBySide.all(
                    List.of(
                        () -> {
                          awaitBegun(begun);
                          throw new IllegalStateException("a fault");
                        },
                        () -> {
                          begun.countDown();
                          untilInterrupted();
                          ended.set(true);
                        })))
        .hasMessage("a fault");
    assertThat(ended).isTrue();
  }

  private static void awaitBegun(CountDownLatch begun) {
    try {
      begun.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void untilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable failure) throws T {
    throw (T) failure;
  }
}
