package org.cityeval.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Windows end after they begin, and periods lie within the span. */
final class DateRules {
  /** Ten years, leap days included [d]. */
  private static final long LONGEST_SPAN_DAYS = 3653;

  private final Findings findings;

  DateRules(Findings findings) {
    this.findings = findings;
  }

  void check(JsonNode config) {
    JsonNode span = config.path("evaluation");
    if (window(span, "evaluation")) {
      length(span);
    }
    for (Map.Entry<String, JsonNode> baseline : config.path("baselines").properties()) {
      window(baseline.getValue(), "baselines." + baseline.getKey());
    }
    for (Map.Entry<String, JsonNode> period : span.path("periods").properties()) {
      String key = "evaluation.periods." + period.getKey();
      if (window(period.getValue(), key)) {
        within(span, period.getValue(), key);
      }
    }
    for (Map.Entry<String, JsonNode> holiday : span.path("holidays").properties()) {
      window(holiday.getValue(), "evaluation.holidays." + holiday.getKey());
    }
  }

  /** Every district has a row for every day: a year mistaken would make millions. */
  private void length(JsonNode span) {
    Optional<LocalDate> first = date(span, "first_day");
    Optional<LocalDate> last = date(span, "last_day");
    if (first.isEmpty() || last.isEmpty()) {
      return;
    }
    long days = ChronoUnit.DAYS.between(first.get(), last.get()) + 1;
    if (days > LONGEST_SPAN_DAYS) {
      findings.add(
          "evaluation.last_day",
          "the span has " + days + " days",
          "every district would have a row for each; at most " + LONGEST_SPAN_DAYS + " are taken",
          "mend the year of first_day or last_day");
    }
  }

  private boolean window(JsonNode holder, String key) {
    Optional<LocalDate> first = date(holder, "first_day");
    Optional<LocalDate> last = date(holder, "last_day");
    boolean ordered = first.isEmpty() || last.isEmpty() || !last.get().isBefore(first.get());
    if (!ordered) {
      findings.add(
          key + ".last_day",
          "last_day " + last.get() + " lies before first_day " + first.get(),
          "both days are included, so a window has at least one",
          "swap the two or mend the year");
    }
    return ordered;
  }

  private void within(JsonNode span, JsonNode period, String key) {
    Optional<LocalDate> first = date(span, "first_day");
    Optional<LocalDate> last = date(span, "last_day");
    if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
      return;
    }
    for (String end : new String[] {"first_day", "last_day"}) {
      date(period, end)
          .filter(day -> day.isBefore(first.get()) || day.isAfter(last.get()))
          .ifPresent(
              day ->
                  findings.add(
                      key + "." + end,
                      day + " lies outside the span",
                      "the evaluation spans " + first.get() + " to " + last.get(),
                      "shorten the period or widen the span"));
    }
  }

  private static Optional<LocalDate> date(JsonNode holder, String name) {
    try {
      return ConfigRules.text(holder, name).map(LocalDate::parse);
    } catch (DateTimeException refusedBySchema) {
      return Optional.empty();
    }
  }
}
