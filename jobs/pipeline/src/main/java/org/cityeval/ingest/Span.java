package org.cityeval.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Days of one publication, both ends included. */
public record Span(LocalDate asOf, LocalDate firstDay, LocalDate lastDay) {

  /** Whether both hold a day of the same publication. */
  boolean overlaps(Span other) {
    return asOf.equals(other.asOf)
        && !firstDay.isAfter(other.lastDay)
        && !other.firstDay.isAfter(lastDay);
  }

  /** The same days in as few spans as can be, in order. */
  static List<Span> merged(Collection<Span> spans) {
    List<Span> merged = new ArrayList<>();
    spans.stream()
        .sorted(Comparator.comparing(Span::asOf).thenComparing(Span::firstDay))
        .forEach(
            span -> {
              Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
              if (last != null && last.touches(span)) {
                merged.set(merged.size() - 1, last.through(span.lastDay()));
              } else {
                merged.add(span);
              }
            });
    return List.copyOf(merged);
  }

  private boolean touches(Span next) {
    return asOf.equals(next.asOf) && !next.firstDay.isAfter(lastDay.plusDays(1));
  }

  private Span through(LocalDate day) {
    return day.isAfter(lastDay) ? new Span(asOf, firstDay, day) : this;
  }
}
