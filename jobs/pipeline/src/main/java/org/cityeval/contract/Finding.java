package org.cityeval.contract;

import java.util.Locale;
import org.cityeval.config.lake.ContractCheck.Dimension;
import org.cityeval.config.lake.ContractCheck.Severity;
import org.cityeval.config.lake.ContractCheck.Unit;

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
   * @param unit of records or days; null where the number is one of the source's own
   * @param mustBe what the number must be, in words
   */
  public record Rule(String id, Severity severity, Dimension dimension, Unit unit, String mustBe) {

    /** What the number must be and in which unit, in words. */
    public String expected() {
      return mustBe + unitWords();
    }

    /** Whether its number is of records or days, so that it is none of the source's own. */
    public boolean isOfRecords() {
      return unit != null;
    }

    /** What stands behind a number: nothing, or the unit after a space. */
    String unitWords() {
      return unit == null ? "" : " " + unit.name().toLowerCase(Locale.ROOT);
    }
  }
}
