package org.cityeval.events.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IntSetTest {
  private final SortSpace space = new SortSpace();

  private IntSet of(int... values) {
    IntSet set = new IntSet();
    for (int value : values) {
      set.add(value, space);
    }
    return set;
  }

  private int[] held(IntSet set) {
    return Arrays.copyOf(set.ordered(space), set.count(space));
  }

  private static ByteSource source(ByteSink out) {
    return new ByteSource(out.toByteArray(), 0);
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(new IntSet().count(space)).isZero();
  }

  @Test
  void holdsEachNumberOnceInOrder() {
    assertThat(held(of(5, 0, 5, Integer.MAX_VALUE, 3, 0)))
        .containsExactly(0, 3, 5, Integer.MAX_VALUE);
  }

  @Test
  void takesMoreAfterItWasCounted() {
    IntSet set = of(4, 2);
    assertThat(set.count(space)).isEqualTo(2);
    set.add(2, space);
    set.add(1, space);

    assertThat(held(set)).containsExactly(1, 2, 4);
  }

  @Test
  void forgetsAllWhenCleared() {
    IntSet set = of(4, 2);
    set.count(space);
    set.clear();
    set.add(9, space);

    assertThat(held(set)).containsExactly(9);
  }

  /** The count, then the distance of each from the one before. */
  @Test
  void writesTheDistancesOfWhatItHolds() {
    ByteSink out = new ByteSink();
    of(7, 3, 3, 10).write(out, space);

    assertThat(out.toByteArray()).containsExactly(3, 3, 4, 3);
  }

  @Test
  void takesInAWrittenSetWithoutRepeatingWhatBothHold() {
    ByteSink out = new ByteSink();
    of(1, 5, 9).write(out, space);
    IntSet set = of(5, 2);
    set.read(source(out), space);

    assertThat(held(set)).containsExactly(1, 2, 5, 9);
  }

  @Test
  void anEmptySetAddsNothing() {
    ByteSink out = new ByteSink();
    new IntSet().write(out, space);
    IntSet set = of(5);
    set.read(source(out), space);
    IntSet empty = new IntSet();
    empty.read(source(out), space);

    assertThat(held(set)).containsExactly(5);
    assertThat(empty.count(space)).isZero();
  }

  @Test
  void holdsAsManyAsASetOfTheLibraryWhenRoomRunsOut() {
    SplittableRandom random = new SplittableRandom(1);
    TreeSet<Integer> expected = new TreeSet<>();
    IntSet set = new IntSet();
    for (int i = 0; i < 50_000; i++) {
      int value = random.nextInt(i % 2 == 0 ? 20_000 : Integer.MAX_VALUE);
      expected.add(value);
      set.add(value, space);
    }

    assertThat(held(set)).isEqualTo(expected.stream().mapToInt(v -> v).toArray());
  }
}
