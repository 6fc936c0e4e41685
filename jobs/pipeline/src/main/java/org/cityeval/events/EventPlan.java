package org.cityeval.events;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import org.cityeval.events.cell.Feed;
import org.cityeval.ingest.Reason;

/**
 * How the columns of a batch of events are to be read.
 *
 * @param columns where in the batch they stand
 * @param date what tells the day
 * @param zone whose days instants belong to
 * @param asOf the day of publication of all events since 1970, where no column tells it, or {@link
 *     CellKey#NO_DAY}
 * @param unknownDistrict what becomes of an event whose district is not on the list
 * @param feeds the measures
 */
record EventPlan(
    String sourceId,
    Places columns,
    DateType date,
    ZoneId zone,
    int asOf,
    Reason unknownDistrict,
    List<Feed> feeds)
    implements Serializable {

  /** There is no such column. */
  static final int NONE = -1;

  /** What tells the day. */
  enum DateType {
    /** The day itself. */
    DATE,
    /** Microseconds since 1970 in UTC. */
    INSTANT,
    /** The same on the wall. */
    WALL_TIME,
    /** ISO 8601. */
    TEXT
  }

  /**
   * Where columns stand.
   *
   * @param path of the file; {@link #NONE}: the scan tells it
   * @param reasons the first of those that hold {@link PackedReasons}; {@link #NONE}: values speak
   *     for themselves
   * @param district a number or a text
   * @param date as {@link #date()} says
   * @param asOf a day, or {@link #NONE}
   * @param values of each measure, or {@link #NONE}
   */
  record Places(int path, int reasons, int district, int date, int asOf, List<Integer> values)
      implements Serializable {}
}
