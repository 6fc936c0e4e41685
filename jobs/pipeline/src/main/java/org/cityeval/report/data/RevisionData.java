package org.cityeval.report.data;

import java.time.LocalDate;
import java.util.List;
import org.cityeval.revision.Cause;
import org.cityeval.revision.ResultState;
import org.cityeval.revision.ResultState.Outcome;

/**
 * What became of the results of the vintage before. Of a result that either vintage withholds no
 * number stands here.
 *
 * @param before the day whose knowledge the earlier vintage rests on
 * @param unreadable why the two could not be compared; null where they were
 * @param values of both vintages, equal ones too
 * @param ranks likewise
 */
public record RevisionData(
    LocalDate before,
    String unreadable,
    List<Input> inputs,
    List<ValueChange> values,
    List<RankChange> ranks) {

  /**
   * Something the two were made from that differs.
   *
   * @param what a source, a key of the config, an indicator; the code has none
   * @param before null where it was not there
   * @param now likewise
   */
  public record Input(Cause cause, String what, String before, String now) {}

  /**
   * A value in either vintage.
   *
   * @param before null where the earlier vintage has no such row
   * @param now likewise
   * @param size the change in standard deviations of the earlier values of that indicator, level
   *     and period; null where the value did not change or all were alike
   * @param causes empty where it is equal
   */
  public record ValueChange(
      String unitId,
      String level,
      String periodId,
      String indicatorId,
      Outcome outcome,
      ResultState before,
      ResultState now,
      Double size,
      List<Cause> causes) {

    /** Whether a changed value lies outside the other's interval; false where that is not known. */
    public boolean isBeyond() {
      return outcome == Outcome.VALUE && Boolean.FALSE.equals(ResultState.within(before, now));
    }
  }

  /** A rank in either vintage, likewise. */
  public record RankChange(
      String group,
      String unitId,
      String level,
      String periodId,
      String weighting,
      Outcome outcome,
      ResultState before,
      ResultState now,
      List<Cause> causes) {

    /** Whether both have the row and say another rank, or that there is none any more. */
    public boolean isMoved() {
      return ResultState.isMoved(before, now);
    }
  }
}
