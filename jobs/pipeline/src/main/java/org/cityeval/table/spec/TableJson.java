package org.cityeval.table.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;

/** Maps as JSON text in a table's column: portable where a MAP type is not. */
public final class TableJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

  private TableJson() {}

  /** The value as JSON, its entries in the order they come in. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not writable as JSON: " + value, e);
    }
  }

  /** The record that was written. */
  public static <T> T read(String json, Class<T> as) {
    try {
      return MAPPER.readValue(json, as);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No " + as.getSimpleName() + ": " + json, e);
    }
  }

  /** The entries of a JSON object. */
  public static Map<String, Object> read(String json) {
    try {
      return MAPPER.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a JSON object: " + json, e);
    }
  }
}
