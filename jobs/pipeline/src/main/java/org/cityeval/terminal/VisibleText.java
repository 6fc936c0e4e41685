package org.cityeval.terminal;

import java.util.Locale;

/**
 * Which characters a terminal obeys instead of showing them, and how they are shown: as {@code
 * \}{@code u001b}, which is an escape of JSON too. They are the controls C0, DEL and C1 (ECMA-48),
 * among them what begins an ANSI sequence. They are also those that turn the order of letters or
 * break lines (Unicode Standard Annex 9, section 2).
 */
public final class VisibleText {
  private VisibleText() {}

  /** Whether a terminal would obey the character. Line feed and tab are such, too. */
  static boolean isObeyed(int point) {
    return point < 0x20
        || (point >= 0x7F && point <= 0x9F)
        || point == 0x061C
        || point == 0x200E
        || point == 0x200F
        || (point >= 0x2028 && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069);
  }

  static String escaped(int point) {
    return String.format(Locale.ROOT, "\\u%04x", point);
  }

  /** A text from data on one line: breaks and tabs are blanks, all else that is obeyed is shown. */
  public static String onOneLine(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.replaceAll("[\r\n\t]+", " ")
        .codePoints()
        .forEach(
            point -> {
              if (isObeyed(point)) {
                shown.append(escaped(point));
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }
}
