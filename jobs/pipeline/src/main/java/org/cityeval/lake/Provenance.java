package org.cityeval.lake;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Columns that say where a row of the lake stands; config expressions may use {@code _path}. */
public final class Provenance {
  /** Full path of the file. */
  public static final String PATH = "_path";

  /** The file's path below what the config names. */
  public static final String FILE = "_file";

  /** Line or row number within the file, as text; null where the format has none. */
  public static final String LINE = "_line";

  /** Why the row could not be read; null for a good row. */
  public static final String MALFORMED = "_malformed";

  /** The text of a row that could not be read. */
  public static final String RAW = "_raw";

  public static final List<String> COLUMNS = List.of(PATH, FILE, LINE, MALFORMED, RAW);

  private Provenance() {}

  static StructType addTo(StructType schema) {
    StructType extended = schema;
    for (String column : COLUMNS) {
      extended = extended.add(column, DataTypes.StringType);
    }
    return extended;
  }
}
