package org.cityeval.job;

import org.cityeval.config.QualityConfig.Severity;

/** One check of a run, and what it found. */
public record Check(
    String name, Severity severity, boolean passed, String observed, String expected) {

  boolean stops() {
    return !passed && severity == Severity.FAIL;
  }
}
