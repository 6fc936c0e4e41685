package org.cityeval.events.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LongSetTest {
  private final SortSpace space = new SortSpace();

  private LongSet of(long... values) {
    LongSet set = new LongSet();
    for (long value : values) {
      set.add(value, space);
    }
    return set;
  }

  @Test
  void countsEachNumberOnceNegativeOnesToo() {
    assertThat(new LongSet().count(space)).isZero();
    assertThat(of(-1, 5, -1, Long.MIN_VALUE, Long.MAX_VALUE, 5).count(space)).isEqualTo(4);
  }

  @Test
  void takesMoreAfterItWasCounted() {
    LongSet set = of(4, 2);
    set.count(space);
    set.add(2, space);
    set.add(-9, space);

    assertThat(set.count(space)).isEqualTo(3);
  }

  /** The count in one byte, then eight bytes a number, in order. */
  @Test
  void writesItsNumbersInOrder() {
    ByteSink out = new ByteSink();
    of(3, -1, 3).write(out, space);

    ByteSource in = new ByteSource(out.toByteArray(), 0);
    assertThat(in.readSize()).isEqualTo(2);
    assertThat(in.readLong()).isEqualTo(-1);
    assertThat(in.readLong()).isEqualTo(3);
    assertThat(in.hasMore()).isFalse();
  }

  @Test
  void takesInAWrittenSetWithoutRepeatingWhatBothHold() {
    ByteSink out = new ByteSink();
    of(-7, 1L << 40, 9).write(out, space);
    LongSet set = of(9, 2);
    set.read(new ByteSource(out.toByteArray(), 0), space);

    assertThat(set.count(space)).isEqualTo(4);
  }

  @Test
  void countsAsASetOfTheLibraryWhenRoomRunsOut() {
    SplittableRandom random = new SplittableRandom(2);
    Set<Long> expected = new HashSet<>();
    LongSet set = new LongSet();
    for (int i = 0; i < 20_000; i++) {
      long value = i % 2 == 0 ? random.nextLong(-500, 500) : random.nextLong();
      expected.add(value);
      set.add(value, space);
    }

    assertThat(set.count(space)).isEqualTo(expected.size());
  }
}
