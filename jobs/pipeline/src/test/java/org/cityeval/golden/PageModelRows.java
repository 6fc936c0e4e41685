package org.cityeval.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The model that stands in a report's page, read as the page's scripts read it. */
final class PageModelRows {
  private static final String START = "id=\"model\">";

  private PageModelRows() {}

  static JsonNode of(Path file) {
    try {
      String page = Files.readString(file);
      int from = page.indexOf(START) + START.length();
      return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A column of words holds their numbers; what is null at the end of a row is left out. */
  static List<Map<String, String>> rows(JsonNode sheet) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode cells : sheet.path("rows")) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        String column = sheet.path("columns").get(i).textValue();
        JsonNode words = sheet.path("words").path(column);
        JsonNode cell = cells.get(i);
        if (!cell.isNull()) {
          row.put(column, (words.isMissingNode() ? cell : words.get(cell.intValue())).asText());
        }
      }
      rows.add(row);
    }
    return rows;
  }
}
