package org.cityeval.job.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.lake.Location;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.Reason;
import org.cityeval.lake.Lake;
import org.cityeval.lake.LakeFile;
import org.cityeval.lake.LakeSource;
import org.cityeval.problem.SourceProblem;
import org.cityeval.run.Run;

/** A part of the lake in a run, and which of its files are to be read. */
abstract class Reading {
  private final Run run;
  private final Part part;
  private final List<LakeFile> present;
  private final UnaryOperator<String> mappingHash;
  private final ReadPlan plan;

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
   * Files of it, opened.
   *
   * @param rows what they hold: rows of the lake, or records made of them
   * @param walked rows of each file by its label, as a walk through it counted them
   * @param recordsOfRow how many records a row of the lake is
   */
  record Opened(Dataset<Row> rows, Map<String, Long> walked, int recordsOfRow) {
    Opened {
      walked = Map.copyOf(walked);
    }

    /** The same files, with the records that were made of their rows. */
    Opened with(Dataset<Row> records) {
      return new Opened(records, walked, recordsOfRow);
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

  /** The files that are new or have changed. */
  final Stream<LakeFile> toRead() {
    return present.stream().filter(file -> plan.read().contains(file.label()));
  }

  /** The day it must reach, if one is declared. */
  Optional<LocalDate> expectedThrough() {
    return Optional.empty();
  }

  /** Names all that the fate of a file's records depends on besides the file. */
  final String mappingHash(String file) {
    return mappingHash.apply(file);
  }

  final ReadPlan plan() {
    return plan;
  }

  /** Whether all of it stays as an earlier run read it. */
  final boolean isUnchanged() {
    return plan.read().isEmpty();
  }

  final Run run() {
    return run;
  }

  /**
   * The lake's rows of some of the files, which are walked through before.
   *
   * @throws SourceProblem if one of them breaks off
   */
  final Opened open(Set<String> files) {
    Lake lake =
        LakeSource.open(run.spark(), key(), location(), file -> files.contains(file.label()));
    Dataset<Row> rows = lake.rows();
    return new Opened(rows, lake.records().get(), recordsOfRow(rows));
  }

  /** The largest share of its records that may be refused. */
  final double mostQuarantined() {
    return run.config().quality().maximumQuarantinedShare();
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
}
