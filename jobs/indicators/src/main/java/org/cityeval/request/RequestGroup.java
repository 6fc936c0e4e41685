package org.cityeval.request;

import java.io.Serializable;
import java.util.List;

/**
 * Requests that are alike in all that indicators ask of them.
 *
 * @param openedDay epoch day on which they were opened
 * @param path agencies in the order they passed through, the last one answers; empty: not known
 * @param level level of government they are answered at; null: not known
 * @param handOffs how often they were handed on; -1: not known
 * @param closed whether they were answered before the register was published
 * @param hours from opening to closing, or to where the register ends for those still open, to the
 *     minute [h]
 * @param count how many there are
 */
public record RequestGroup(
    long openedDay,
    List<String> path,
    String level,
    int handOffs,
    boolean closed,
    double hours,
    long count)
    implements Serializable {

  public RequestGroup {
    path = List.copyOf(path);
  }

  /** Who answers them; null where not known. */
  public String agency() {
    return path.isEmpty() ? null : path.get(path.size() - 1);
  }
}
