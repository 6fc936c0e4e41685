package org.cityeval.job.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.lake.Location;
import org.cityeval.ingest.ContentHash;
import org.cityeval.ingest.FileTallies;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.SourceTally;
import org.cityeval.lake.Lake;
import org.cityeval.lake.LakeFile;
import org.cityeval.lake.LakeSource;
import org.cityeval.problem.SourceProblem;
import org.cityeval.run.Run;

/** A part of the lake in a run: which of its files are read, and what was found in them. */
abstract class Reading {
  private final Run run;
  private final Part part;
  private final List<LakeFile> present;
  private final UnaryOperator<String> mappingHash;
  private final Map<String, Long> walked = new TreeMap<>();
  private int recordsOfRow = 1;
  private ReadPlan plan;
  private SourceTally read = new SourceTally(List.of());

  /**
   * What is read.
   *
   * @param section of the config, such as {@code sources}
   * @param name within the section
   */
  record Part(String section, String name, Location location) {
    /** How messages name it. */
    String key() {
      return section + "." + name;
    }
  }

  /**
   * Plans the reading.
   *
   * @param present the files that are there
   * @param known what earlier runs found
   * @param mappingHash of a file: names all that the fate of its records depends on besides it
   * @throws SourceProblem if files that were read before are gone
   */
  Reading(
      Run run,
      Part part,
      List<LakeFile> present,
      List<ReadPlan.Known> known,
      UnaryOperator<String> mappingHash,
      ReadPlan.Scope scope) {
    this.run = run;
    this.part = part;
    this.present = List.copyOf(present);
    this.mappingHash = mappingHash;
    boolean everything = run.extent() == Run.Extent.EVERYTHING;
    this.plan = ReadPlan.of(present, known, mappingHash, everything ? ReadPlan.Scope.ALL : scope);
    List<String> vanished = plan.vanished();
    if (!vanished.isEmpty() && !everything) {
      throw new SourceProblem(
          part.key() + ": files that were read before are gone: " + shown(vanished) + ".",
          "A part of a source never erases what was published; "
              + LakeSource.place(part.location())
              + " still holds "
              + present.size()
              + " files.",
          "Deliver them again, or run once with --full to go on without them.");
    }
  }

  private static String shown(List<String> files) {
    return String.join(", ", files.subList(0, Math.min(3, files.size())))
        + (files.size() > 3 ? " and " + (files.size() - 3) + " more" : "");
  }

  /** Name within its section of the config. */
  final String name() {
    return part.name();
  }

  /** How messages name it, such as {@code sources.cases}. */
  final String key() {
    return part.key();
  }

  final String sourceId() {
    return run.sourceId(part.name());
  }

  final Location location() {
    return part.location();
  }

  final List<LakeFile> present() {
    return present;
  }

  /** The day it must reach, if one is declared. */
  Optional<LocalDate> expectedThrough() {
    return Optional.empty();
  }

  /** Names all that the fate of a file's records depends on besides the file. */
  final String mappingHash(String file) {
    return mappingHash.apply(file);
  }

  /** Labels of the files to read. */
  final Set<String> toRead() {
    return plan.read();
  }

  /** Whether every file that is there is read. */
  final boolean readsAll() {
    return plan.read().size() == present.size();
  }

  /**
   * The lake's rows of some of the files, which are walked through before.
   *
   * @throws SourceProblem if one of them breaks off
   */
  final Dataset<Row> lake(Set<String> files) {
    Lake lake =
        LakeSource.open(run.spark(), key(), location(), file -> files.contains(file.label()));
    walked.putAll(lake.records().get());
    recordsOfRow = recordsOfRow(lake.rows());
    return lake.rows();
  }

  final Run run() {
    return run;
  }

  final ReadPlan plan() {
    return plan;
  }

  /** Reads what another plan says. */
  final void replan(ReadPlan other) {
    plan = other;
  }

  /**
   * Takes note of what was found in all the files of the plan, instead of what was found before.
   */
  final void foundInstead(List<FileTally> tallies) {
    read = new SourceTally(tallies).dated();
  }

  /** Takes note of the duplicates in its files; what many files add up to is in none of them. */
  final void judged(Map<FileTallies.Place, Map<Reason, Long>> duplicates) {
    duplicates.forEach(
        (place, found) -> {
          if (place.sourceId().equals(sourceId()) && place.file() != null) {
            judged(place.file(), Optional.ofNullable(place.asOf()), found);
          }
        });
  }

  private void judged(String file, Optional<LocalDate> asOf, Map<Reason, Long> duplicates) {
    LocalDate day = asOf.orElseGet(read::defaultAsOf);
    read =
        new SourceTally(
            read.files().stream()
                .map(
                    tally ->
                        tally.file().equals(file) && tally.asOf().equals(day)
                            ? tally.judged(duplicates)
                            : tally)
                .toList());
  }

  /** What the files that were read hold; one that holds nothing is there too. */
  final List<FileTally> readTallies() {
    List<FileTally> tallies = new ArrayList<>(read.files());
    Set<String> silent = new TreeSet<>(plan.read());
    tallies.forEach(tally -> silent.remove(tally.file()));
    silent.forEach(
        file ->
            tallies.add(
                new FileTally(
                    file, whole().defaultAsOf(), Map.of(), null, null, ContentHash.NONE)));
    return List.copyOf(tallies);
  }

  /** What all files hold, those left unread as they were known. */
  final SourceTally whole() {
    List<FileTally> all = new ArrayList<>(plan.unread());
    all.addAll(read.files());
    return new SourceTally(all);
  }

  /** The largest share of its records that may be refused. */
  final double mostQuarantined() {
    return run.config().quality().maximumQuarantinedShare();
  }

  /** Records in the files that were read. */
  final SourceTally read() {
    return read;
  }

  /** How many records a row of the lake is, unless it cannot be read. */
  abstract int recordsOfRow(Dataset<Row> lake);

  /** Whether a record that cannot be read is but one cell of its row. */
  boolean isOneCell(Reason reason) {
    return false;
  }

  /** Whether the rows of a file need not be its records, since some were mended. */
  boolean isMended(String file) {
    return false;
  }

  /**
   * The records that the files hold, from the rows that a walk through them counted: what the
   * reading gave is held against it. Where there is no file to walk through, what it gave.
   */
  final long held() {
    Map<String, Long> given = new TreeMap<>();
    Map<String, Long> unreadable = new TreeMap<>();
    walked.keySet().forEach(file -> given.put(file, 0L));
    for (FileTally tally : read.files()) {
      given.merge(tally.file(), tally.records(), Long::sum);
      tally
          .byReason()
          .forEach(
              (reason, records) -> {
                if (reason.isUnreadable() && !isOneCell(reason)) {
                  unreadable.merge(tally.file(), records, Long::sum);
                }
              });
    }
    long held = 0;
    for (Map.Entry<String, Long> file : given.entrySet()) {
      Long rows = isMended(file.getKey()) ? null : walked.get(file.getKey());
      long apart = unreadable.getOrDefault(file.getKey(), 0L);
      held += rows == null ? file.getValue() : (rows - apart) * recordsOfRow + apart;
    }
    return held;
  }

  /** How the files that were read differ from what they held before. */
  final ReadPlan.Change change() {
    return plan.change(read.files());
  }

  /** The files whose records are replaced: those that were read, and those that are gone. */
  final List<String> replacedFiles() {
    List<String> files = new ArrayList<>(plan.read());
    files.addAll(plan.vanished());
    files.sort(null);
    return files;
  }
}
