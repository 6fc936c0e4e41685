package org.cityeval.ingest;

import static org.apache.spark.sql.functions.udf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.place.Spelling;
import org.cityeval.problem.NearestName;

/**
 * Tells which known spelling an unknown one is nearest to. Names only: two codes that differ in a
 * digit have nothing in common.
 */
final class NearestSpelling implements UDF1<String, String> {
  /** A Chinese name of two characters, or four letters. */
  private static final int FEWEST_BYTES = 4;

  private static final int MOST_REMEMBERED = 10_000;

  private final List<String> names;
  private transient Map<String, String> hints;

  private NearestSpelling(Collection<String> spellings) {
    this.names = new ArrayList<>(spellings.stream().filter(NearestSpelling::isName).toList());
  }

  /** A function of the spelling, which gives a hint in brackets or an empty text; null of null. */
  static UserDefinedFunction hint(Collection<String> spellings) {
    return udf(new NearestSpelling(spellings), DataTypes.StringType);
  }

  @Override
  public synchronized String call(String spelling) {
    if (spelling == null) {
      return null;
    }
    // A wrong spelling comes again with every row; the search is worth keeping.
    if (hints == null || hints.size() >= MOST_REMEMBERED) {
      hints = new HashMap<>();
    }
    return hints.computeIfAbsent(spelling, this::search);
  }

  private String search(String spelling) {
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
