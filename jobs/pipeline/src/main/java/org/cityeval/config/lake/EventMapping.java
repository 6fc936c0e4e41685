package org.cityeval.config.lake;

import java.io.Serializable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What only events have.
 *
 * @param eventId SQL expression for the identity of an event, or null: then no two are the same
 * @param timeZone zone whose days instants belong to, or null for UTC
 */
public record EventMapping(String eventId, String timeZone) implements Serializable {

  /** The expression that tells copies of an event, where there is one. */
  public Optional<String> identity() {
    return Optional.ofNullable(eventId);
  }

  /** The zone whose days instants belong to. */
  public ZoneId zone() {
    return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
  }
}
