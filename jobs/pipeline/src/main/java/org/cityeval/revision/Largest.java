package org.cityeval.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first few of any number of things, by an order. */
final class Largest<T> {
  private final int most;
  private final Comparator<T> order;
  private final PriorityQueue<T> kept;

  /**
   * @param order what is listed first comes first; no two are alike
   */
  Largest(int most, Comparator<T> order) {
    this.most = most;
    this.order = order;
    this.kept = new PriorityQueue<>(order.reversed());
  }

  void add(T one) {
    if (kept.size() < most) {
      kept.add(one);
    } else if (most > 0 && order.compare(one, kept.peek()) < 0) {
      kept.poll();
      kept.add(one);
    }
  }

  /** In their order. */
  List<T> list() {
    List<T> all = new ArrayList<>(kept);
    all.sort(order);
    return all;
  }
}
