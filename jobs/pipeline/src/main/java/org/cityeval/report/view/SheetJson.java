package org.cityeval.report.view;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sheet as JSON: {@code columns}, {@code words} and {@code rows}. A column of words holds the
 * numbers of its words, each of which stands there once; a page of many rows is half as heavy.
 */
final class SheetJson extends JsonSerializer<Sheet> {

  @Override
  public void serialize(Sheet sheet, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    Map<Integer, Map<String, Integer>> words = new LinkedHashMap<>();
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> row : sheet.rows()) {
      List<Object> numbered = new ArrayList<>();
      for (int column = 0; column < row.size(); column++) {
        Object cell = row.get(column);
        if (cell instanceof String word) {
          Map<String, Integer> known = words.computeIfAbsent(column, k -> new LinkedHashMap<>());
          numbered.add(known.computeIfAbsent(word, k -> known.size()));
        } else {
          numbered.add(cell);
        }
      }
      rows.add(numbered);
    }
    Map<String, List<String>> named = new LinkedHashMap<>();
    words.forEach(
        (column, known) -> named.put(sheet.columns().get(column), List.copyOf(known.keySet())));
    out.writeStartObject();
    provider.defaultSerializeField("columns", sheet.columns(), out);
    provider.defaultSerializeField("words", named, out);
    provider.defaultSerializeField("rows", rows, out);
    out.writeEndObject();
  }
}
