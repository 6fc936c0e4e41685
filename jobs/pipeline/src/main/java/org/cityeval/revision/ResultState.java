package org.cityeval.revision;

import java.util.List;
import java.util.Objects;

/**
 * One result as one vintage or publication states it, and the rules that tell what became of it in
 * the next.
 *
 * @param value a value or a rank; null where there is none
 * @param low lower end of its interval; of a censored value the follow-up
 * @param high upper end; null where it is open
 * @param word the status of a value, the class of a rank
 * @param rests hashes and versions of what it rests on
 */
public record ResultState(Double value, Double low, Double high, String word, Rests rests) {

  /** What a result rests on; parameters and method are null for ranks. */
  public record Rests(
      String parameters, Integer methodVersion, String dataHash, String inputHash) {}

  /** What may become of a result. */
  public enum Outcome {
    EQUAL,
    /** The interval alone differs. */
    INTERVAL,
    VALUE,
    /** The status of a value or the class of a rank. */
    WORD,
    ONLY_BEFORE,
    ONLY_NOW
  }

  /**
   * What became of it.
   *
   * @param before null where the earlier vintage has no such row
   * @param now null where the later one has none; not both
   */
  public static Outcome outcome(ResultState before, ResultState now) {
    if (before == null) {
      return Outcome.ONLY_NOW;
    }
    if (now == null) {
      return Outcome.ONLY_BEFORE;
    }
    if (!Objects.equals(before.word, now.word)) {
      return Outcome.WORD;
    }
    if (!same(before.value, now.value)) {
      return Outcome.VALUE;
    }
    return same(before.low, now.low) && same(before.high, now.high)
        ? Outcome.EQUAL
        : Outcome.INTERVAL;
  }

  /**
   * Whether both have the row, and say another rank, or that there is none any more.
   *
   * @param before null where the earlier vintage has no such row
   * @param now null where the later one has none
   */
  public static boolean isMoved(ResultState before, ResultState now) {
    return before != null && now != null && !same(before.value, now.value);
  }

  /** A state that says nothing where there is none. */
  static ResultState orNone(ResultState state) {
    return state == null ? new ResultState(null, null, null, null, null) : state;
  }

  /** Null is like null alone; 0 and -0 are one number. */
  private static boolean same(Double a, Double b) {
    if (a == null || b == null) {
      return Objects.equals(a, b);
    }
    return a.doubleValue() == b.doubleValue();
  }

  /** Whether each lies in the other's interval; null where a value or an interval is lacking. */
  public static Boolean within(ResultState a, ResultState b) {
    Boolean later = inside(b.value, a);
    Boolean earlier = inside(a.value, b);
    if (Boolean.FALSE.equals(later) || Boolean.FALSE.equals(earlier)) {
      return false;
    }
    return (later == null || earlier == null) ? null : true;
  }

  private static Boolean inside(Double value, ResultState of) {
    if (value == null || (of.low == null && of.high == null)) {
      return null;
    }
    return (of.low == null || value >= of.low) && (of.high == null || value <= of.high);
  }

  /** Why a value differs. */
  public static List<Cause> causesOfValue(CauseRule rule, ResultState before, ResultState now) {
    return (before == null || now == null)
        ? rule.ofPresence()
        : rule.ofValue(
            !Objects.equals(before.rests.dataHash, now.rests.dataHash),
            !Objects.equals(before.rests.parameters, now.rests.parameters),
            !Objects.equals(before.rests.methodVersion, now.rests.methodVersion));
  }

  /**
   * Why a rank differs.
   *
   * @param touched whether a value of its level and period rests on something else
   */
  public static List<Cause> causesOfRank(
      CauseRule rule, ResultState before, ResultState now, boolean touched) {
    return (before == null || now == null)
        ? rule.ofRankPresence()
        : rule.ofRank(touched, !Objects.equals(before.rests.inputHash, now.rests.inputHash));
  }
}
