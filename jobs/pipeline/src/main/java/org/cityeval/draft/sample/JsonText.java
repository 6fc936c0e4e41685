package org.cityeval.draft.sample;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at JSON: objects a line or in one array, or polygons. */
final class JsonText {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MOST_OBJECTS = 50_000;

  private JsonText() {}

  static Looked look(Path file, String path) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    boolean whole = true;
    try (InputStream in = TextStream.open(file);
        JsonParser parser = MAPPER.createParser(in)) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY) {
        token = parser.nextToken();
      }
      for (; token == JsonToken.START_OBJECT; token = parser.nextToken()) {
        objects.add(MAPPER.readTree(parser));
        if (objects.size() == MOST_OBJECTS) {
          whole = false;
          break;
        }
      }
    }
    if (objects.isEmpty()) {
      return new PassedOver(path, "it holds no JSON objects");
    }
    JsonNode first = objects.get(0);
    if (first.path("features").isArray()) {
      return polygons(path, first);
    }
    if (objects.size() == 1) {
      return new PassedOver(path, "one JSON object: a description rather than records");
    }
    return table(path, objects, whole);
  }

  private static PolygonFile polygons(String path, JsonNode collection) {
    Map<String, Set<String>> ids = new LinkedHashMap<>();
    for (JsonNode feature : collection.path("features")) {
      if (feature.has("id")) {
        ids.computeIfAbsent("id", id -> new LinkedHashSet<>()).add(feature.path("id").asText());
      }
      feature
          .path("properties")
          .properties()
          .forEach(
              property ->
                  ids.computeIfAbsent(property.getKey(), name -> new LinkedHashSet<>())
                      .add(property.getValue().asText()));
    }
    return new PolygonFile(path, collection.path("features").size(), ids);
  }

  private static FileSample table(String path, List<JsonNode> objects, boolean whole) {
    Set<String> names = new LinkedHashSet<>();
    objects.forEach(object -> object.fieldNames().forEachRemaining(names::add));
    List<String> columns = List.copyOf(names);
    List<String[]> rows = new ArrayList<>(objects.size());
    for (JsonNode object : objects) {
      String[] row = new String[columns.size()];
      for (int i = 0; i < row.length; i++) {
        JsonNode value = object.path(columns.get(i));
        row[i] = value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
      }
      rows.add(row);
    }
    return new FileSample(
        path, FileSample.Notation.binary("json"), columns, rows, objects.size(), whole);
  }
}
