package org.cityeval.lake;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The columns that one file of a source has.
 *
 * @param file its label
 * @param columns names as the file writes them, those that stand once; its folders' too
 * @param twice names that stand more than once, upper and lower case alike, with their places from
 *     1
 */
public record FileHeadings(String file, List<String> columns, Map<String, List<Integer>> twice) {
  public FileHeadings {
    columns = List.copyOf(columns);
    Map<String, List<Integer>> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    places.putAll(twice);
    twice = Collections.unmodifiableMap(places);
  }

  /** Whether the file has a column, however it is spelt in upper and lower case. */
  public boolean holds(String column) {
    TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(columns);
    return names.contains(column) || twice.containsKey(column);
  }
}
