package org.cityeval.source;

import static org.apache.spark.sql.functions.trim;

import org.apache.spark.sql.Column;

/** The text of cells, without the blanks around it that spreadsheets and web pages leave. */
public final class CellText {
  /** Space, tab, line breaks; no-break, full-width and zero-width space; byte-order mark. */
  private static final String BLANKS = " \t\r\n\u00a0\u3000\u200b\ufeff";

  private CellText() {}

  /** The text without blanks at its ends. */
  public static Column stripped(Column text) {
    return trim(text, BLANKS);
  }

  /** The text without blanks at its ends. */
  static String stripped(String text) {
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
