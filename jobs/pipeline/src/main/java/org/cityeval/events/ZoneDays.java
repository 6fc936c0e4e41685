package org.cityeval.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cityeval.events.cell.CellKey;

/**
 * Local days of instants by integer arithmetic. The offsets of a zone, with daylight saving and all
 * its history, are looked up once for 1900 to 2100. Mostly the last one found holds.
 */
final class ZoneDays {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;

  /** From when on each offset holds [microseconds since 1970]; the first always did. */
  private final long[] starts;

  private final long[] offsets;
  private int current;

  ZoneDays(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    Instant from =
        LocalDate.ofEpochDay(CellKey.FIRST_DAY - 2L).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to =
        LocalDate.ofEpochDay(CellKey.LAST_DAY + 2L).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Long> begins = new ArrayList<>(List.of(Long.MIN_VALUE));
    List<Long> seconds = new ArrayList<>(List.of((long) rules.getOffset(from).getTotalSeconds()));
    for (ZoneOffsetTransition next = rules.nextTransition(from);
        next != null && next.getInstant().isBefore(to);
        next = rules.nextTransition(next.getInstant())) {
      begins.add(next.toEpochSecond() * MICROS_PER_SECOND);
      seconds.add((long) next.getOffsetAfter().getTotalSeconds());
    }
    begins.add(Long.MAX_VALUE);
    this.starts = begins.stream().mapToLong(Long::longValue).toArray();
    this.offsets = seconds.stream().mapToLong(s -> s * MICROS_PER_SECOND).toArray();
  }

  /**
   * The local day of an instant.
   *
   * @param micros microseconds since 1970-01-01T00:00Z
   * @return days since 1970-01-01
   */
  int day(long micros) {
    if (micros < starts[current] || micros >= starts[current + 1]) {
      int found = Arrays.binarySearch(starts, micros);
      current = Math.min(found >= 0 ? found : -found - 2, offsets.length - 1);
    }
    return localDay(micros + offsets[current]);
  }

  /** The day of a time without a zone [microseconds since 1970-01-01T00:00 on the wall]. */
  static int localDay(long micros) {
    return (int) Math.floorDiv(micros, MICROS_PER_DAY);
  }
}
