package org.cityeval.events.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.cityeval.config.lake.MeasureConfig.Aggregate;
import org.cityeval.events.collect.ByteSink;
import org.cityeval.events.collect.ByteSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Distinct values against the sets of the Java library. */
class CellStatesTest {
  private static final int EVENTS = 60_000;
  private static final int[] FIRST_CELL = {0};

  private static CellStates states(Aggregate aggregate, Feed.Type type) {
    return CellStates.of(new Feed("m", aggregate, type, false, null));
  }

  private static void add(CellStates states, long id) {
    states.count(FIRST_CELL, 1);
    states.addIds(FIRST_CELL, new long[] {id}, 1);
  }

  /** The value of parts that were written and read, whatever part an event fell in. */
  private static double together(Aggregate aggregate, Feed.Type type, List<CellStates> parts) {
    ByteSink out = new ByteSink();
    parts.forEach(part -> part.write(0, out));
    CellStates whole = states(aggregate, type);
    ByteSource in = new ByteSource(out.toByteArray(), 0);
    while (in.hasMore()) {
      whole.read(0, in);
    }
    assertThat(whole.records(0)).isEqualTo(EVENTS);
    return whole.value(0);
  }

  private static void countsExactly(LongSupplier ids) {
    CellStates one = states(Aggregate.DISTINCT, Feed.Type.LONG);
    List<CellStates> parts =
        List.of(
            states(Aggregate.DISTINCT, Feed.Type.LONG),
            states(Aggregate.DISTINCT, Feed.Type.LONG),
            states(Aggregate.DISTINCT, Feed.Type.LONG));
    Set<Long> expected = new HashSet<>();
    for (int i = 0; i < EVENTS; i++) {
      long id = ids.getAsLong();
      expected.add(id);
      add(one, id);
      add(parts.get(i % 7 % 3), id);
    }

    assertThat(one.value(0)).isEqualTo(expected.size());
    assertThat(together(Aggregate.DISTINCT, Feed.Type.LONG, parts)).isEqualTo(expected.size());
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
  void countsDifferentTexts() {
    SplittableRandom random = new SplittableRandom(11);
    CellStates one = states(Aggregate.DISTINCT, Feed.Type.TEXT);
    List<CellStates> parts =
        List.of(
            states(Aggregate.DISTINCT, Feed.Type.TEXT), states(Aggregate.DISTINCT, Feed.Type.TEXT));
    Set<String> expected = new HashSet<>();
    for (int i = 0; i < EVENTS; i++) {
      String text = "d\u00e9vice-" + random.nextInt(20_000) + "-".repeat(random.nextInt(3));
      expected.add(text);
      for (CellStates states : List.of(one, parts.get(i % 2))) {
        states.count(FIRST_CELL, 1);
        states.addTexts(FIRST_CELL, new byte[][] {text.getBytes(StandardCharsets.UTF_8)}, 1);
      }
    }

    assertThat(one.value(0)).isEqualTo(expected.size());
    assertThat(together(Aggregate.DISTINCT, Feed.Type.TEXT, parts)).isEqualTo(expected.size());
  }

  /** Five standard errors of 1.6 %; and the same whole or in parts of any size. */
  @ParameterizedTest
  @ValueSource(ints = {5, 3_000, 50_000})
  void estimatesDifferentIds(int different) {
    CellStates one = states(Aggregate.DISTINCT_APPROXIMATE, Feed.Type.LONG);
    CellStates first = states(Aggregate.DISTINCT_APPROXIMATE, Feed.Type.LONG);
    CellStates rest = states(Aggregate.DISTINCT_APPROXIMATE, Feed.Type.LONG);
    for (int i = 0; i < EVENTS; i++) {
      long id = 7919L * (i % different);
      add(one, id);
      add(i < 100 ? first : rest, id);
    }

    assertThat(one.value(0)).isCloseTo(different, within(0.08 * different));
    for (List<CellStates> parts : List.of(List.of(first, rest), List.of(rest, first))) {
      assertThat(together(Aggregate.DISTINCT_APPROXIMATE, Feed.Type.LONG, parts))
          .isEqualTo(one.value(0));
    }
  }
}
