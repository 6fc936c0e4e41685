package org.cityeval.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import org.apache.spark.sql.Column;

/** Columns of records on their way from the lake to silver. */
final class RecordColumns {
  static final String SOURCE_ID = "source_id";
  static final String FILE = "file";
  static final String POSITION = "position";
  static final String MEASURE = "measure";
  static final String DISTRICT = "district_id";
  static final String CITY = "city_id";
  static final String DATE = "date";
  static final String AS_OF = "as_of";
  static final String TEXT = "value_text";
  static final String VALUE = "value";
  static final String REASON = "reason_code";
  static final String DETAIL = "reason";
  static final String RECORD = "record";
  static final String MENDED = "mended";

  private RecordColumns() {}

  /** What a record says, as JSON, where its whole row is not at hand. */
  static Column told() {
    return to_json(struct(col(DISTRICT), col(DATE), col(MEASURE), col(TEXT)));
  }
}
