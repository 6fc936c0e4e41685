package org.cityeval.events;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import org.cityeval.ingest.Reason;

/**
 * How the columns of {@link EventColumns} are to be read.
 *
 * @param district what names the district
 * @param date what tells the day
 * @param zone whose days instants belong to
 * @param unknownDistrict what becomes of an event whose district is not on the list
 * @param feeds the measures, in the order of their columns
 */
record EventPlan(
    String sourceId,
    DistrictType district,
    DateType date,
    ZoneId zone,
    Reason unknownDistrict,
    List<Feed> feeds)
    implements Serializable {

  /** What names the district. */
  enum DistrictType {
    LONG,
    TEXT
  }

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
}
