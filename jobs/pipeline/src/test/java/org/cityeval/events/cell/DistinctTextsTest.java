package org.cityeval.events.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.cityeval.events.collect.ByteSink;
import org.cityeval.events.collect.ByteSource;
import org.junit.jupiter.api.Test;

class DistinctTextsTest {
  private static final int[] FIRST_CELL = {0};

  private static void add(CellStates states, String... texts) {
    for (String text : texts) {
      states.count(FIRST_CELL, 1);
      states.addTexts(FIRST_CELL, new byte[][] {text.getBytes(StandardCharsets.UTF_8)}, 1);
    }
  }

  /** Parts that were written and read into one. */
  private static CellStates together(List<? extends CellStates> parts) {
    ByteSink out = new ByteSink();
    parts.forEach(part -> part.write(0, out));
    CellStates whole = new DistinctTexts();
    ByteSource in = new ByteSource(out.toByteArray(), 0);
    while (in.hasMore()) {
      whole.read(0, in);
    }
    return whole;
  }

  @Test
  void countsAsASetOfTheLibraryWholeAndInParts() {
    SplittableRandom random = new SplittableRandom(11);
    CellStates one = new DistinctTexts();
    List<CellStates> parts = List.of(new DistinctTexts(), new DistinctTexts());
    Set<String> expected = new HashSet<>();
    for (int i = 0; i < 60_000; i++) {
      String text = "d\u00e9vice-" + random.nextInt(20_000) + "-".repeat(random.nextInt(3));
      expected.add(text);
      add(one, text);
      add(parts.get(i % 2), text);
    }
    CellStates whole = together(parts);

    assertThat(one.value(0)).isEqualTo(expected.size());
    assertThat(whole.value(0)).isEqualTo(expected.size());
    assertThat(whole.records(0)).isEqualTo(60_000);
  }

  @Test
  void theEmptyTextIsATextAndBlanksTellTextsApart() {
    CellStates states = new DistinctTexts();
    add(states, "", "浙A", "浙A ", "", "浙A");

    assertThat(states.value(0)).isEqualTo(3);
  }

  /** Each part numbers its texts by itself: x is the first of one and the second of the other. */
  @Test
  void partsTellEachOtherTheTextsAndNotTheirNumbers() {
    CellStates first = new DistinctTexts();
    CellStates second = new DistinctTexts();
    add(first, "x", "y");
    add(second, "z", "x");

    assertThat(together(List.of(first, second)).value(0)).isEqualTo(3);
  }

  @Test
  void aCellThatWasClearedCountsAnew() {
    CellStates states = new DistinctTexts();
    add(states, "x", "y");
    states.clear(0);
    add(states, "x");

    assertThat(states.value(0)).isEqualTo(1);
    assertThat(states.records(0)).isEqualTo(1);
  }

  @Test
  void anEventLeftOutCountsInNoCell() {
    CellStates states = new DistinctTexts();
    states.addTexts(new int[] {-1, 1}, new byte[][] {{1}, {2}}, 2);

    assertThat(states.value(0)).isZero();
    assertThat(states.value(1)).isEqualTo(1);
  }
}
