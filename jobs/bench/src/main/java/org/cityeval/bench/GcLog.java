package org.cityeval.bench;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the log of {@code -Xlog:gc} says of the heap.
 *
 * @param collections number of pauses
 * @param peakBefore highest occupancy of the heap as a collection began [MiB]; NaN without one
 * @param peakAfter highest occupancy that a collection left, an upper bound of what was live [MiB];
 *     NaN without one
 * @param paused all pauses together [s]
 */
record GcLog(long collections, double peakBefore, double peakAfter, double paused) {
  private static final Pattern PAUSE =
      Pattern.compile(" Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\) ([0-9.]+)ms$");

  static GcLog of(List<String> lines) {
    List<MatchResult> pauses =
        lines.stream().flatMap(line -> PAUSE.matcher(line).results()).toList();
    return new GcLog(
        pauses.size(),
        pauses.stream().mapToDouble(p -> Double.parseDouble(p.group(1))).max().orElse(Double.NaN),
        pauses.stream().mapToDouble(p -> Double.parseDouble(p.group(2))).max().orElse(Double.NaN),
        pauses.stream().mapToDouble(p -> Double.parseDouble(p.group(3))).sum() / 1000);
  }
}
