package org.cityeval.revision;

import java.util.List;
import java.util.Objects;
import org.cityeval.revision.ResultState.Outcome;
import org.cityeval.warehouse.StoredRow;

/**
 * What became of a value from publication A to B.
 *
 * @param key the district or city, level, period and indicator
 * @param a null where A has no such row
 * @param b null where B has none; not both
 * @param size of the change, in standard deviations of A's values of that indicator, level and
 *     period. Null where the value did not change, or A's values are all alike
 * @param causes none where it is equal
 */
public record ValueRevision(
    StoredRow key, Outcome outcome, ResultState a, ResultState b, Double size, List<Cause> causes) {

  /** By how much a value changed; null where it did not, or is none. */
  public Double change() {
    return isChanged(outcome, a, b) ? (Double) (b.value() - a.value()) : null;
  }

  static boolean isChanged(Outcome outcome, ResultState a, ResultState b) {
    return outcome == Outcome.VALUE && a.value() != null && b.value() != null;
  }

  /** Whether a changed value and the one before lie in each other's intervals, if that is known. */
  public Boolean within() {
    return outcome == Outcome.VALUE ? ResultState.within(a, b) : null;
  }

  /** Whether it rests on something else, though it may be equal. */
  boolean restsOnOther() {
    return outcome != Outcome.EQUAL
        || !Objects.equals(a.rests().inputHash(), b.rests().inputHash());
  }

  /** The outcome as it is printed. */
  String word() {
    return switch (outcome) {
      case EQUAL -> "equal";
      case INTERVAL -> "interval";
      case VALUE -> "value";
      case WORD -> "status";
      case ONLY_BEFORE -> "only_a";
      case ONLY_NOW -> "only_b";
    };
  }
}
