package org.cityeval.ingest;

import java.util.Locale;

/** What becomes of a record. A run's records are the sum of the five. */
public enum Outcome {
  /** It is an observation. */
  GOOD,
  /** The source says that nothing was observed. */
  MISSING,
  /** A declared filter leaves it out. */
  OUT_OF_SCOPE,
  /** It was refused, and is kept with the reason. */
  QUARANTINED,
  /** Another record says exactly the same. */
  DEDUPLICATED;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
