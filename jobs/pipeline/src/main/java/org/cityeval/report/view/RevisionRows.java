package org.cityeval.report.view;

/** Rows of what changed since the vintage before; each name is that of a column. */
final class RevisionRows {
  private RevisionRows() {}

  /** Something the vintages were made from that differs. */
  record Input(String cause, String what, String before, String now) {}

  /**
   * How many values of an indicator became what; all but the last two add up to those in both.
   *
   * @param beyond of the changed values those outside the other's interval
   */
  record Indicator(
      String indicator,
      String level,
      int equal,
      int interval,
      int value,
      int word,
      int onlyBefore,
      int onlyNow,
      int beyond) {}

  /** A value that differs. */
  record Value(
      String unit,
      String period,
      String indicator,
      String outcome,
      Double before,
      Double beforeLow,
      Double beforeHigh,
      String beforeStatus,
      Double now,
      Double nowLow,
      Double nowHigh,
      String nowStatus,
      Double size,
      Boolean beyond,
      String because) {}

  /**
   * How many ranks of a group in a period under a weighting became what.
   *
   * @param differ those that moved, or whose class changed
   */
  record Group(
      String group,
      String period,
      String weighting,
      int both,
      int moved,
      int beyond,
      int classed,
      int differ,
      int onlyBefore,
      int onlyNow) {}

  /** A rank or class that differs; of the states {@code before} and {@code now} in full. */
  record Rank(
      String group,
      String unit,
      String period,
      String weighting,
      Integer before,
      Integer beforeLow,
      Integer beforeHigh,
      String beforeClass,
      Integer now,
      Integer nowLow,
      Integer nowHigh,
      String nowClass,
      String because) {}
}
