package org.cityeval.warehouse;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.spec.TableSpec;

/**
 * One published vintage of one evaluation: which versions of the tables belong together.
 *
 * @param current whether the schema {@code current} shows it
 * @param tableVersions Delta version by qualified table name
 * @param sourceVersions content hash by source
 * @param config the effective config, JSON, that {@code configHash} is the hash of
 */
public record Publication(
    String evaluationId,
    LocalDate asOf,
    boolean current,
    Map<String, Long> tableVersions,
    Map<String, String> sourceVersions,
    String configHash,
    String config,
    String codeVersion) {

  public Publication {
    tableVersions = Collections.unmodifiableMap(new TreeMap<>(tableVersions));
    sourceVersions = Collections.unmodifiableMap(new TreeMap<>(sourceVersions));
  }

  /**
   * The version of a table that belongs to it.
   *
   * @throws UserProblem if it names none
   */
  public long version(TableSpec table) {
    Long version = tableVersions.get(table.qualifiedName());
    if (version == null) {
      throw new UserProblem(
          "What is published of "
              + evaluationId
              + " as of "
              + asOf
              + " holds no "
              + table.qualifiedName()
              + ".",
          "A release holds the tables of schema gold alone, and an older program published fewer.",
          "Ask the warehouse that the release was made from, or run 'cityeval run --full' again.");
    }
    return version;
  }

  /** The same publication where its tables have other versions. */
  public Publication inVersions(Map<String, Long> versions) {
    return new Publication(
        evaluationId, asOf, current, versions, sourceVersions, configHash, config, codeVersion);
  }

  Publication withCurrent(boolean isCurrent) {
    return new Publication(
        evaluationId,
        asOf,
        isCurrent,
        tableVersions,
        sourceVersions,
        configHash,
        config,
        codeVersion);
  }
}
