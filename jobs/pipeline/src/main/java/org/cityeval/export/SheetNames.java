package org.cityeval.export;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of the sheets of one workbook. Excel opens no file in which one is longer than 31
 * characters or holds a character that its formulas use. Nor may one stand there twice, in any case
 * of letters.
 */
final class SheetNames {
  private static final int LONGEST = 31;

  private final Set<String> taken = new HashSet<>();

  SheetNames() {
    // Excel keeps this name for itself.
    taken.add("history");
  }

  /** A name like this one that is allowed and not taken yet; it is taken from then on. */
  String of(String wanted) {
    String plain = wanted.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", "-");
    // An apostrophe may stand within a name, and not at its ends.
    plain = plain.replaceAll("^'|'$", "-");
    String base = plain.isBlank() ? "sheet" : plain;
    String name = shortened(base, "");
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = shortened(base, " (" + i + ")");
    }
    return name;
  }

  private static String shortened(String base, String suffix) {
    int end = Math.min(base.length(), LONGEST - suffix.length());
    boolean splits =
        end > 0 && end < base.length() && Character.isHighSurrogate(base.charAt(end - 1));
    return base.substring(0, splits ? end - 1 : end).replaceAll("'$", "-") + suffix;
  }
}
