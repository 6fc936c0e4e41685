package org.cityeval.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cityeval.table.spec.TableJson;
import org.cityeval.terminal.ShownNumber;
import org.cityeval.terminal.VisibleText;

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

  /** A fact as a person reads it: an estimate has the digits that its interval bears. */
  public String shown(String name) {
    Object fact = facts.get(name);
    if (fact == null) {
      return "none";
    }
    return fact instanceof Double number
        ? ShownNumber.within(number, spread(name))
        : VisibleText.onOneLine(fact.toString());
  }

  /** Width of the interval that a fact is an end or the middle of; {@code NaN} where it is none. */
  private double spread(String name) {
    String of = name.replaceFirst("_(low|high|width|lowest|highest)$", "");
    return facts.get(of + "_low") instanceof Double low
            && facts.get(of + "_high") instanceof Double high
        ? high - low
        : Double.NaN;
  }

  /** All of it as one JSON object. */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>(facts);
    sections.forEach(section -> all.put(section.title().replace(' ', '_'), section.objects()));
    return TableJson.write(all);
  }
}
