package org.cityeval.revision;

import java.util.List;
import org.cityeval.revision.ResultState.Outcome;
import org.cityeval.warehouse.StoredRow;

/**
 * What became of a rank from publication A to B.
 *
 * @param key the group and its member, level, period and weighting
 * @param name of the member, as B has it, or A where B has no such row
 * @param a null where A has no such row
 * @param b null where B has none; not both
 * @param causes none where it is equal
 */
public record RankRevision(
    StoredRow key, String name, Outcome outcome, ResultState a, ResultState b, List<Cause> causes) {

  /** Whether both have the row, and say another rank, or that there is none any more. */
  public boolean isMoved() {
    return ResultState.isMoved(a, b);
  }

  /** Whether both have the row, and say another class. */
  public boolean isClassChanged() {
    return outcome == Outcome.WORD;
  }

  /** By how many ranks it moved, below 0 to a better one; null where it did not, or has none. */
  public Integer move() {
    return !isMoved() || a.value() == null || b.value() == null
        ? null
        : (Integer) (int) (b.value() - a.value());
  }

  /** Whether a rank that moved and the one before lie in each other's intervals, if it is known. */
  public Boolean within() {
    return isMoved() ? ResultState.within(a, b) : null;
  }
}
