package org.cityeval.config.check;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes about days that a baseline or an event names, in the form of {@link ConfigMistakes}. */
final class DeclaredDayMistakes {
  private DeclaredDayMistakes() {}

  static Stream<Arguments> all() {
    return Stream.of(
        arguments(
            "panel:\n",
            """
            events: [{districts: [a], day: 2020-03-05, note: n, handling: spread_back}]
            panel:
            """,
            34,
            "events[0].days",
            "missing key `days`",
            "add it, such as days: 14"),
        arguments(
            "panel:\n",
            """
            events: [{districts: [a], day: 2020-03-05, note: n, handling: keep, days: 3}]
            panel:
            """,
            34,
            "events[0].days",
            "`days` does not go with handling keep",
            "remove it"),
        arguments(
            "last_day: 2020-02-29, method",
            "method",
            33,
            "baselines.february.last_day",
            "missing key `last_day`",
            "add it, such as last_day: 2022-01-03"),
        arguments(
            "last_day: 2020-02-29, method: mean}",
            "method: same_period_last_year}",
            33,
            "baselines.february.first_day",
            "`first_day` does not go with method same_period_last_year",
            "remove it"),
        arguments(
            "first_day: 2020-02-01, last_day: 2020-02-29, method: mean}",
            "method: same_period_last_year, window_days: 6}",
            33,
            "baselines.february.window_days",
            "an even window: 6",
            "make it odd"),
        arguments(
            "first_day: 2020-02-01, last_day: 2020-02-29, method: mean}",
            "method: same_period_last_year, align: lunar}",
            33,
            "baselines.february.align",
            "unknown value `lunar`",
            ""));
  }
}
