package org.cityeval.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** Published rows of Riverton, and how tests read their cells. */
final class RivertonRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RivertonRows() {}

  static List<Map<String, String>> query(String statement) {
    return Commands.query(Riverton.warehouse(), statement);
  }

  /** Cells of a row as one text. */
  static String key(Map<String, String> row, String... columns) {
    StringBuilder key = new StringBuilder();
    for (String column : columns) {
      key.append(row.get(column)).append('|');
    }
    return key.toString();
  }

  static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  /** A cell that holds names with numbers in JSON. */
  static Map<String, Double> numbers(Map<String, String> row, String column) {
    return read(row.get(column), new TypeReference<>() {});
  }

  static Map<String, Object> object(String json) {
    return read(json, new TypeReference<>() {});
  }

  static double sum(Map<String, Double> numbers) {
    return numbers.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** By data-samples/riverton/districts.csv. */
  static double residents(Map<String, String> row) {
    return switch (row.get("district_id")) {
      case "R1" -> 400_000;
      case "R2" -> 200_000;
      case "R3", "R4" -> 150_000;
      case "R5" -> 100_000;
      default -> 1_000_000;
    };
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json, e);
    }
  }
}
