package org.cityeval.indicator;

import java.util.Locale;

/** Which way is better; {@code CONTEXT} has no good direction and is never scored. */
public enum Direction {
  HIGHER,
  LOWER,
  CONTEXT;

  /** How the direction is written in tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
