package org.cityeval.place;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityeval.lake.CellText;

/**
 * When two spellings are one. They are compared without the blanks around them, without regard to
 * case, and in Unicode's form NFKC. In that form full-width letters and digits are the plain ones.
 */
public final class Spelling {
  private static final Pattern CODE = Pattern.compile("0*([0-9]+)(?:\\.0+)?");

  private Spelling() {}

  /** The form in which spellings are compared. */
  public static String normal(String spelling) {
    return CellText.stripped(Normalizer.normalize(spelling, Normalizer.Form.NFKC))
        .toLowerCase(Locale.ROOT);
  }

  /**
   * All spellings, in the form they are compared in, of what is spelt once.
   *
   * @param width length of codes of digits: they may have lost leading zeros, and gained a {@code
   *     .0}, where a spreadsheet took them for numbers
   */
  static List<String> variants(String spelling, OptionalInt width) {
    String normal = normal(spelling);
    Matcher code = CODE.matcher(normal);
    if (width.isEmpty() || !code.matches() || code.group(1).length() > width.getAsInt()) {
      return List.of(normal);
    }
    List<String> variants = new ArrayList<>();
    String digits = code.group(1);
    for (int length = digits.length(); length <= width.getAsInt(); length++) {
      String padded = "0".repeat(length - digits.length()) + digits;
      variants.add(padded);
      variants.add(padded + ".0");
    }
    return variants;
  }
}
