package org.cityeval.report.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cityeval.table.spec.TableJson;

/** The parameters in force as a reader knows them: what each is, and its values. */
final class ParameterLines {
  private ParameterLines() {}

  /**
   * A line for each parameter, by the names they have in the tables.
   *
   * @param all JSON, as values keep it; several where an evaluation has several
   */
  static List<Sections.Line> of(List<String> all) {
    Map<String, Set<String>> byPath = new TreeMap<>();
    all.forEach(json -> flatten("", TableJson.read(json), byPath));
    return byPath.entrySet().stream()
        .map(
            entry ->
                new Sections.Line(
                    Words.en("parameter", entry.getKey()),
                    List.of(String.join("; or ", entry.getValue()))))
        .toList();
  }

  private static void flatten(String path, Map<?, ?> values, Map<String, Set<String>> byPath) {
    values.forEach(
        (key, value) -> {
          String here = path.isEmpty() ? String.valueOf(key) : path + "." + key;
          if (value instanceof Map<?, ?> nested) {
            flatten(here, nested, byPath);
          } else {
            byPath.computeIfAbsent(here, k -> new TreeSet<>()).add(shown(value));
          }
        });
  }

  private static String shown(Object value) {
    if (value == null || value.equals("")) {
      return "not set";
    }
    if (value instanceof Boolean is) {
      return Words.en("truth", is.toString());
    }
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    String text = String.valueOf(value);
    return text.matches("[A-Z]+") ? Words.en("scope", text.toLowerCase(Locale.ROOT)) : text;
  }
}
