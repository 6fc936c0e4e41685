package org.cityeval.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PanelRoomTest {
  private static final long HALF_OF_HEAP = Runtime.getRuntime().maxMemory() / 2;

  private static CompletableFuture<PanelRoom> taking(long bytes) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return PanelRoom.take(bytes);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void assertWaits(CompletableFuture<PanelRoom> taking) {
    assertThatThrownBy(() -> taking.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void smallPanelsAreSideBySideAndLargeOnesInTurn() throws Exception {
    PanelRoom small = PanelRoom.take(HALF_OF_HEAP / 10);
    PanelRoom another = taking(HALF_OF_HEAP / 10).get();
    CompletableFuture<PanelRoom> large = taking(HALF_OF_HEAP);

    small.close();
    small.close();
    assertWaits(large);
    another.close();
    large.get(30, TimeUnit.SECONDS).close();
  }

  /** It would wait forever for more than there is. */
  @Test
  void onePanelIsComparedHoweverLargeItIs() throws Exception {
    taking(Long.MAX_VALUE).get(30, TimeUnit.SECONDS).close();
  }

  @Test
  void theRoomIsGivenBackOnceAllRowsWereAskedFor() throws Exception {
    Iterator<String> rows = PanelRoom.take(HALF_OF_HEAP).until(List.of("a", "b").iterator());
    CompletableFuture<PanelRoom> next = taking(HALF_OF_HEAP);

    assertThat(rows.next()).isEqualTo("a");
    assertThat(rows.next()).isEqualTo("b");
    assertWaits(next);
    assertThat(rows.hasNext()).isFalse();
    assertThat(rows.hasNext()).isFalse();
    next.get(30, TimeUnit.SECONDS).close();
  }
}
