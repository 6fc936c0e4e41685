package org.cityeval.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads small CSV texts (RFC 4180) whose first record names the columns. */
public final class Csv {
  private Csv() {}

  public static List<Map<String, String>> read(String text) {
    List<List<String>> records = records(text);
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> record : records.subList(1, records.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < record.size(); i++) {
        row.put(records.get(0).get(i), record.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<List<String>> records(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next == '"') {
        // A doubled quote within quotes is one.
        if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append(next);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (next == ',' || next == '\n')) {
        record.add(cell.toString());
        cell.setLength(0);
        if (next == '\n') {
          records.add(record);
          record = new ArrayList<>();
        }
      } else if (quoted || next != '\r') {
        cell.append(next);
      }
    }
    if (!cell.isEmpty() || !record.isEmpty()) {
      record.add(cell.toString());
      records.add(record);
    }
    return records;
  }
}
