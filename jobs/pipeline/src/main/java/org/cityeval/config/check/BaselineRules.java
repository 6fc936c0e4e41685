package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.cityeval.assembly.Alignment;
import org.cityeval.assembly.SpringFestival;
import org.cityeval.config.BaselineConfig;

/** A baseline names its window, or the year before, and lies where it says it lies. */
final class BaselineRules {
  private final Findings findings;

  BaselineRules(Findings findings) {
    this.findings = findings;
  }

  void check(JsonNode config) {
    for (Map.Entry<String, JsonNode> baseline : config.path("baselines").properties()) {
      String key = "baselines." + baseline.getKey();
      String method = ConfigRules.text(baseline.getValue(), "method").orElse("");
      if (method.equals(BaselineConfig.Method.SAME_PERIOD_LAST_YEAR.id())) {
        yearBefore(baseline.getValue(), config.path("evaluation"), key);
      } else if (!method.isEmpty()) {
        window(baseline.getValue(), method, key);
      }
    }
  }

  private void window(JsonNode baseline, String method, String key) {
    for (String end : new String[] {"first_day", "last_day"}) {
      if (!baseline.has(end)) {
        findings.add(
            Findings.child(key, end),
            "missing key `" + end + "`",
            "method " + method + " sums up a window",
            "add it, such as " + end + ": 2022-01-03");
      }
    }
  }

  private void yearBefore(JsonNode baseline, JsonNode span, String key) {
    for (String end : new String[] {"first_day", "last_day"}) {
      if (baseline.has(end)) {
        findings.add(
            Findings.child(key, end),
            "`" + end + "` does not go with method same_period_last_year",
            "every day has a window of its own, a year before: this would have no effect",
            "remove it");
      }
    }
    JsonNode window = baseline.path("window_days");
    if (window.isIntegralNumber() && window.asInt() % 2 == 0) {
      findings.add(
          key + ".window_days",
          "an even window: " + window.asText(),
          "it is centred on the aligned day",
          "make it odd, such as 7");
    }
    timing(baseline, span, key);
  }

  /** Of a span longer than a year, the last days would be compared with its first. */
  private void timing(JsonNode baseline, JsonNode span, String key) {
    Optional<LocalDate> first = day(span, "first_day");
    Optional<LocalDate> last = day(span, "last_day");
    Optional<Alignment> align =
        ConfigRules.text(baseline, "align").flatMap(BaselineRules::alignment);
    if (first.isEmpty() || last.isEmpty() || align.isEmpty()) {
      return;
    }
    for (LocalDate end : new LocalDate[] {first.get(), last.get()}) {
      if (align.get().aYearBefore(end).isEmpty()) {
        findings.add(
            key + ".align",
            "the Spring Festival of " + end.getYear() + ", or one beside it, is not known",
            "the table of festivals holds "
                + SpringFestival.FIRST_YEAR
                + " to "
                + SpringFestival.LAST_YEAR,
            "align by weekday, or shorten the span");
        return;
      }
    }
    LocalDate newest =
        align
            .get()
            .aYearBefore(last.get())
            .orElseThrow()
            .plusDays(baseline.path("window_days").asInt() / 2);
    if (baseline.path("pre_period").asBoolean() && !newest.isBefore(first.get())) {
      findings.add(
          key + ".pre_period",
          "the year before does not lie before the emergency",
          "the last day of the span is compared with days up to "
              + newest
              + ", and the span begins "
              + first.get(),
          "set pre_period: false, or shorten the span");
    }
  }

  private static Optional<Alignment> alignment(String name) {
    for (Alignment alignment : Alignment.values()) {
      if (alignment.id().equals(name)) {
        return Optional.of(alignment);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(JsonNode holder, String name) {
    try {
      return ConfigRules.text(holder, name).map(LocalDate::parse);
    } catch (DateTimeException refusedBySchema) {
      return Optional.empty();
    }
  }
}
