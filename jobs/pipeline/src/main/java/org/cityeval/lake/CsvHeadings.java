package org.cityeval.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The names that the first line of a CSV file gives its columns. */
public final class CsvHeadings {
  private CsvHeadings() {}

  /**
   * A name for each column. One without a heading is named by its place from 0, as in Spark. One
   * whose heading stands twice, upper and lower case alike, is named by heading and place from 1.
   * So neither is taken for the other, nor for a third.
   */
  public static List<String> names(String[] cells) {
    List<String> written = written(cells);
    Map<String, List<Integer>> places = places(written);
    return IntStream.range(0, written.size())
        .mapToObj(i -> name(written.get(i), i, places))
        .toList();
  }

  private static String name(String heading, int place, Map<String, List<Integer>> places) {
    if (heading.isEmpty()) {
      return "_c" + place;
    }
    return places.get(heading).size() == 1 ? heading : heading + " (column " + (place + 1) + ")";
  }

  private static List<String> written(String[] cells) {
    List<String> written = new ArrayList<>(cells.length);
    for (String cell : cells) {
      written.add(cell == null ? "" : CellText.stripped(cell));
    }
    return written;
  }

  /** Where each heading stands, from 1. */
  private static Map<String, List<Integer>> places(List<String> written) {
    Map<String, List<Integer>> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < written.size(); i++) {
      if (!written.get(i).isEmpty()) {
        places.computeIfAbsent(written.get(i), heading -> new ArrayList<>()).add(i + 1);
      }
    }
    return places;
  }

  /** What the first line of a file gives. */
  public static FileHeadings of(LakeFile file, String[] cells) {
    List<String> once = new ArrayList<>(file.partitions().keySet());
    Map<String, List<Integer>> twice = new TreeMap<>();
    places(written(cells))
        .forEach(
            (heading, places) -> {
              if (places.size() == 1) {
                once.add(heading);
              } else {
                twice.put(heading, places);
              }
            });
    return new FileHeadings(file.label(), once, twice);
  }
}
