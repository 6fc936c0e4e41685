package org.cityeval.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
@Timeout(120)
class PanelRoomTest {
  private static final long ALL = Runtime.getRuntime().maxMemory() / 3;

  private final List<CompletableFuture<PanelRoom>> taken = new ArrayList<>();

  @AfterEach
  void giveAllBack() throws Exception {
    for (CompletableFuture<PanelRoom> taking : taken) {
      taking.get(30, TimeUnit.SECONDS).close();
    }
  }

  private CompletableFuture<PanelRoom> taking(long bytes) {
    CompletableFuture<PanelRoom> taking =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return PanelRoom.take(bytes);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    taken.add(taking);
    return taking;
  }

  private PanelRoom take(long bytes) throws Exception {
    return taking(bytes).get(30, TimeUnit.SECONDS);
  }

  private static void assertWaits(CompletableFuture<PanelRoom> taking) {
    assertThatThrownBy(() -> taking.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void smallPanelsAreSideBySideAndLargeOnesInTurn() throws Exception {
    PanelRoom small = take(ALL / 10);
    PanelRoom another = take(ALL / 10);
    CompletableFuture<PanelRoom> large = taking(ALL);

    small.close();
    small.close();
    assertWaits(large);
    another.close();
    large.get(30, TimeUnit.SECONDS);
  }

  /** It would wait forever for more than there is. */
  @Test
  void onePanelIsComparedHoweverLargeItIs() throws Exception {
    take(Long.MAX_VALUE);
  }

  @Test
  void theRoomIsGivenBackOnceAllRowsWereAskedFor() throws Exception {
    Iterator<String> rows = take(ALL).until(List.of("a", "b").iterator());
    CompletableFuture<PanelRoom> next = taking(ALL);

    assertThat(rows.next()).isEqualTo("a");
    assertThat(rows.next()).isEqualTo("b");
    assertWaits(next);
    assertThat(rows.hasNext()).isFalse();
    assertThat(rows.hasNext()).isFalse();
    next.get(30, TimeUnit.SECONDS);
  }

  /** The limit leaves rows unasked for. */
  @Test
  void aTaskThatEndsEarlyGivesItsRoomBack(SparkSession spark) throws Exception {
    List<Long> first =
        spark
            .range(0, 100, 1, 1)
            .mapPartitions(
                (MapPartitionsFunction<Long, Long>) rows -> PanelRoom.take(ALL).until(rows),
                Encoders.LONG())
            .limit(1)
            .collectAsList();

    assertThat(first).containsExactly(0L);
    take(ALL);
  }
}
