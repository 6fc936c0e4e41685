package org.cityeval.config.lake;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.cityeval.assembly.CaseEvent;

/**
 * What is known of a day on which districts reported the cases of other days.
 *
 * @param note what happened, and who says so
 * @param days over how many days the cases are spread; null where they are not
 * @param cases how many of the day's cases are spread; null for all
 */
public record EventConfig(
    List<String> districts,
    LocalDate day,
    String note,
    CaseEvent.Handling handling,
    Integer days,
    Double cases)
    implements Serializable {

  public EventConfig {
    districts = List.copyOf(districts);
  }

  /** What the panel follows. */
  public CaseEvent event() {
    return new CaseEvent(
        day, handling, days == null ? 1 : days, cases == null ? Double.NaN : cases);
  }
}
