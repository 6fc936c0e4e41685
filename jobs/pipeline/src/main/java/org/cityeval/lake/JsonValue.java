package org.cityeval.lake;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A value of JSON: its text where it is a number, a text or a truth value, or else a map, a list,
 * or null. Texts are kept as written.
 */
final class JsonValue {
  private final Object value;
  private final String key;

  /** A number, a text or a truth. */
  private record Scalar(String text, boolean isText) {}

  private JsonValue(Object value, String key) {
    this.value = value;
    this.key = key;
  }

  /** Reads the value whose first token the parser stands at, and stops at its last. */
  static JsonValue of(JsonParser parser) throws IOException {
    String[] twice = new String[1];
    Object value = value(parser, twice);
    return new JsonValue(value, twice[0]);
  }

  boolean isObject() {
    return value instanceof Map;
  }

  /** A key that stands twice in one object, upper and lower case alike; null if none does. */
  String keyTwice() {
    return key;
  }

  private static Object value(JsonParser parser, String[] twice) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new JsonParseException(parser, "Nothing is there");
    }
    return switch (token) {
      case START_OBJECT -> object(parser, twice);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser, twice));
        }
        yield list;
      }
      case VALUE_NULL -> null;
      case VALUE_STRING -> new Scalar(parser.getText(), true);
      default -> new Scalar(parser.getText(), false);
    };
  }

  private static Map<String, Object> object(JsonParser parser, String[] twice) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    TreeSet<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (name == null) {
        throw new JsonParseException(parser, "The object is not closed");
      }
      parser.nextToken();
      twice[0] = keys.add(name) ? twice[0] : name;
      object.put(name, value(parser, twice));
    }
    return object;
  }

  /** The type that holds it: text, or structs and arrays of text; {@link NullType} where null. */
  DataType type() {
    return type(value);
  }

  private static DataType type(Object value) {
    if (value instanceof Map<?, ?> map) {
      StructType struct = new StructType();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        struct = struct.add((String) entry.getKey(), type(entry.getValue()));
      }
      return struct;
    }
    if (value instanceof List<?> list) {
      DataType element = DataTypes.NullType;
      for (Object one : list) {
        element = merged(element, type(one));
      }
      return DataTypes.createArrayType(element);
    }
    return value == null ? DataTypes.NullType : DataTypes.StringType;
  }

  /** The type that holds what both hold; keys are alike in upper and lower case. */
  static DataType merged(DataType one, DataType other) {
    if (one instanceof NullType || one.equals(other)) {
      return other;
    }
    if (other instanceof NullType) {
      return one;
    }
    if (one instanceof StructType struct && other instanceof StructType more) {
      Map<String, StructField> fields = new LinkedHashMap<>();
      for (StructField field : struct.fields()) {
        fields.put(lower(field.name()), field);
      }
      for (StructField field : more.fields()) {
        fields.merge(
            lower(field.name()),
            field,
            (first, second) ->
                DataTypes.createStructField(
                    first.name(), merged(first.dataType(), second.dataType()), true));
      }
      return new StructType(fields.values().toArray(StructField[]::new));
    }
    if (one instanceof ArrayType array && other instanceof ArrayType more) {
      return DataTypes.createArrayType(merged(array.elementType(), more.elementType()));
    }
    return DataTypes.StringType;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The type with text where nothing was ever held. */
  static DataType whole(DataType type) {
    if (type instanceof StructType struct && struct.fields().length > 0) {
      StructType whole = new StructType();
      for (StructField field : struct.fields()) {
        whole = whole.add(field.name(), whole(field.dataType()));
      }
      return whole;
    }
    return type instanceof ArrayType array
        ? DataTypes.createArrayType(whole(array.elementType()))
        : DataTypes.StringType;
  }

  /** What a row of Spark's holds of it in a column of a type that {@link #merged} gave. */
  Object in(DataType type) {
    return in(value, type);
  }

  private static Object in(Object value, DataType type) {
    if (value == null) {
      return null;
    }
    if (type instanceof StructType struct && value instanceof Map<?, ?> map) {
      return RowFactory.create(values(map, struct));
    }
    if (type instanceof ArrayType array && value instanceof List<?> list) {
      return list.stream().map(one -> in(one, array.elementType())).toArray();
    }
    return value instanceof Scalar scalar ? scalar.text() : json(value);
  }

  private static Object[] values(Map<?, ?> map, StructType struct) {
    Map<String, Object> byName = new HashMap<>();
    map.forEach((name, value) -> byName.put(lower((String) name), value));
    Object[] values = new Object[struct.fields().length];
    for (int i = 0; i < values.length; i++) {
      StructField field = struct.fields()[i];
      values[i] = in(byName.get(lower(field.name())), field.dataType());
    }
    return values;
  }

  /** The values of an object in the columns of a type. */
  Object[] values(StructType type) {
    return values((Map<?, ?>) value, type);
  }

  /** As JSON, in one line. */
  String json() {
    return json(value);
  }

  private static String json(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> quoted((String) entry.getKey()) + ":" + json(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(JsonValue::json).collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof Scalar scalar
        ? scalar.isText() ? quoted(scalar.text()) : scalar.text()
        : "null";
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
