package org.cityeval.events.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cityeval.events.collect.ByteSink;
import org.cityeval.events.collect.ByteSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctSketchesTest {
  private static final int EVENTS = 60_000;
  private static final int[] FIRST_CELL = {0};

  private static void add(CellStates states, long id) {
    states.count(FIRST_CELL, 1);
    states.addIds(FIRST_CELL, new long[] {id}, 1);
  }

  /** Parts that were written and read into one. */
  private static CellStates together(List<? extends CellStates> parts) {
    ByteSink out = new ByteSink();
    parts.forEach(part -> part.write(0, out));
    CellStates whole = new DistinctSketches();
    ByteSource in = new ByteSource(out.toByteArray(), 0);
    while (in.hasMore()) {
      whole.read(0, in);
    }
    return whole;
  }

  /** Five standard errors of 1.6 %; and the same whole or in parts of any size. */
  @ParameterizedTest
  @ValueSource(ints = {5, 3_000, 50_000})
  void estimatesDifferentIds(int different) {
    CellStates one = new DistinctSketches();
    CellStates first = new DistinctSketches();
    CellStates rest = new DistinctSketches();
    for (int i = 0; i < EVENTS; i++) {
      long id = 7919L * (i % different);
      add(one, id);
      add(i < 100 ? first : rest, id);
    }

    assertThat(one.value(0)).isCloseTo(different, within(0.08 * different));
    for (List<CellStates> parts : List.of(List.of(first, rest), List.of(rest, first))) {
      CellStates whole = together(parts);
      assertThat(whole.value(0)).isEqualTo(one.value(0));
      assertThat(whole.records(0)).isEqualTo(EVENTS);
    }
  }

  @Test
  void countsTextsAsItCountsIds() {
    CellStates states = new DistinctSketches();
    for (String text : List.of("浙A", "浙B", "浙A", "苏A")) {
      states.addTexts(FIRST_CELL, new byte[][] {text.getBytes(StandardCharsets.UTF_8)}, 1);
    }
    states.addTexts(new int[] {-1}, new byte[][] {{7}}, 1);
    states.addIds(new int[] {-1}, new long[] {7}, 1);

    assertThat(states.value(0)).isEqualTo(3);
  }

  @Test
  void forgetsACellAlone() {
    CellStates states = new DistinctSketches();
    states.addIds(new int[] {0, 0, 1}, new long[] {1, 2, 1}, 3);
    states.clear(0);

    assertThat(states.value(0)).isZero();
    assertThat(states.value(1)).isEqualTo(1);
  }
}
