package org.cityeval.export;

import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Worksheet;

/**
 * Text as a cell of a workbook holds it: typed as text, so that no program calculates it whatever
 * it begins with. What XML forbids is shown as {@code \}{@code u0001}.
 */
final class XlsxText {
  /**
   * What a cell holds at most, in UTF-16 units; a program that finds more calls the file damaged.
   */
  static final int LONGEST = 32_767;

  private static final String CUT = " … cut here";

  /** Excel reads {@code _x0041_} as the letter A (ECMA-376-1, 22.9.2.19), unless it is escaped. */
  private static final Pattern READ_AS_LETTER = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private XlsxText() {}

  /**
   * Writes a text into a cell.
   *
   * @return whether all of it fits
   */
  static boolean write(Worksheet sheet, int row, int column, String text) {
    String shown = READ_AS_LETTER.matcher(visible(text)).replaceAll("_x005F_");
    boolean fits = shown.length() <= LONGEST;
    String whole = fits ? shown : cut(shown);
    if (!whole.isEmpty() && isBlank(whole, 0, whole.length() - 1)) {
      // Programs strip blanks from plain text in a cell, and keep them in this kind.
      sheet.inlineString(row, column, RichText.builder().run(whole).end().build());
    } else {
      sheet.inlineString(row, column, whole);
    }
    return fits;
  }

  private static boolean isBlank(String text, int first, int last) {
    return Character.isWhitespace(text.charAt(first)) || Character.isWhitespace(text.charAt(last));
  }

  private static String cut(String text) {
    int end = LONGEST - CUT.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
  }

  /** XML 1.0, production 2: these characters and no others. */
  private static String visible(String text) {
    if (text.codePoints().allMatch(XlsxText::isXml)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (isXml(point)) {
                shown.appendCodePoint(point);
              } else {
                shown.append(String.format(Locale.ROOT, "\\u%04x", point));
              }
            });
    return shown.toString();
  }

  private static boolean isXml(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
