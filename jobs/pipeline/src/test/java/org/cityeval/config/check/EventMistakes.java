package org.cityeval.config.check;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes about events, in the form of {@link ConfigMistakes}. */
final class EventMistakes {
  private EventMistakes() {}

  static Stream<Arguments> all() {
    return Stream.of(
        arguments(
            "date_columns: yyyy-MM-dd",
            "date_columns: yyyy-MM-dd\n    event_id: id",
            23,
            "sources.phones.event_id",
            "`event_id` does not go with shape wide_dates",
            "remove it"),
        arguments(
            "{value: n, kind: daily_count}",
            "{value: n, kind: daily_count, aggregate: sum}",
            17,
            "sources.cases.measures.new_cases.aggregate",
            "`aggregate` outside shape events, and no districts.merge",
            "remove it"),
        arguments(
            "path: cases.csv\n    shape: long",
            "path: cases.csv\n    shape: events",
            17,
            "sources.cases.measures.new_cases.aggregate",
            "missing key `aggregate`",
            "add one of count, sum"),
        arguments(
            "path: cases.csv\n    shape: long",
            "path: cases.csv\n    time_zone: Asia/Hangzhou\n    shape: events",
            13,
            "sources.cases.time_zone",
            "unknown time zone `Asia/Hangzhou`",
            "Asia/Shanghai"));
  }
}
