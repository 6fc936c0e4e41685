package org.cityeval.lake;

import static org.apache.spark.sql.functions.char_length;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.unsafe.types.UTF8String;

/** The text of cells, without the blanks around it that spreadsheets and web pages leave. */
public final class CellText {
  /** Space, tab, line breaks; no-break, full-width and zero-width space; byte-order mark. */
  private static final String BLANKS = " \t\r\n\u00a0\u3000\u200b\ufeff";

  private static final UTF8String ALL = UTF8String.fromString(BLANKS);

  private CellText() {}

  /** The text without blanks at its ends. */
  public static Column stripped(Column text) {
    // Spark looks for a set of blanks many times slower than for the space, and plain text is most.
    return when(isPlain(text), trim(text)).otherwise(trim(text, BLANKS));
  }

  /** Whether the text is ASCII, and has no blanks but spaces. */
  public static Column isPlain(Column text) {
    return octet_length(text)
        .equalTo(char_length(text))
        .and(not(text.contains("\t").or(text.contains("\n")).or(text.contains("\r"))));
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
