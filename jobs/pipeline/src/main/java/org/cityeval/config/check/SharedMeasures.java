package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A measure has one value per district, day and day of publication. Several sources may give it if
 * they are its publications of different days, and state it alike.
 */
final class SharedMeasures {
  /** Where the number stands and what it may be differ from file to file; not what it says. */
  private static final Set<String> OF_THE_FILE = Set.of("value", "range");

  private final Findings findings;
  private final Map<String, Map<String, JsonNode>> sourcesOf = new LinkedHashMap<>();

  SharedMeasures(Findings findings) {
    this.findings = findings;
  }

  /** The measures that the sources seen so far give. */
  Set<String> measures() {
    return sourcesOf.keySet();
  }

  void check(String name, JsonNode source) {
    for (String measure : ConfigRules.names(source.path("measures"))) {
      Map<String, JsonNode> others =
          sourcesOf.computeIfAbsent(measure, first -> new LinkedHashMap<>());
      String key = Findings.child("sources", name) + ".measures." + measure;
      for (Map.Entry<String, JsonNode> other : others.entrySet()) {
        if (!check(key, measure, source, other)) {
          break;
        }
      }
      others.put(name, source);
    }
  }

  /** Whether the two sources may share the measure. */
  private boolean check(
      String key, String measure, JsonNode source, Map.Entry<String, JsonNode> other) {
    Optional<String> asOf = ConfigRules.text(source, "as_of");
    Optional<String> otherAsOf = ConfigRules.text(other.getValue(), "as_of");
    boolean sameDay =
        asOf.isPresent()
            && asOf.flatMap(SharedMeasures::day).isPresent()
            && asOf.flatMap(SharedMeasures::day).equals(otherAsOf.flatMap(SharedMeasures::day));
    if (asOf.isEmpty() || otherAsOf.isEmpty() || sameDay) {
      findings.add(
          key,
          "measure " + measure + " is mapped twice",
          "source "
              + other.getKey()
              + " maps it already; a district-day has one value of a measure per day of publication",
          "keep one of the two, or give each source the as_of it was published on");
      return false;
    }
    JsonNode here = source.path("measures").path(measure);
    JsonNode there = other.getValue().path("measures").path(measure);
    Set<String> names = new TreeSet<>(ConfigRules.names(here));
    names.addAll(ConfigRules.names(there));
    List<String> differing =
        names.stream()
            .filter(name -> !OF_THE_FILE.contains(name))
            .filter(name -> !here.path(name).equals(there.path(name)))
            .toList();
    if (!source.path("region").equals(other.getValue().path("region"))) {
      findings.add(
          key,
          "measure " + measure + " is given of regions and of districts",
          "source " + other.getKey() + " does not speak of the same; neither would give way",
          "give it of one of the two, or of the same regions");
      return false;
    }
    if (!differing.isEmpty()) {
      findings.add(
          Findings.child(key, differing.get(0)),
          measure + " is stated in two ways",
          "source "
              + other.getKey()
              + " has another "
              + String.join(", ", differing)
              + "; one series is made of both",
          "bring the numbers to one form in value");
      return false;
    }
    return true;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException anExpression) {
      return Optional.empty();
    }
  }
}
