package org.cityeval.lake;

import static org.apache.spark.sql.functions.instr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.substring_index;

import java.util.Locale;
import org.apache.spark.sql.Column;

/** What can keep a record of a file from being read at all. */
public enum Damage {
  /** A quote is opened and not closed in the line. */
  OPEN_QUOTE,
  /** The last line of a file has no end, and its last cell is shorter than others above it. */
  CUT_SHORT,
  /** Bytes that the declared encoding has no character for. */
  WRONG_ENCODING,
  /** More or fewer cells than the heading. */
  CELL_COUNT,
  /** A cell or a record beyond what a table holds. */
  CELL_TOO_LONG,
  /** A line that is not a JSON object. */
  MALFORMED_JSON;

  private static final String SEPARATOR = ": ";
  private static final String IS = " is ";

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What {@link Provenance#MALFORMED} holds of a record with the damage. */
  String told(String found) {
    return code() + SEPARATOR + found;
  }

  /** What {@link Provenance#MALFORMED} holds of a record that is damaged in one cell. */
  String told(String column, String cell) {
    return told(column + IS + cell);
  }

  /** Whether a record has this damage in a column. */
  public boolean isOf(String malformed, String column) {
    return malformed.startsWith(told(column, ""));
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
