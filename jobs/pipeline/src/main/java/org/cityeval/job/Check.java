package org.cityeval.job;

import org.cityeval.config.ContractCheck.Severity;
import org.cityeval.config.QualityConfig;

/**
 * One check of a run, and what it found.
 *
 * @param detail who accepted or ordered what was found, and why; null where nobody did
 */
public record Check(
    String name,
    Subject subject,
    Severity severity,
    Outcome outcome,
    String observed,
    String expected,
    String detail) {

  /** What became of a check. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** It failed, and someone answers for that. */
    ACKNOWLEDGED,
    /** Records were left out on someone's word. */
    EXCLUDED
  }

  /**
   * What a check is about; null where it is about all.
   *
   * @param district a district, a pair as a+b, or the city of a sum
   * @param rule id within the contract of the source
   */
  public record Subject(
      String sourceId, String measure, String district, String rule, String dimension) {
    /** The run as a whole. */
    public static final Subject RUN = new Subject(null, null, null, null, null);
  }

  /** A check of the run as a whole. */
  public Check(
      String name,
      QualityConfig.Severity severity,
      boolean passed,
      String observed,
      String expected) {
    this(name, Subject.RUN, severity, passed, observed, expected);
  }

  /** A check of something that either passed or failed. */
  public Check(
      String name,
      Subject subject,
      QualityConfig.Severity severity,
      boolean passed,
      String observed,
      String expected) {
    this(
        name,
        subject,
        severity == QualityConfig.Severity.FAIL ? Severity.FAIL : Severity.WARN,
        passed ? Outcome.PASSED : Outcome.FAILED,
        observed,
        expected,
        null);
  }

  /** Whether nothing was found that nobody answers for. */
  boolean passed() {
    return outcome != Outcome.FAILED;
  }

  boolean stops() {
    return !passed() && severity == Severity.FAIL;
  }
}
