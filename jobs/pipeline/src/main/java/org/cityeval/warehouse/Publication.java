package org.cityeval.warehouse;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

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
