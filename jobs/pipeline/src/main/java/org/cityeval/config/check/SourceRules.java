package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityeval.series.Family;
import org.cityeval.series.Quantity;
import org.cityeval.series.Unit;

/** How the keys of one source depend on each other. */
final class SourceRules {
  static final List<String> MEASURES = Quantity.measures().stream().map(Quantity::column).toList();

  private static final LocalDate SOME_DAY = LocalDate.of(2020, 11, 24);

  private final Findings findings;
  private final Set<String> baselines;
  private final MergeRules merges;

  SourceRules(Findings findings, Set<String> baselines, MergeRules merges) {
    this.findings = findings;
    this.merges = merges;
    this.baselines = baselines;
  }

  void check(JsonNode source, String key) {
    days(source, key);
    EventRules events = new EventRules(findings, source, key);
    events.source();
    for (Map.Entry<String, JsonNode> measure : source.path("measures").properties()) {
      String at = key + ".measures." + measure.getKey();
      Optional<Quantity> quantity =
          Quantity.find(measure.getKey()).filter(Quantity.measures()::contains);
      if (quantity.isEmpty()) {
        findings.add(
            at,
            "unknown measure `" + measure.getKey() + "`",
            "measures are " + String.join(", ", MEASURES),
            SchemaFindings.nearest(measure.getKey(), MEASURES, "choose one of them"));
      }
      events.measure(measure.getValue(), at);
      merges.measure(measure.getValue(), at, events.isEvents());
      baseline(measure.getValue(), at, quantity);
      quantity.ifPresent(known -> kind(measure.getValue(), at, known));
      range(measure.getValue().path("range"), at + ".range");
    }
  }

  private void days(JsonNode source, String key) {
    String shape = ConfigRules.text(source, "shape").orElse("");
    if (List.of("long", "wide_districts", "events").contains(shape)) {
      required(source, key, "date", shape, "day");
      unwanted(source, key, "date_columns", shape, "a row already says its day: remove it");
    } else if (shape.equals("wide_dates")) {
      required(source, key, "date_columns", shape, "M/d/yy");
      unwanted(source, key, "date", shape, "the headings say the day: remove it");
    }
    ConfigRules.text(source, "date_columns").ifPresent(pattern -> pattern(pattern, key));
  }

  private void required(JsonNode source, String key, String name, String shape, String example) {
    if (!source.has(name)) {
      findings.add(
          Findings.child(key, name),
          "missing key `" + name + "`",
          "shape " + shape + " needs it",
          "add it, such as " + name + ": " + example);
    }
  }

  private void unwanted(JsonNode source, String key, String name, String shape, String fix) {
    if (source.has(name)) {
      findings.add(
          Findings.child(key, name),
          "`" + name + "` does not go with shape " + shape,
          "it would have no effect",
          fix);
    }
  }

  private void pattern(String pattern, String key) {
    String why = "it does not give back year, month and day";
    try {
      DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
      if (LocalDate.parse(format.format(SOME_DAY), format).equals(SOME_DAY)) {
        return;
      }
    } catch (IllegalArgumentException broken) {
      why = broken.getMessage();
    } catch (DateTimeException incomplete) {
      // The reason is the one above.
    }
    findings.add(
        key + ".date_columns",
        "not a date pattern: `" + pattern + "`",
        why,
        "write it like yyyy-MM-dd or M/d/yy");
  }

  private void baseline(JsonNode measure, String key, Optional<Quantity> quantity) {
    Optional<String> name = ConfigRules.text(measure, "baseline");
    boolean countsEnterprises = quantity.filter(q -> q.unit() == Unit.ENTERPRISES).isPresent();
    if (name.isPresent() && !baselines.contains(name.get())) {
      findings.add(
          key + ".baseline",
          "unknown baseline `" + name.get() + "`",
          baselines.isEmpty()
              ? "the config names no baselines"
              : "baselines are " + String.join(", ", baselines),
          SchemaFindings.nearest(name.get(), baselines, "declare it under baselines"));
    } else if (name.isEmpty()
        && !countsEnterprises
        && ConfigRules.text(measure, "kind").filter("level"::equals).isPresent()) {
      findings.add(
          key,
          "kind level without a baseline",
          "a level becomes a change only against a baseline",
          "add baseline: with a name from baselines");
    }
  }

  private void kind(JsonNode measure, String key, Quantity quantity) {
    ConfigRules.text(measure, "kind")
        .filter(kind -> !fits(kind, quantity))
        .ifPresent(
            kind ->
                findings.add(
                    key + ".kind",
                    "kind " + kind + " does not fit " + quantity.column(),
                    quantity.column() + " is given in " + quantity.unit().symbol(),
                    fitting(quantity)));
  }

  private static String fitting(Quantity quantity) {
    return switch (quantity.unit()) {
      case CHANGE -> "use index, percent_change, or level with a baseline";
      case GRADE -> "use grade";
      default -> "use daily_count or cumulative_count";
    };
  }

  private static boolean fits(String kind, Quantity quantity) {
    if (quantity.unit() == Unit.GRADE || kind.equals("grade")) {
      return quantity.unit() == Unit.GRADE && kind.equals("grade");
    }
    boolean counts = kind.endsWith("_count");
    boolean changes = kind.equals("index") || kind.equals("percent_change");
    if (quantity.family() == Family.CASES) {
      return counts || !(changes || kind.equals("level"));
    }
    return quantity.unit() == Unit.CHANGE ? !counts : !changes;
  }

  private void range(JsonNode range, String key) {
    if (range.size() == 2
        && range.path(0).isNumber()
        && range.path(1).isNumber()
        && range.path(1).asDouble() < range.path(0).asDouble()) {
      findings.add(
          key, "the range is empty", "a range is [lowest, highest]", "swap the two numbers");
    }
  }
}
