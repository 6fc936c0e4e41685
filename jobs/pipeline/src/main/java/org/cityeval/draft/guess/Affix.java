package org.cityeval.draft.guess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cityeval.draft.sample.ColumnProfile;
import org.cityeval.draft.sample.DistrictCodes;

/** What a file writes around the names of districts: {@code London Borough of}, {@code County}. */
public record Affix(String before, String after) {
  private static final int FEWEST = 2;
  private static final int SHORTEST_NAME = 4;
  private static final int LONGEST_NAME = 60;

  /**
   * What stands around spellings in a column, the most frequent first. One that stands once is
   * believed beside one that stands often: City of, among London Borough of.
   */
  static List<Affix> find(ColumnProfile column, Set<String> spellings) {
    Map<Affix, Integer> found = new LinkedHashMap<>();
    for (String text : column.distinct()) {
      if (!spellings.contains(DistrictCodes.plain(text))) {
        around(text, spellings).forEach(affix -> found.merge(affix, 1, Integer::sum));
      }
    }
    if (found.values().stream().noneMatch(times -> times >= FEWEST)) {
      return List.of();
    }
    return found.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<Affix, Integer> entry) -> -entry.getValue())
                .thenComparing(entry -> entry.getKey().shown()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many values of a column are spellings, as they are or with what stands around them. */
  static int spelt(ColumnProfile column, Set<String> spellings) {
    List<Affix> affixes = find(column, spellings);
    return (int)
        column.distinct().stream()
            .filter(
                text ->
                    spellings.contains(DistrictCodes.plain(text))
                        || around(text, spellings).stream().anyMatch(affixes::contains))
            .count();
  }

  private static List<Affix> around(String text, Set<String> spellings) {
    List<Affix> affixes = new ArrayList<>();
    if (text.length() > LONGEST_NAME) {
      return affixes;
    }
    for (int from = 0; from < text.length(); from++) {
      if (from > 0 && text.charAt(from - 1) != ' ') {
        continue;
      }
      for (int to = text.length(); to >= from + SHORTEST_NAME; to--) {
        boolean atEnd = to == text.length() || text.charAt(to) == ' ';
        if (atEnd && spellings.contains(DistrictCodes.plain(text.substring(from, to)))) {
          affixes.add(new Affix(text.substring(0, from), text.substring(to)));
        }
      }
    }
    return affixes;
  }

  String shown() {
    return before + "..." + after;
  }

  /** The spelling as an SQL expression over a column of names. */
  public String around(String name) {
    return "concat("
        + (before.isEmpty() ? "" : Sql.text(before) + ", ")
        + name
        + (after.isEmpty() ? "" : ", " + Sql.text(after))
        + ")";
  }
}
