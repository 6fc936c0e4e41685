package org.cityeval.job.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cityeval.ingest.ContentHash;
import org.cityeval.ingest.FileTallies;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.SourceTally;
import org.cityeval.ingest.Span;

/**
 * Which files of a part of the lake a run reads, and what is known of them. A value: a stage that
 * finds something gives a new one.
 *
 * @param <R> the kind of part
 */
final class ReadFiles<R extends Reading> {
  private final R reading;
  private final ReadPlan plan;
  private final SourceTally read;
  private final Map<String, Long> walked;
  private final int recordsOfRow;

  private ReadFiles(
      R reading, ReadPlan plan, SourceTally read, Map<String, Long> walked, int recordsOfRow) {
    this.reading = reading;
    this.plan = plan;
    this.read = read;
    this.walked = Map.copyOf(walked);
    this.recordsOfRow = recordsOfRow;
  }

  /** What is planned, before anything is read. */
  static <R extends Reading> ReadFiles<R> planned(R reading) {
    return new ReadFiles<>(reading, reading.plan(), new SourceTally(List.of()), Map.of(), 1);
  }

  /** The same, but every file is to be read. */
  ReadFiles<R> ofAll() {
    return new ReadFiles<>(reading, plan.ofAll(), read, walked, recordsOfRow);
  }

  /**
   * With what was found in further files.
   *
   * @param tallies of these files, duplicates still counted as good
   */
  ReadFiles<R> found(Reading.Opened files, List<FileTally> tallies) {
    List<FileTally> all = new ArrayList<>(read.files());
    all.addAll(tallies);
    Map<String, Long> rows = new HashMap<>(walked);
    rows.putAll(files.walked());
    return new ReadFiles<>(reading, plan, new SourceTally(all).dated(), rows, files.recordsOfRow());
  }

  /** With what was found in all the files to be read, instead of what was found before. */
  ReadFiles<R> foundInAll(Reading.Opened files, List<FileTally> tallies) {
    return new ReadFiles<>(
        reading, plan, new SourceTally(tallies).dated(), files.walked(), files.recordsOfRow());
  }

  /** With every file to be read that shares days with one that was read. */
  ReadFiles<R> withCompanions() {
    return new ReadFiles<>(reading, plan.withCompanions(read.files()), read, walked, recordsOfRow);
  }

  /** With duplicates told in its files; what many files add up to is in none of them. */
  ReadFiles<R> judged(Map<FileTallies.Place, Map<Reason, Long>> duplicates) {
    List<FileTally> tallies = new ArrayList<>(read.files());
    duplicates.forEach(
        (place, found) -> {
          if (place.sourceId().equals(sourceId()) && place.file() != null) {
            LocalDate day = Objects.requireNonNullElseGet(place.asOf(), read::defaultAsOf);
            tallies.replaceAll(
                tally ->
                    tally.file().equals(place.file()) && tally.asOf().equals(day)
                        ? tally.judged(found)
                        : tally);
          }
        });
    return new ReadFiles<>(reading, plan, new SourceTally(tallies), walked, recordsOfRow);
  }

  /** The part they are of. */
  R reading() {
    return reading;
  }

  String sourceId() {
    return reading.sourceId();
  }

  /** Labels of the files to read. */
  Set<String> toRead() {
    return plan.read();
  }

  /** Whether nothing is to be read: all is as an earlier run found it. */
  boolean areUnchanged() {
    return plan.read().isEmpty();
  }

  /** Whether every file that is there is read. */
  boolean areAll() {
    return plan.read().size() == reading.present().size();
  }

  /** Records in the files that were read. */
  SourceTally read() {
    return read;
  }

  /** What the files that were read hold; one that holds nothing is there too. */
  List<FileTally> readTallies() {
    List<FileTally> tallies = new ArrayList<>(read.files());
    Set<String> silent = new TreeSet<>(plan.read());
    tallies.forEach(tally -> silent.remove(tally.file()));
    LocalDate byDefault = whole().defaultAsOf();
    silent.forEach(
        file ->
            tallies.add(new FileTally(file, byDefault, Map.of(), null, null, ContentHash.NONE)));
    return List.copyOf(tallies);
  }

  /** What all files hold, those left unread as they were known. */
  SourceTally whole() {
    List<FileTally> all = new ArrayList<>(plan.unread());
    all.addAll(read.files());
    return new SourceTally(all);
  }

  /**
   * The records that the files hold, from the rows that a walk through them counted: what the
   * reading gave is held against it. Where there is no file to walk through, what it gave.
   */
  long held() {
    Map<String, Long> given = new TreeMap<>();
    Map<String, Long> unreadable = new TreeMap<>();
    walked.keySet().forEach(file -> given.put(file, 0L));
    for (FileTally tally : read.files()) {
      given.merge(tally.file(), tally.records(), Long::sum);
      tally
          .byReason()
          .forEach(
              (reason, records) -> {
                if (reason.isUnreadable() && !reading.isOneCell(reason)) {
                  unreadable.merge(tally.file(), records, Long::sum);
                }
              });
    }
    long held = 0;
    for (Map.Entry<String, Long> file : given.entrySet()) {
      Long rows = reading.isMended(file.getKey()) ? null : walked.get(file.getKey());
      long apart = unreadable.getOrDefault(file.getKey(), 0L);
      held += rows == null ? file.getValue() : (rows - apart) * recordsOfRow + apart;
    }
    return held;
  }

  /** How the files that were read differ from what they held before. */
  ReadPlan.Change change() {
    return plan.change(read.files());
  }

  /** The files whose records are replaced: those that were read, and those that are gone. */
  List<String> replacedFiles() {
    List<String> files = new ArrayList<>(plan.read());
    files.addAll(plan.vanished());
    files.sort(null);
    return files;
  }

  /** The days whose observations are replaced. */
  List<Span> replacedDays() {
    return plan.replaced(read.files());
  }
}
