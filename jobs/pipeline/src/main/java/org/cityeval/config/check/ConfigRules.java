package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityeval.indicator.Parameters;
import org.cityeval.numeric.epidemic.SerialInterval;
import org.cityeval.series.Quantity;
import org.cityeval.series.Unit;

/**
 * What a schema cannot say: how keys depend on each other. Reads the tree, not the records, so that
 * these problems are found beside those of the schema; what the schema refuses is passed over here.
 */
public final class ConfigRules {
  /** The smallest count that is published where a config says nothing; as the schema has it. */
  private static final int SMALL_BELOW = 5;

  private final ObjectNode config;
  private final Findings findings;
  private final DateRules dates;

  public ConfigRules(ObjectNode config, Findings findings) {
    this.config = config;
    this.findings = findings;
    this.dates = new DateRules(findings);
  }

  public void check() {
    dates.check(config);
    if (config.path("sources").isEmpty() && config.path("requests").isEmpty()) {
      findings.add(
          "sources",
          "no source and no requests",
          "there is nothing to evaluate",
          "add one under sources or requests");
    }
    new BaselineRules(findings).check(config);
    LocationRules locations = new LocationRules(findings);
    locations.check(config.path("districts"), "districts");
    KeyRules keys = new KeyRules(config, findings);
    RegionRules regions = new RegionRules(config, findings);
    keys.crosswalks();
    SharedMeasures measures = new SharedMeasures(findings);
    MergeRules merges = new MergeRules(config, findings);
    merges.check();
    SourceRules sources = new SourceRules(findings, names(config.path("baselines")), merges);
    for (Map.Entry<String, JsonNode> source : config.path("sources").properties()) {
      String key = Findings.child("sources", source.getKey());
      locations.check(source.getValue(), key);
      keys.source(source.getValue(), key);
      regions.check(source.getValue(), key);
      sources.check(source.getValue(), key);
      new ContractRules(
              findings, names(source.getValue().path("measures")), names(config.path("sources")))
          .check(source.getValue().path("contract"), key + ".contract");
      measures.check(source.getKey(), source.getValue());
    }
    new RequestRules(findings, keys, names(config.path("sources"))).check(config.path("requests"));
    panel(measures.measures());
    new DeclaredDayRules(findings)
        .check(config.path("events"), measures.measures().contains(Quantity.NEW_CASES.column()));
    serialInterval();
    risk();
    smallCounts();
    new ComparisonRules(findings, config).check();
  }

  private void panel(Set<String> mapped) {
    Set<String> mobility = listed("mobility", mapped);
    Set<String> enterprise = listed("enterprise", mapped);
    for (String both : mobility.stream().filter(enterprise::contains).toList()) {
      findings.add(
          "panel.enterprise",
          both + " is used for mobility and for enterprise",
          "the two would agree by construction, and indicators weigh one against the other",
          "take it out of one of the lists");
    }
    for (Map.Entry<String, JsonNode> half :
        config.path("panel").path("work_resumption").properties()) {
      if (half.getValue().isTextual()) {
        mapped(half.getValue().asText(), "panel.work_resumption." + half.getKey(), mapped);
      }
    }
  }

  private Set<String> listed(String list, Set<String> mapped) {
    Set<String> names = new LinkedHashSet<>();
    int index = 0;
    for (JsonNode item : config.path("panel").path(list)) {
      String key = Findings.item("panel." + list, index++);
      if (item.isTextual() && mapped(item.asText(), key, mapped)) {
        names.add(item.asText());
        if (Quantity.find(item.asText()).orElseThrow().unit() != Unit.CHANGE) {
          findings.add(
              key,
              item.asText() + " is no change against a baseline",
              "the mean is taken over changes only",
              "name measures that end in _change");
        }
      }
    }
    return names;
  }

  /** Whether the name is a measure; one that no source maps is reported too. */
  private boolean mapped(String name, String key, Set<String> mapped) {
    if (SourceRules.MEASURES.stream().noneMatch(name::equals)) {
      findings.add(
          key,
          "unknown measure `" + name + "`",
          "measures are " + String.join(", ", SourceRules.MEASURES),
          SchemaFindings.nearest(name, SourceRules.MEASURES, "choose one of them"));
      return false;
    }
    if (!mapped.contains(name)) {
      findings.add(
          key,
          "no source maps " + name,
          "sources map " + (mapped.isEmpty() ? "nothing" : String.join(", ", mapped)),
          "map it in a source, or remove it here");
    }
    return true;
  }

  /** Whether mean and deviation go together; each by itself is the schema's. */
  private void serialInterval() {
    JsonNode interval = config.path("panel").path("serial_interval");
    double mean = interval.path("mean").asDouble(Double.NaN);
    double sd = interval.path("sd").asDouble(Double.NaN);
    boolean each =
        mean > 1
            && mean <= SerialInterval.GREATEST
            && sd >= SerialInterval.LEAST_SD
            && sd <= SerialInterval.GREATEST;
    if (each && !SerialInterval.ends(mean, sd)) {
      findings.add(
          "panel.serial_interval.sd",
          "sd "
              + interval.path("sd").asText()
              + " is too large for mean "
              + interval.path("mean").asText(),
          "some intervals would last more than ten years",
          "lower sd, or raise mean");
    }
  }

  private void risk() {
    rising("orange_from", "red_from");
    rising("quiet_days", "clear_days");
  }

  /** What is said of too few cases must not itself tell of a small count. */
  private void smallCounts() {
    JsonNode small = config.path("small_counts");
    if (small.has("already_public")) {
      return;
    }
    int below = small.path("below").asInt(SMALL_BELOW);
    tooFew(below, config.path("indicators"), "indicators.minimum_cases");
    tooFew(below, config.path("panel").path("rt"), "panel.rt.minimum_cases");
  }

  private void tooFew(int below, JsonNode section, String key) {
    int minimum = section.path("minimum_cases").asInt(Parameters.DEFAULTS.cases().minimum());
    if (minimum < below) {
      findings.add(
          key,
          key + " " + minimum + " is below small_counts.below " + below,
          "a value would tell of fewer cases than may be published",
          "raise it, lower small_counts.below, or say who publishes the counts already"
              + " (small_counts.already_public)");
    }
  }

  private void rising(String lower, String upper) {
    JsonNode risk = config.path("panel").path("risk");
    JsonNode low = risk.path(lower);
    JsonNode high = risk.path(upper);
    if (low.isNumber() && high.isNumber() && high.asDouble() < low.asDouble()) {
      findings.add(
          "panel.risk." + upper,
          upper + " " + high.asText() + " is below " + lower + " " + low.asText(),
          "the levels follow each other",
          "raise " + upper + " or lower " + lower);
    }
  }

  static Set<String> names(JsonNode object) {
    Set<String> names = new LinkedHashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The text of a key, where it is text. */
  static Optional<String> text(JsonNode object, String name) {
    return Optional.ofNullable(object.path(name).textValue());
  }
}
