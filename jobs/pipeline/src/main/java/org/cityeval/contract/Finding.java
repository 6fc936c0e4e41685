package org.cityeval.contract;

import org.cityeval.config.lake.ContractCheck.Dimension;
import org.cityeval.config.lake.ContractCheck.Severity;

/**
 * What a check found of one subject, over all its days.
 *
 * @param rule which check
 * @param subject of what; the source as a whole where nothing was found
 * @param observed the numbers found, in words
 * @param detail who acknowledged it or no longer does; null where nobody did
 */
public record Finding(
    Rule rule, Measurement.Subject subject, Outcome outcome, String observed, String detail) {

  /** What became of a check. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** It failed, and someone answers for that. */
    ACKNOWLEDGED
  }

  /**
   * A check as findings tell of it.
   *
   * @param dimension null where the contract names none
   * @param expected what the number must be, in words
   */
  public record Rule(String id, Severity severity, Dimension dimension, String expected) {}
}
