package org.cityeval.requests;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import org.apache.spark.sql.Column;
import org.cityeval.ingest.RecordColumns;

/** Columns that records of requests have beside those of every record. */
final class RequestColumns {
  static final String REQUEST_ID = "request_id";
  static final String OPENED = "opened";
  static final String ASSIGNED = "assigned";
  static final String CLOSED = "closed";
  static final String KNOWN_UNTIL = "known_until";
  static final String AGENCY = "agency";
  static final String LEVEL = "level";
  static final String CHANNEL = "channel";
  static final String AGENCIES = "agencies";
  static final String HAND_OFFS = "hand_offs";

  /** What stands in the place of a measure where records are counted and hashed. */
  static final String KIND = "service_request";

  private RequestColumns() {}

  /** All that a request says, as JSON: equal for records that say the same. */
  static Column told() {
    return to_json(
        struct(
            col(REQUEST_ID),
            col(RecordColumns.DISTRICT),
            col(OPENED),
            col(ASSIGNED),
            col(CLOSED),
            col(AGENCY),
            col(LEVEL),
            col(CHANNEL),
            col(AGENCIES),
            col(HAND_OFFS)));
  }
}
