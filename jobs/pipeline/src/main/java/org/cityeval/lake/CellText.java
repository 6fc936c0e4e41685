package org.cityeval.lake;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.functions.MethodColumn;

/** The text of cells, without the blanks around it that spreadsheets and web pages leave. */
public final class CellText {
  /** Space, tab, line breaks; no-break, full-width and zero-width space; byte-order mark. */
  private static final String BLANKS = " \t\r\n\u00a0\u3000\u200b\ufeff";

  private static final UTF8String ALL = UTF8String.fromString(BLANKS);

  private CellText() {}

  /** The text without blanks at its ends. */
  public static Column stripped(Column text) {
    // Spark's own function looks at every blank of the set, of every text.
    return MethodColumn.askForValue(CellText.class, "stripped", DataTypes.StringType, text);
  }

  /** The text without blanks at its ends, as the engine holds it. */
  public static UTF8String stripped(UTF8String text) {
    int bytes = text.numBytes();
    // Most texts begin and end with a plain letter.
    return bytes == 0 || (isLetter(text.getByte(0)) && isLetter(text.getByte(bytes - 1)))
        ? text
        : text.trim(ALL);
  }

  private static boolean isLetter(byte ascii) {
    return ascii > ' ';
  }

  /** The text without blanks at its ends. */
  public static String stripped(String text) {
    int first = 0;
    int end = text.length();
    while (first < end && BLANKS.indexOf(text.charAt(first)) >= 0) {
      first++;
    }
    while (end > first && BLANKS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(first, end);
  }
}
