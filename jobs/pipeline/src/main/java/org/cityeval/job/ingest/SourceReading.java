package org.cityeval.job.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.ingest.ContentHash;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.Mend;
import org.cityeval.ingest.Mending;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.SourceRecords;
import org.cityeval.lake.LakeFile;
import org.cityeval.lake.LakeSource;
import org.cityeval.problem.SourceProblem;
import org.cityeval.run.Run;
import org.cityeval.source.SourceRows;

/** A source of measures in a run: files that share days are read together, mends are applied. */
final class SourceReading extends Reading {
  private static final String SECTION = "sources";

  private final SourceConfig config;
  private final List<Mend> mends;

  private SourceReading(
      Run run,
      String name,
      List<LakeFile> present,
      List<ReadPlan.Known> known,
      List<Mend> mends,
      UnaryOperator<String> mappingHash) {
    super(
        run,
        new Part(SECTION, name, run.config().sources().get(name).location()),
        present,
        known,
        mappingHash,
        run.config().sources().get(name).mapping().asOf() == null
            ? ReadPlan.Scope.ALL_IF_ANY_CHANGED
            : ReadPlan.Scope.CHANGED_FILES);
    this.config = run.config().sources().get(name);
    this.mends = mends;
  }

  /**
   * Plans the reading of a source.
   *
   * @param known what earlier runs found
   * @param mends what stands for refused records of the source
   * @throws SourceProblem if the source is absent, or files that were read before are gone
   */
  static SourceReading plan(
      Run run, String name, List<ReadPlan.Known> known, List<Mend> mends, DistrictKeys keys) {
    SourceConfig config = run.config().sources().get(name);
    List<LakeFile> present = LakeSource.files(run.spark(), SECTION + "." + name, config.location());
    String mapping = mappingHash(run, name, keys) + unrepeatable(run, SECTION, name);
    return new SourceReading(
        run, name, present, known, mends, file -> withMends(mapping, file, mends));
  }

  /** Names all that a record's fate depends on besides the record. */
  private static String mappingHash(Run run, String name, DistrictKeys keys) {
    return ContentHash.digest(
        ConfigLoader.hash(run.config(), name)
            + run.identity().codeVersion()
            + keys.basis(run.config().sources().get(name)));
  }

  /**
   * What a variable holds is in no hash, which could be guessed: a source that is mapped through
   * one is read whole by every run.
   */
  static String unrepeatable(Run run, String section, String name) {
    return ConfigLoader.isCompletedByVariables(run.config(), section, name)
        ? " " + run.identity().runId() + " " + run.identity().attempt()
        : "";
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

  SourceConfig config() {
    return config;
  }

  @Override
  Optional<LocalDate> expectedThrough() {
    return Optional.ofNullable(config.expectedThrough());
  }

  @Override
  int recordsOfRow(Dataset<Row> lake) {
    return SourceRows.recordsOfRow(lake, key(), config);
  }

  @Override
  boolean isOneCell(Reason reason) {
    return reason == Reason.CUT_SHORT && config.mapping().shape().isWide();
  }

  @Override
  boolean isMended(String file) {
    return mends.stream().anyMatch(mend -> mend.file().equals(file));
  }

  /** The records of some of the files, with their mends. */
  Opened records(Set<String> files, DistrictKeys keys) {
    SourceRecords mapping = new SourceRecords(sourceId(), config, keys);
    Opened opened = open(files);
    Dataset<Row> rows = mapping.rows(opened.rows());
    Dataset<Row> records = mapping.judge(rows);
    List<Mend> own = mends.stream().filter(mend -> files.contains(mend.file())).toList();
    return opened.with(
        own.isEmpty() ? records : new Mending(own, present()).apply(records, rows, mapping::judge));
  }
}
