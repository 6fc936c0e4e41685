package org.cityeval.draft.sample;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The ids of districts, compared as people do: {@code 01001}, {@code 1001} and {@code 1001.0}. */
public final class DistrictCodes {
  public static final Pattern KEY_WORD =
      Pattern.compile(
          "\\b(\\w*id|\\w*\\dcd|\\w*code|\\w*fips|geoid|adcode|district|zone|county|city|ward|borough|region|uid)\\b"
              + "|区|市|县|代码|编码");

  private static final Pattern FLOAT = Pattern.compile("(\\d+)\\.0+");

  private DistrictCodes() {}

  public static String plain(String code) {
    String text = FLOAT.matcher(code.strip()).replaceFirst("$1").toLowerCase(Locale.ROOT);
    return text.matches("\\d+") ? text.replaceFirst("^0+(?=\\d)", "") : text;
  }

  public static Set<String> plain(Collection<String> codes) {
    Set<String> plain = new HashSet<>();
    codes.forEach(code -> plain.add(plain(code)));
    return plain;
  }

  /** How large a part of the first lies in the second. */
  public static double covered(Set<String> first, Set<String> second) {
    return first.isEmpty()
        ? 0
        : (double) first.stream().filter(second::contains).count() / first.size();
  }

  /** How many digits the longest code of digits has; 0 where not all are digits. */
  public static int width(Collection<String> codes) {
    int width = 0;
    for (String code : codes) {
      String whole = FLOAT.matcher(code).replaceFirst("$1");
      if (!whole.matches("\\d+")) {
        return 0;
      }
      width = Math.max(width, whole.length());
    }
    return width;
  }
}
