package org.cityeval.assembly;

import java.io.Serializable;

/**
 * What counts as normal, by name.
 *
 * @param timing whether the normal days lie before the emergency
 */
public record Baseline(String baselineId, Normal normal, Timing timing) implements Serializable {

  /** Where the normal days lie. */
  public enum Timing {
    BEFORE_THE_EMERGENCY,
    WITHIN_THE_EMERGENCY
  }
}
