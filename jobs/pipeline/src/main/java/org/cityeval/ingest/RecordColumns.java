package org.cityeval.ingest;

/** Columns of records on their way from the lake to silver. */
final class RecordColumns {
  static final String SOURCE_ID = "source_id";
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

  private RecordColumns() {}
}
