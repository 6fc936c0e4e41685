package org.cityeval.serve;

import java.util.ArrayList;
import java.util.List;

/** A pattern of JDBC's metadata calls: % stands for anything, _ for one character. */
final class LikePattern {
  private static final int ANYTHING = -1;
  private static final int ONE = -2;

  private final List<Integer> parts = new ArrayList<>();

  /**
   * @param pattern a backslash takes the meaning from what follows
   */
  LikePattern(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        i++;
        parts.add((int) Character.toLowerCase(pattern.charAt(i)));
      } else {
        parts.add(c == '%' ? ANYTHING : c == '_' ? ONE : (int) Character.toLowerCase(c));
      }
    }
  }

  /** Whether the whole name fits; upper and lower case are the same. */
  boolean fits(String name) {
    // Goes back to the last % alone, so that no pattern takes long.
    int part = 0;
    int afterStar = -1;
    int triedFrom = 0;
    int at = 0;
    while (at < name.length()) {
      if (part < parts.size() && parts.get(part) == ANYTHING) {
        part++;
        afterStar = part;
        triedFrom = at;
      } else if (part < parts.size() && fits(parts.get(part), name.charAt(at))) {
        part++;
        at++;
      } else if (afterStar >= 0) {
        part = afterStar;
        triedFrom++;
        at = triedFrom;
      } else {
        return false;
      }
    }
    while (part < parts.size() && parts.get(part) == ANYTHING) {
      part++;
    }
    return part == parts.size();
  }

  private static boolean fits(int part, char c) {
    return part == ONE || part == Character.toLowerCase(c);
  }
}
