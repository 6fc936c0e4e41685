package org.cityeval.config.lake;

import java.io.Serializable;

/**
 * The gates between the lake and a published number.
 *
 * @param maximumQuarantinedSharePerDistrict null where districts are not judged by it
 */
public record QualityConfig(
    double maximumQuarantinedShare,
    double maximumLostShare,
    Double maximumQuarantinedSharePerDistrict,
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
