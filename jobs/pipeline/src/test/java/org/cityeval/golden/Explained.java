package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code explain --format json} says of a value, and nothing else, for one to redo it. */
record Explained(JsonNode json) {

  static Explained parse(String text) {
    try {
      return new Explained(new ObjectMapper().readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not JSON: " + text, e);
    }
  }

  double value() {
    return json.get("value").doubleValue();
  }

  boolean ofCity() {
    return json.get("level").asText().equals("city");
  }

  String districtId() {
    return json.get("district_id").asText();
  }

  JsonNode parameters(String group) {
    return json.get("parameters").get(group);
  }

  double residents(String districtId) {
    return json.get("population").get(districtId).doubleValue();
  }

  /** A daily input of each district the explanation holds; {@code NaN} where not observed. */
  Map<String, double[]> daily(String quantity) {
    Map<String, List<Double>> found = new TreeMap<>();
    for (Iterator<JsonNode> days = json.get("inputs").elements(); days.hasNext(); ) {
      JsonNode day = days.next();
      assertThat(day.has(quantity)).as("an input %s", quantity).isTrue();
      JsonNode value = day.get(quantity);
      found
          .computeIfAbsent(day.get("district_id").asText(), id -> new ArrayList<>())
          .add(value.isNull() ? Double.NaN : value.doubleValue());
    }
    Map<String, double[]> daily = new TreeMap<>();
    found.forEach(
        (id, values) -> daily.put(id, values.stream().mapToDouble(Double::doubleValue).toArray()));
    return daily;
  }

  /** How many of a district's days come before the period. */
  int leadDays() {
    String first = json.get("first_day").asText();
    int days = 0;
    for (JsonNode day : json.get("inputs")) {
      boolean own = day.get("district_id").asText().equals(districtId());
      days += own && day.get("date").asText().compareTo(first) < 0 ? 1 : 0;
    }
    return days;
  }

  /** The own daily input of the district, or the city, that the value is of. */
  double[] own(String quantity) {
    return daily(quantity).get(districtId());
  }

  /** The inputs as they come. */
  Iterable<JsonNode> inputs() {
    return json.get("inputs");
  }

  List<String> neighbours(String districtId) {
    return List.of(json.get("neighbours").get(districtId).asText().split(";"));
  }

  /** The districts the value is of: its own, or all of the city. */
  List<String> districts() {
    return ofCity() ? residentIds() : List.of(districtId());
  }

  private List<String> residentIds() {
    List<String> ids = new ArrayList<>();
    json.get("population").fieldNames().forEachRemaining(ids::add);
    return ids;
  }
}
