package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeapWatchTest {
  private final List<String> done = new ArrayList<>();
  private final Deque<String> atWork = new ArrayDeque<>(List.of("first", "second", "third"));
  private int held = 3;

  private final HeapWatch watch =
      new HeapWatch(
          () -> held > 1,
          () -> {
            if (atWork.isEmpty()) {
              return false;
            }
            done.add("ends " + atWork.poll());
            return true;
          },
          () -> {
            done.add("collects");
            held--;
          });

  @Test
  void answersEndOneByOneUntilThereIsRoom() {
    for (int i = 0; i < 5; i++) {
      watch.look();
    }
    assertThat(done).containsExactly("ends first", "collects", "ends second", "collects");
    assertThat(atWork).containsExactly("third");
  }

  @Test
  void whereNothingIsAtWorkNothingIsDone() {
    atWork.clear();
    watch.look();
    assertThat(done).isEmpty();
  }
}
