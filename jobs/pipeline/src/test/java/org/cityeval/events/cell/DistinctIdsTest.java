package org.cityeval.events.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.cityeval.events.collect.ByteSink;
import org.cityeval.events.collect.ByteSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the sets of the Java library. */
class DistinctIdsTest {
  private static final int EVENTS = 60_000;
  private static final int[] FIRST_CELL = {0};

  private static void add(CellStates states, long... ids) {
    for (long id : ids) {
      states.count(FIRST_CELL, 1);
      states.addIds(FIRST_CELL, new long[] {id}, 1);
    }
  }

  /** Parts that were written and read into one. */
  private static CellStates together(List<? extends CellStates> parts) {
    ByteSink out = new ByteSink();
    parts.forEach(part -> part.write(0, out));
    CellStates whole = new DistinctIds();
    ByteSource in = new ByteSource(out.toByteArray(), 0);
    while (in.hasMore()) {
      whole.read(0, in);
    }
    return whole;
  }

  private static void countsExactly(LongSupplier ids) {
    CellStates one = new DistinctIds();
    List<CellStates> parts = List.of(new DistinctIds(), new DistinctIds(), new DistinctIds());
    Set<Long> expected = new HashSet<>();
    for (int i = 0; i < EVENTS; i++) {
      long id = ids.getAsLong();
      expected.add(id);
      add(one, id);
      add(parts.get(i % 7 % 3), id);
    }
    CellStates whole = together(parts);

    assertThat(one.value(0)).isEqualTo(expected.size());
    assertThat(whole.value(0)).isEqualTo(expected.size());
    assertThat(whole.records(0)).isEqualTo(EVENTS);
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 1_000, 40_000, 5_000_000, Integer.MAX_VALUE, Long.MAX_VALUE})
  void countsDifferentIdsBelowAnyBound(long bound) {
    SplittableRandom random = new SplittableRandom(bound);
    countsExactly(() -> random.nextLong(bound));
  }

  @Test
  void countsNegativeIdsAndThoseAtTheEdgeOfThirtyTwoBits() {
    SplittableRandom random = new SplittableRandom(7);
    countsExactly(() -> random.nextLong(-20_000, 20_000));
    countsExactly(() -> Integer.MAX_VALUE + random.nextLong(-20_000, 20_000));
    countsExactly(random::nextLong);
  }

  @Test
  void anEventLeftOutCountsInNoCell() {
    CellStates states = new DistinctIds();
    states.addIds(new int[] {0, -1, 1}, new long[] {5, 6, 5}, 3);

    assertThat(states.value(0)).isEqualTo(1);
    assertThat(states.value(1)).isEqualTo(1);
  }

  @Test
  void forgetsSmallAndLargeIdsOfACellAlone() {
    CellStates states = new DistinctIds();
    states.addIds(new int[] {0, 0, 1, 1}, new long[] {1, -1, 1, 1L << 40}, 4);
    states.clear(0);
    states.addIds(new int[] {0}, new long[] {9}, 1);

    assertThat(states.value(0)).isEqualTo(1);
    assertThat(states.value(1)).isEqualTo(2);
  }
}
