package org.cityeval.config;

import java.io.Serializable;

/** The gates between the lake and a published number. */
public record QualityConfig(
    double maximumQuarantinedShare,
    double maximumLostShare,
    double minimumObservedShare,
    Severity missingDistrict,
    Severity thinDistrict)
    implements Serializable {

  /** Whether a failed check stops the run. */
  public enum Severity {
    FAIL,
    WARN
  }
}
