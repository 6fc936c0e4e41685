package org.cityeval.run;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.warehouse.Warehouse;

/**
 * One run of one evaluation: what its jobs share.
 *
 * @param identity which run this is, for ops and the commits' metadata
 * @param configHash hash of the effective config
 * @param knownOn the day whose knowledge is asked for; empty for all that the lake holds
 * @param extent how much of the lake is read
 */
public record Run(
    Identity identity,
    EvaluationConfig config,
    String configHash,
    Warehouse warehouse,
    Optional<LocalDate> knownOn,
    Extent extent) {

  /** How much of the lake a run reads. */
  public enum Extent {
    /** Files that are new or have changed, and what shares a day with them. */
    CHANGES,
    /** Every file; what earlier runs knew of files that are gone is given up. */
    EVERYTHING
  }

  /**
   * Which run, which attempt, by which command.
   *
   * @param attempt from 1
   */
  public record Identity(String runId, int attempt, String command, String codeVersion) {}

  public SparkSession spark() {
    return warehouse.spark();
  }

  public String evaluationId() {
    return config.evaluation().id();
  }

  /** A source's name within the warehouse. */
  public String sourceId(String source) {
    return config.sourceId(source);
  }

  /** Kept with every commit, so that a version can be traced to its run. */
  public String note() {
    return note(identity.runId(), identity.attempt());
  }

  /** The note of every commit of an attempt of a run. */
  public static String note(String runId, int attempt) {
    return "run " + runId + " attempt " + attempt;
  }
}
