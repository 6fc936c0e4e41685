package org.cityeval.request;

import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;

/**
 * The service requests of one district, or of a city, that were opened in one period.
 *
 * @param days length of the period [d]
 * @param groups in an order that their contents fix
 */
public record RequestTally(int days, List<RequestGroup> groups) implements Serializable {
  public RequestTally {
    groups = List.copyOf(groups);
  }

  public long count() {
    return count(group -> true);
  }

  /** How many requests are in groups of a kind. */
  public long count(Predicate<RequestGroup> of) {
    return groups.stream().filter(of).mapToLong(RequestGroup::count).sum();
  }

  /** Share of the days of the period on which a request was opened. */
  public double coverage() {
    return days == 0
        ? 0
        : (double) groups.stream().mapToLong(RequestGroup::openedDay).distinct().count() / days;
  }
}
