package org.cityeval.revision;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Texts and how often each was told, as "ok > censored 3, censored > ok 1". */
final class Tally {
  private final Map<String, Long> counts = new TreeMap<>();

  void add(String text) {
    counts.merge(text, 1L, Long::sum);
  }

  /** What became of something. */
  void addMove(String from, String to) {
    add(from + " > " + to);
  }

  @Override
  public String toString() {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
