package org.cityeval.run;

import org.cityeval.config.lake.ContractCheck.Severity;
import org.cityeval.config.lake.QualityConfig;

/**
 * One check of a run, and what it found.
 *
 * @param detail who accepted or ordered what was found, and why; null where nobody did
 * @param mend what to do where it stops the run, with the key of the config that governs it
 */
public record Check(
    String name,
    Subject subject,
    Severity severity,
    Outcome outcome,
    String observed,
    String expected,
    String detail,
    String mend) {

  private static final String CONTRACT =
      "Mend the data, or change the check in the source's contract: in the config.";

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
        null,
        CONTRACT);
  }

  /** A check of a source's contract. */
  public Check(
      String name,
      Subject subject,
      Severity severity,
      Outcome outcome,
      String observed,
      String expected,
      String detail) {
    this(name, subject, severity, outcome, observed, expected, detail, CONTRACT);
  }

  /** The check, with what to do where it stops the run. */
  public Check mendedBy(String what) {
    return new Check(name, subject, severity, outcome, observed, expected, detail, what);
  }

  /** Whether nothing was found that nobody answers for. */
  public boolean passed() {
    return outcome != Outcome.FAILED;
  }

  public boolean stops() {
    return !passed() && severity == Severity.FAIL;
  }
}
