package org.cityeval.ingest;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one file of a source held of one day of publication.
 *
 * @param file its label
 * @param asOf the day of publication
 * @param byReason records by what became of them
 * @param firstDay the first day with a good record; null if there is none
 * @param lastDay the last such day
 * @param content hash of all the records
 */
public record FileTally(
    String file,
    LocalDate asOf,
    Map<Reason, Long> byReason,
    LocalDate firstDay,
    LocalDate lastDay,
    ContentHash content) {

  public FileTally {
    byReason = Map.copyOf(byReason);
  }

  /** Records in all. */
  public long records() {
    return byReason.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Records of an outcome. */
  public long records(Outcome outcome) {
    return byReason.entrySet().stream()
        .filter(entry -> entry.getKey().outcome() == outcome)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The same file, with some of its good records found to be something else. */
  public FileTally judged(Map<Reason, Long> found) {
    EnumMap<Reason, Long> all = new EnumMap<>(Reason.class);
    all.putAll(byReason);
    found.forEach(
        (reason, records) -> {
          all.merge(reason, records, Long::sum);
          all.merge(Reason.NONE, -records, Long::sum);
        });
    return new FileTally(file, asOf, all, firstDay, lastDay, content);
  }

  /** The same, published on a day. */
  FileTally on(LocalDate day) {
    return new FileTally(file, day, byReason, firstDay, lastDay, content);
  }

  /** Both tallies of one file and day of publication as one. */
  FileTally plus(FileTally other) {
    EnumMap<Reason, Long> all = new EnumMap<>(Reason.class);
    byReason.forEach((reason, records) -> all.merge(reason, records, Long::sum));
    other.byReason.forEach((reason, records) -> all.merge(reason, records, Long::sum));
    return new FileTally(
        file,
        asOf,
        all,
        firstDay == null || (other.firstDay != null && other.firstDay.isBefore(firstDay))
            ? other.firstDay
            : firstDay,
        lastDay == null || (other.lastDay != null && other.lastDay.isAfter(lastDay))
            ? other.lastDay
            : lastDay,
        content.plus(other.content));
  }

  /** The days on which the good records lie, if there are any. */
  Optional<Span> span() {
    return firstDay == null ? Optional.empty() : Optional.of(new Span(asOf, firstDay, lastDay));
  }
}
