package org.cityeval.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cityeval.lake.LakeFile;

/**
 * Which files of a source a run has to read. A file is read again if it was written to since, or if
 * the config maps it in another way. It is also read if it holds the same days of the same
 * publication as one that is read. Duplicates are looked for, and events added up, over all files
 * of a day.
 */
public final class ReadPlan {
  private final List<LakeFile> present;
  private final List<Known> known;
  private final UnaryOperator<String> mapping;
  private final Set<String> read = new TreeSet<>();

  private ReadPlan(List<LakeFile> present, List<Known> known, UnaryOperator<String> mapping) {
    this.present = List.copyOf(present);
    this.known = List.copyOf(known);
    this.mapping = mapping;
  }

  /**
   * What an earlier run found in a file, on one day of publication.
   *
   * @param bytes its size then
   * @param modified when it had been written, in milliseconds since 1970
   * @param mapping hash of how it was mapped
   */
  public record Known(FileTally tally, long bytes, long modified, String mapping) {

    private boolean isOf(LakeFile file) {
      return file.modified() != LakeFile.UNKNOWN
          && bytes == file.bytes()
          && modified == file.modified();
    }
  }

  /** What a source lets a run leave unread. */
  public enum Scope {
    /** Files whose records name their day of publication are read one by one. */
    CHANGED_FILES,
    /** The day of publication is the last of all files: one that changes may change them all. */
    ALL_IF_ANY_CHANGED,
    /** Everything is read. */
    ALL
  }

  /**
   * Plans what is read first; {@link #withCompanions} may add to it.
   *
   * @param mapping label of a file to the hash of how it is mapped now
   */
  public static ReadPlan of(
      List<LakeFile> present, List<Known> known, UnaryOperator<String> mapping, Scope scope) {
    ReadPlan plan = new ReadPlan(present, known, mapping);
    Map<String, Known> byFile =
        known.stream()
            .collect(Collectors.toMap(entry -> entry.tally().file(), entry -> entry, (a, b) -> a));
    for (LakeFile file : present) {
      Known before = byFile.get(file.label());
      boolean isKnown =
          before != null
              && before.isOf(file)
              && before.mapping().equals(mapping.apply(file.label()));
      if (!isKnown || scope == Scope.ALL) {
        plan.read.add(file.label());
      }
    }
    if (scope == Scope.ALL_IF_ANY_CHANGED && !plan.read.isEmpty()) {
      present.forEach(file -> plan.read.add(file.label()));
    }
    return plan;
  }

  /** The plan that reads every file. */
  public ReadPlan ofAll() {
    ReadPlan all = new ReadPlan(present, known, mapping);
    present.forEach(file -> all.read.add(file.label()));
    return all;
  }

  /** Labels of the files to read. */
  public Set<String> read() {
    return Set.copyOf(read);
  }

  /** Labels of files that an earlier run read and that are no longer there. */
  public List<String> vanished() {
    Set<String> there = present.stream().map(LakeFile::label).collect(Collectors.toSet());
    return known.stream()
        .map(entry -> entry.tally().file())
        .filter(file -> !there.contains(file))
        .distinct()
        .sorted()
        .toList();
  }

  /** What is known of the files that are there and need not be read. */
  public List<FileTally> unread() {
    Set<String> there = present.stream().map(LakeFile::label).collect(Collectors.toSet());
    return known.stream()
        .map(Known::tally)
        .filter(tally -> there.contains(tally.file()) && !read.contains(tally.file()))
        .toList();
  }

  /**
   * The plan with every file that shares a day of a publication with one that is read, or with one
   * that shares a day with that.
   *
   * @param found tallies of the files read so far
   */
  public ReadPlan withCompanions(List<FileTally> found) {
    ReadPlan wider = new ReadPlan(present, known, mapping);
    wider.read.addAll(read);
    List<Span> touched = new ArrayList<>(wider.replaced(found));
    Set<String> before;
    do {
      before = new HashSet<>(wider.read);
      for (FileTally tally : wider.unread()) {
        if (tally.span().stream().anyMatch(span -> touched.stream().anyMatch(span::overlaps))) {
          wider.read.add(tally.file());
          // All its days, of other publications too, are read with it.
          touched.addAll(wider.replaced(found));
        }
      }
    } while (!before.equals(wider.read));
    return wider;
  }

  /**
   * The days that the files read stand for: those they hold now, and those they held before of a
   * publication that they still hold. What was published on other days stays as it was known.
   *
   * @param found tallies of the files read
   */
  public List<Span> replaced(List<FileTally> found) {
    List<Span> spans = new ArrayList<>();
    found.forEach(tally -> tally.span().ifPresent(spans::add));
    Map<String, List<FileTally>> byFile =
        found.stream().collect(Collectors.groupingBy(FileTally::file));
    for (Known entry : known) {
      FileTally tally = entry.tally();
      boolean isRead = read.contains(tally.file());
      boolean stillHolds =
          !byFile.containsKey(tally.file())
              || byFile.get(tally.file()).stream().anyMatch(now -> tally.asOf().equals(now.asOf()));
      if (isRead && stillHolds) {
        tally.span().ifPresent(spans::add);
      }
    }
    return Span.merged(spans);
  }

  /**
   * Records of the same files and publications.
   *
   * @param before those that were good
   * @param now those that are good or refused: what is refused is there, and has a gate of its own
   */
  public record Change(long before, long now) {}

  /**
   * How the files read differ from what they held when they were last read, mapped the same way.
   *
   * @param found tallies of the files read
   */
  public Change change(List<FileTally> found) {
    long before = 0;
    long now = 0;
    for (Known entry : known) {
      FileTally tally = entry.tally();
      List<FileTally> same =
          found.stream()
              .filter(file -> file.file().equals(tally.file()) && tally.asOf().equals(file.asOf()))
              .toList();
      if (!same.isEmpty() && entry.mapping().equals(mapping.apply(tally.file()))) {
        before += heldOnce(tally);
        now += same.stream().mapToLong(ReadPlan::heldOrRefused).sum();
      }
    }
    return new Change(before, now);
  }

  /** What a file holds is not less because of what another record says, or does not say. */
  private static long heldOnce(FileTally tally) {
    return heldWhateverOthersSay(tally)
        + tally.byReason().getOrDefault(Reason.WHOLE_AND_PART, 0L)
        + tally.byReason().getOrDefault(Reason.CONFLICTING_DUPLICATE, 0L);
  }

  private static long heldOrRefused(FileTally tally) {
    return heldWhateverOthersSay(tally) + tally.records(Outcome.QUARANTINED);
  }

  private static long heldWhateverOthersSay(FileTally tally) {
    return tally.records(Outcome.GOOD)
        + tally.records(Outcome.DEDUPLICATED)
        + tally.byReason().getOrDefault(Reason.PART_ALONE, 0L);
  }
}
