package org.cityeval.place;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cityeval.problem.NearestName;

/**
 * Tells which known spelling an unknown one is nearest to. Names only: two codes that differ in a
 * digit have nothing in common.
 */
public final class NearestSpelling implements Serializable {
  /** A Chinese name of two characters, or four letters. */
  private static final int FEWEST_BYTES = 4;

  private final List<String> names;

  public NearestSpelling(Collection<String> spellings) {
    this.names = new ArrayList<>(spellings.stream().filter(NearestSpelling::isName).toList());
  }

  /** A hint in brackets, or an empty text. The search looks at every name. */
  public String hint(String spelling) {
    return isName(spelling)
        ? NearestName.find(Spelling.normal(spelling), names)
            .map(near -> " (nearest: " + near + ")")
            .orElse("")
        : "";
  }

  private static boolean isName(String spelling) {
    return spelling.getBytes(StandardCharsets.UTF_8).length >= FEWEST_BYTES
        && spelling.codePoints().anyMatch(Character::isLetter);
  }
}
