package org.cityeval.events;

import java.io.Serializable;
import org.cityeval.config.MeasureConfig.Aggregate;

/**
 * What a measure takes of an event.
 *
 * @param measure its column in the tables
 * @param type what the value of an event is
 */
record Feed(String measure, Aggregate aggregate, Type type) implements Serializable {
  /** What the value of an event is. */
  enum Type {
    /** Nothing but that it is there. */
    PRESENCE,
    NUMBER,
    LONG,
    TEXT,
    TRUTH
  }
}
