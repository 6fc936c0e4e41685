package org.cityeval.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cityeval.table.spec.TableJson;
import org.cityeval.terminal.ShownNumber;
import org.cityeval.terminal.VisibleText;

/**
 * What a value was made from, enough to redo it.
 *
 * @param facts the value, its definition, parameters, parts and versions, by name
 */
public record Explanation(Map<String, Object> facts, Inputs inputs) {
  private static final int SHOWN_ROWS = 10;

  /** All of it as one JSON object. */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>(facts);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<Object> row : inputs.rows()) {
      Map<String, Object> cells = new LinkedHashMap<>();
      for (int i = 0; i < inputs.columns().size(); i++) {
        cells.put(inputs.columns().get(i), row.get(i));
      }
      rows.add(cells);
    }
    all.put("input_table", inputs.table());
    all.put("inputs", rows);
    all.put("inputs_left_out", inputs.leftOut());
    return TableJson.write(all);
  }

  /** For a person: the value first, then how it came about. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        facts.get("indicator_id")
            + " "
            + facts.get("title")
            + ", "
            + facts.get("district_name")
            + " ("
            + facts.get("district_id")
            + "), "
            + facts.get("first_day")
            + " to "
            + facts.get("last_day"));
    line(text, "");
    entry(text, "value", value());
    entry(text, "interval", interval());
    entry(text, "status", facts.get("status") + reason());
    entry(
        text,
        "behind it",
        "n " + shown(facts.get("n")) + ", coverage " + shown(facts.get("coverage")));
    entry(text, "definition", facts.get("definition"));
    entry(text, "formula", facts.get("formula"));
    entry(text, "uncertainty", facts.get("uncertainty"));
    section(text, "numbers in it", facts.get("parts"));
    section(text, "parameters", facts.get("parameters"));
    entry(text, "residents", residents());
    inputs(text);
    entry(text, "sources", facts.get("source_versions"));
    entry(text, "tables", facts.get("table_versions"));
    entry(text, "seed", facts.get("seed"));
    entry(text, "citations", String.join("; ", citations()));
    line(text, "All inputs: --format csv; everything for a script: --format json.");
    return text.toString();
  }

  private String value() {
    Object value = facts.get("value");
    return value == null ? "none" : measured(value) + " " + facts.get("unit");
  }

  private String interval() {
    if (facts.get("ci_method") == null) {
      return "none";
    }
    return bound("ci_low")
        + " to "
        + bound("ci_high")
        + " ("
        + facts.get("ci_method")
        + (facts.get("ci_level") == null ? "" : ", " + shown(facts.get("ci_level")))
        + ")";
  }

  private String bound(String end) {
    return facts.get(end) == null ? "open" : measured(facts.get(end));
  }

  /** A value or a bound, with as many digits as the width of the interval bears. */
  private String measured(Object number) {
    boolean isOpen = facts.get("ci_low") == null || facts.get("ci_high") == null;
    double spread =
        isOpen
            ? Double.NaN
            : ((Number) facts.get("ci_high")).doubleValue()
                - ((Number) facts.get("ci_low")).doubleValue();
    return ShownNumber.within(((Number) number).doubleValue(), spread);
  }

  private String residents() {
    Map<?, ?> names = (Map<?, ?>) facts.get("district_names");
    List<String> districts = new ArrayList<>();
    ((Map<?, ?>) facts.get("population"))
        .forEach(
            (id, population) ->
                districts.add(names.get(id) + " (" + id + ") " + shown(population)));
    return String.join(", ", districts);
  }

  /** What JSON holds, with the numbers in it as a person reads them. */
  private static String shown(Object part) {
    if (part instanceof Double number) {
      return ShownNumber.of(number, ShownNumber.DIGITS);
    }
    if (part instanceof Map<?, ?> parts) {
      List<String> entries = new ArrayList<>();
      parts.forEach((name, of) -> entries.add(name + "=" + shown(of)));
      return "{" + String.join(", ", entries) + "}";
    }
    if (part instanceof List<?> parts) {
      return "[" + String.join(", ", parts.stream().map(Explanation::shown).toList()) + "]";
    }
    return part == null ? "-" : VisibleText.onOneLine(part.toString());
  }

  private String reason() {
    return facts.get("reason") == null ? "" : ": " + facts.get("reason");
  }

  @SuppressWarnings("unchecked")
  private List<String> citations() {
    return (List<String>) facts.get("citations");
  }

  private void inputs(StringBuilder text) {
    long rows = inputs.rows().size() + inputs.leftOut();
    line(text, "inputs: " + rows + " rows of " + inputs.table());
    line(text, "  " + String.join("  ", inputs.columns()));
    inputs.rows().stream()
        .limit(SHOWN_ROWS)
        .forEach(
            row ->
                line(
                    text, "  " + String.join("  ", row.stream().map(Explanation::shown).toList())));
    if (rows > SHOWN_ROWS) {
      line(text, "  ... " + (rows - SHOWN_ROWS) + " more");
    }
  }

  private static void section(StringBuilder text, String title, Object map) {
    line(text, title + ":");
    if (map instanceof Map<?, ?> entries) {
      entries.forEach((name, part) -> line(text, "  " + name + ": " + shown(part)));
    }
  }

  private static void entry(StringBuilder text, String name, Object value) {
    line(text, String.format(Locale.ROOT, "%-12s %s", name, value));
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append(System.lineSeparator());
  }
}
