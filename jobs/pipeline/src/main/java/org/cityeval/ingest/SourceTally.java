package org.cityeval.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a source holds: the tallies of all its files, whether read now or before. */
public record SourceTally(List<FileTally> files) {
  /** For records so broken that no day of publication can be told in the whole source. */
  private static final LocalDate NEVER = LocalDate.of(1, 1, 1);

  public SourceTally {
    files = List.copyOf(files);
  }

  /** Records in all. */
  public long records() {
    return files.stream().mapToLong(FileTally::records).sum();
  }

  /** Records of an outcome. */
  public long records(Outcome outcome) {
    return files.stream().mapToLong(file -> file.records(outcome)).sum();
  }

  /** The reason that kept most of its records from being observations. */
  public Optional<Reason> findCommonestReason() {
    Map<Reason, Long> all = new EnumMap<>(Reason.class);
    files.forEach(
        file ->
            file.byReason().forEach((reason, records) -> all.merge(reason, records, Long::sum)));
    all.remove(Reason.NONE);
    return all.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** The last day with a good record. */
  public Optional<LocalDate> findLastDay() {
    return files.stream()
        .map(FileTally::lastDay)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo);
  }

  /**
   * The day of publication of records that name none: the newest that others name, failing all the
   * last day the source holds.
   */
  public LocalDate defaultAsOf() {
    return files.stream()
        .filter(file -> file.firstDay() != null && file.asOf() != null)
        .map(FileTally::asOf)
        .max(LocalDate::compareTo)
        .orElseGet(() -> findLastDay().orElse(NEVER));
  }

  /** The same with a day of publication in every tally; one tally a file and day. */
  public SourceTally dated() {
    LocalDate byDefault = defaultAsOf();
    SortedMap<String, FileTally> dated = new TreeMap<>();
    for (FileTally file : files) {
      LocalDate asOf = file.asOf() == null ? byDefault : file.asOf();
      dated.merge(file.file() + "\n" + asOf, file.on(asOf), FileTally::plus);
    }
    return new SourceTally(new ArrayList<>(dated.values()));
  }

  /**
   * The version of what was published on each day that has a good record: a hash of all its
   * records, in whatever files.
   */
  public SortedMap<LocalDate, String> versions() {
    SortedMap<LocalDate, ContentHash> contents = new TreeMap<>();
    files.forEach(file -> contents.merge(file.asOf(), file.content(), ContentHash::plus));
    SortedMap<LocalDate, String> versions = new TreeMap<>();
    files.stream()
        .filter(file -> file.firstDay() != null)
        .forEach(file -> versions.put(file.asOf(), contents.get(file.asOf()).version()));
    return versions;
  }
}
