package org.cityeval.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.ConfigLoader;
import org.cityeval.config.SourceConfig;
import org.cityeval.ingest.ContentHash;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.Mend;
import org.cityeval.ingest.Mending;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.SourceRecords;
import org.cityeval.ingest.SourceTally;
import org.cityeval.ingest.Span;
import org.cityeval.problem.SourceProblem;
import org.cityeval.source.LakeFile;
import org.cityeval.source.LakeSource;

/** One source of a run: which of its files are read, and what was found in them. */
final class SourceReading {
  private final Run run;
  private final String name;
  private final List<LakeFile> present;
  private final UnaryOperator<String> mappingHash;
  private final List<Mend> mends;
  private ReadPlan plan;
  private SourceTally read = new SourceTally(List.of());

  private SourceReading(
      Run run,
      String name,
      List<LakeFile> present,
      List<Mend> mends,
      UnaryOperator<String> mappingHash,
      ReadPlan plan) {
    this.run = run;
    this.name = name;
    this.present = present;
    this.mends = mends;
    this.mappingHash = mappingHash;
    this.plan = plan;
  }

  /**
   * Plans the reading of a source.
   *
   * @param known what earlier runs found
   * @param mends what stands for refused records of the source
   * @throws SourceProblem if the source is absent, or files that were read before are gone
   */
  static SourceReading of(
      Run run, String name, List<ReadPlan.Known> known, List<Mend> mends, DistrictKeys keys) {
    SourceConfig config = run.config().sources().get(name);
    List<LakeFile> present = LakeSource.files(run.spark(), "sources." + name, config.location());
    String mapping = mappingHash(run, name, keys);
    UnaryOperator<String> ofFile = file -> withMends(mapping, file, mends);
    ReadPlan plan = ReadPlan.of(present, known, ofFile, scope(run, config));
    List<String> vanished = plan.vanished();
    if (!vanished.isEmpty() && run.extent() != Run.Extent.EVERYTHING) {
      throw new SourceProblem(
          "sources." + name + ": files that were read before are gone: " + shown(vanished) + ".",
          "A part of a source never erases what was published; "
              + LakeSource.place(config.location())
              + " still holds "
              + present.size()
              + " files.",
          "Deliver them again, or run once with --full to go on without them.");
    }
    return new SourceReading(run, name, present, mends, ofFile, plan);
  }

  private static ReadPlan.Scope scope(Run run, SourceConfig config) {
    if (run.extent() == Run.Extent.EVERYTHING) {
      return ReadPlan.Scope.ALL;
    }
    return config.mapping().asOf() == null
        ? ReadPlan.Scope.ALL_IF_ANY_CHANGED
        : ReadPlan.Scope.CHANGED_FILES;
  }

  /** Names all that a record's fate depends on besides the record. */
  private static String mappingHash(Run run, String name, DistrictKeys keys) {
    return ContentHash.digest(
        ConfigLoader.hash(run.config(), name)
            + run.identity().codeVersion()
            + keys.basis(run.config().sources().get(name)));
  }

  /** A file is read again when one of its records is mended. */
  private static String withMends(String mapping, String file, List<Mend> mends) {
    List<String> own =
        mends.stream()
            .filter(mend -> mend.file().equals(file))
            .map(Mend::toString)
            .sorted()
            .toList();
    return own.isEmpty() ? mapping : ContentHash.digest(mapping + own);
  }

  private static String shown(List<String> files) {
    return String.join(", ", files.subList(0, Math.min(3, files.size())))
        + (files.size() > 3 ? " and " + (files.size() - 3) + " more" : "");
  }

  /** Something is read: a source whose contract is about the whole of it is then read whole. */
  void somethingIsRead() {
    if (config().contract().isAboutTheWhole()) {
      plan = plan.ofAll();
    }
  }

  String name() {
    return name;
  }

  String sourceId() {
    return run.sourceId(name);
  }

  SourceConfig config() {
    return run.config().sources().get(name);
  }

  List<LakeFile> present() {
    return present;
  }

  /** Names all that the fate of a file's records depends on besides the file. */
  String mappingHash(String file) {
    return mappingHash.apply(file);
  }

  /** Labels of the files to read. */
  Set<String> toRead() {
    return plan.read();
  }

  /** Whether every file that is there is read. */
  boolean readsAll() {
    return plan.read().size() == present.size();
  }

  /** The lake's rows of some of the files. */
  Dataset<Row> lake(Set<String> files) {
    return LakeSource.read(
        run.spark(), "sources." + name, config().location(), file -> files.contains(file.label()));
  }

  /** The records of some of the files, with their mends. */
  Dataset<Row> records(Set<String> files, DistrictKeys keys) {
    SourceRecords mapping = new SourceRecords(sourceId(), config(), keys);
    Dataset<Row> rows = mapping.rows(lake(files));
    Dataset<Row> records = mapping.of(rows);
    List<Mend> own = mends.stream().filter(mend -> files.contains(mend.file())).toList();
    return own.isEmpty() ? records : new Mending(own, present).of(records, rows, mapping::of);
  }

  /**
   * Takes note of what was found in files that were read, and widens the plan by what it touches.
   *
   * @return labels of the files that must be read besides
   */
  Set<String> found(List<FileTally> tallies) {
    List<FileTally> all = new ArrayList<>(read.files());
    all.addAll(tallies);
    read = new SourceTally(all).dated();
    Set<String> before = plan.read();
    plan = plan.withCompanions(read.files());
    Set<String> companions = new TreeSet<>(plan.read());
    companions.removeAll(before);
    return companions;
  }

  /**
   * Takes note of what was found in all the files of the plan, instead of what was found before.
   */
  void foundInstead(List<FileTally> tallies) {
    read = new SourceTally(tallies).dated();
  }

  /** Takes note of the duplicates in a file. */
  void judged(String file, Optional<LocalDate> asOf, Map<Reason, Long> duplicates) {
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
  List<FileTally> readTallies() {
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
  SourceTally whole() {
    List<FileTally> all = new ArrayList<>(plan.unread());
    all.addAll(read.files());
    return new SourceTally(all);
  }

  /** The largest share of its records that may be refused. */
  double mostQuarantined() {
    return run.config().quality().maximumQuarantinedShare();
  }

  /** Records in the files that were read. */
  SourceTally read() {
    return read;
  }

  /** How the files that were read differ from what they held before. */
  ReadPlan.Change change() {
    return plan.change(read.files());
  }

  /** The days whose observations are replaced. */
  List<Span> replacedDays() {
    return plan.replaced(read.files());
  }

  /** The files whose records are replaced: those that were read, and those that are gone. */
  List<String> replacedFiles() {
    List<String> files = new ArrayList<>(plan.read());
    files.addAll(plan.vanished());
    files.sort(null);
    return files;
  }
}
