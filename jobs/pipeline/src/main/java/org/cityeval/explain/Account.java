package org.cityeval.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cityeval.table.spec.TableJson;

/**
 * How a score or a rank came about.
 *
 * @param title what is told, in a line
 * @param facts by name
 * @param sections rows under their titles; the first is the main one
 */
public record Account(String title, Map<String, Object> facts, List<Section> sections) {

  /** Rows under a title. */
  public record Section(String title, List<String> columns, List<List<Object>> rows) {
    private List<Map<String, Object>> objects() {
      List<Map<String, Object>> objects = new ArrayList<>();
      for (List<Object> row : rows) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          object.put(columns.get(i), row.get(i));
        }
        objects.add(object);
      }
      return objects;
    }
  }

  /** All of it as one JSON object. */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>(facts);
    sections.forEach(section -> all.put(section.title().replace(' ', '_'), section.objects()));
    return TableJson.write(all);
  }
}
