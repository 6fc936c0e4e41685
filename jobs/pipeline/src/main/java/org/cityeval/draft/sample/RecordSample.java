package org.cityeval.draft.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The beginning and the end of a table, and some of what lies between. The end, because files
 * sorted by day say only there how far they reach; the rest, because a file may be two that were
 * joined.
 */
final class RecordSample {
  private static final int HEAD_CELLS = 500_000;
  private static final int TAIL_CELLS = 50_000;
  private static final long MOST_CELLS = 60_000_000;
  private static final int POOLED = 200_000;

  private final List<String[]> head = new ArrayList<>();
  private final List<String[]> middle = new ArrayList<>();
  private final Deque<String[]> tail = new ArrayDeque<>();
  private final Map<String, String> pool = new HashMap<>();
  private List<String> columns = List.of();
  private long records;
  private int stride = 1;
  private boolean whole = true;

  void columns(List<String> names) {
    this.columns = List.copyOf(names);
  }

  /** Takes the next record; false when enough has been read. */
  boolean add(String[] cells) {
    records++;
    int width = columns.size();
    String[] row = new String[width];
    boolean inHead = (long) head.size() * width < HEAD_CELLS;
    for (int i = 0; i < width; i++) {
      String cell = i < cells.length && cells[i] != null ? cells[i].strip() : "";
      row[i] = inHead ? pooled(cell) : cell;
    }
    if (inHead) {
      head.add(row);
    } else {
      tail.addLast(row);
      if ((long) tail.size() * width > TAIL_CELLS) {
        pass(tail.removeFirst());
      }
    }
    whole = records * width < MOST_CELLS;
    return whole;
  }

  /** Keeps one record of so many, the fewer the more there are. */
  private void pass(String[] row) {
    if (records % stride == 0) {
      middle.add(row);
    }
    if (middle.size() > 1 && (long) middle.size() * columns.size() > TAIL_CELLS) {
      List<String[]> half = new ArrayList<>();
      for (int i = 0; i < middle.size(); i += 2) {
        half.add(middle.get(i));
      }
      middle.clear();
      middle.addAll(half);
      stride *= 2;
    }
  }

  private String pooled(String cell) {
    if (pool.size() > POOLED) {
      return cell;
    }
    String known = pool.putIfAbsent(cell, cell);
    return known == null ? cell : known;
  }

  long records() {
    return records;
  }

  List<String[]> head() {
    return head;
  }

  FileSample sample(String path, FileSample.Notation notation) {
    List<String[]> rows = new ArrayList<>(head);
    rows.addAll(middle);
    rows.addAll(tail);
    return new FileSample(path, notation, columns, rows, records, whole);
  }
}
