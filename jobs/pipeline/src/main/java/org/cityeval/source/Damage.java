package org.cityeval.source;

import static org.apache.spark.sql.functions.instr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.substring_index;

import java.util.Locale;
import org.apache.spark.sql.Column;

/** What can keep a record of a file from being read at all. */
public enum Damage {
  /** An archive is cut, or the file cannot be read on. */
  FILE_BREAKS_OFF,
  /** Bytes that the declared encoding has no character for. */
  WRONG_ENCODING,
  /** More or fewer cells than the heading. */
  CELL_COUNT,
  /** A cell or a record beyond what a table holds, as behind a quote that is never closed. */
  CELL_TOO_LONG,
  /** A line that is not a JSON object. */
  MALFORMED_JSON;

  private static final String SEPARATOR = ": ";

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What {@link Provenance#MALFORMED} holds of a record with the damage. */
  String told(String found) {
    return code() + SEPARATOR + found;
  }

  /** The code of a damage as {@link Provenance#MALFORMED} holds it. */
  public static Column code(Column malformed) {
    return substring_index(malformed, SEPARATOR, 1);
  }

  /** What was found, as {@link Provenance#MALFORMED} holds it. */
  public static Column found(Column malformed) {
    return substring(
        malformed, instr(malformed, SEPARATOR).plus(SEPARATOR.length()), lit(Integer.MAX_VALUE));
  }
}
