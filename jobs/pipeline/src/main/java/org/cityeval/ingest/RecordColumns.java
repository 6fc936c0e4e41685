package org.cityeval.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.spec.Keys;

/** Columns of records on their way from the lake to silver. */
public final class RecordColumns {
  public static final String SOURCE_ID = Keys.SOURCE_ID.name();
  public static final String POSITION = "position";
  public static final String MEASURE = Keys.MEASURE.name();
  public static final String DISTRICT = Keys.DISTRICT_ID.name();
  public static final String CITY = Keys.CITY_ID.name();
  public static final String DATE = Keys.DATE.name();
  public static final String AS_OF = Keys.AS_OF.name();
  public static final String TEXT = "value_text";
  public static final String VALUE = "value";
  public static final String REASON = QuarantineTable.REASON_CODE.name();
  public static final String DETAIL = "reason";
  public static final String RECORD = "record";

  /** Label of the lake's file; null for what many files add up to. */
  public static final String FILE = "file";

  /** Whether it stands for a refused record. */
  public static final String MENDED = "mended";

  /** Records of the lake behind a value. */
  public static final String RECORDS = "records";

  /** Heading of a column that is one of several of a district; null elsewhere. */
  public static final String COLUMN = "column";

  /** Columns that the number of the district is the sum of. */
  public static final String COLUMNS = "columns";

  /** How it was made of parts, {@code parts_added} or {@code parts_averaged}; null elsewhere. */
  public static final String JOINED = "joined";

  private RecordColumns() {}

  /** Whether the record is refused. */
  public static Column isRefused() {
    return col(REASON)
        .isin(
            Arrays.stream(Reason.values())
                .filter(reason -> reason.outcome() == Outcome.QUARANTINED)
                .map(Reason::code)
                .toArray());
  }

  /** What a record says, as JSON, where its whole row is not at hand. */
  static Column told() {
    return to_json(struct(col(DISTRICT), col(DATE), col(MEASURE), col(TEXT)));
  }
}
