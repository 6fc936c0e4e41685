package org.cityeval.config.check;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** One mistake of each kind, made in the valid config. */
final class ConfigMistakes {
  private ConfigMistakes() {}

  /** Part of the valid config, what is written instead; then line, key, problem, fix. */
  static Stream<Arguments> all() {
    return Stream.of(SerialIntervalMistakes.all(), DeclaredDayMistakes.all(), others())
        .flatMap(mistakes -> mistakes);
  }

  private static Stream<Arguments> others() {
    return Stream.of(
        arguments(
            "  title: Toy",
            "  titel: Toy",
            3,
            "evaluation.titel",
            "unknown key `titel`",
            "did you mean `title`?"),
        arguments(
            "  id: toy",
            "  id: " + "a".repeat(300),
            2,
            "evaluation.id",
            "too long: 300 characters",
            "shorten it"),
        arguments(
            // The calendar repeats after 400 years, 146,097 days; March and April are 61 more.
            "first_day: 2020-03-01",
            "first_day: 1620-03-01",
            5,
            "evaluation.last_day",
            "the span has 146158 days",
            "mend the year"),
        arguments(
            "panel:\n", "panle:\n", 34, "panle", "unknown key `panle`", "did you mean `panel`?"),
        arguments(
            "  title: Toy town\n",
            "",
            1,
            "evaluation.title",
            "missing key `title`",
            "add it, such as title: Hangzhou, spring 2022"),
        arguments(
            "title: Toy town",
            "title: 2020",
            3,
            "evaluation.title",
            "not text: `2020`",
            "put it in quotes"),
        arguments(
            "title: Toy town",
            "title:",
            3,
            "evaluation.title",
            "no value",
            "give it one, or remove the key"),
        arguments(
            "  enterprise: [",
            "  gap_days: many\n  enterprise: [",
            36,
            "panel.gap_days",
            "not a whole number: `many`",
            "write it like 0"),
        arguments(
            "  enterprise: [",
            "  gap_days: -1\n  enterprise: [",
            36,
            "panel.gap_days",
            "out of bounds: -1",
            "choose such a number"),
        arguments(
            "kind: daily_count",
            "kind: daily_cuont",
            17,
            "sources.cases.measures.new_cases.kind",
            "unknown value `daily_cuont`",
            "did you mean `daily_count`?"),
        arguments(
            "first_day: 2020-03-01",
            "first_day: 2020-02-30",
            4,
            "evaluation.first_day",
            "not a date: `2020-02-30`",
            "write it as 2020-03-01"),
        arguments(
            "id: toy",
            "id: Toy Town",
            2,
            "evaluation.id",
            "not a valid name: `Toy Town`",
            "use lower-case letters, digits and hyphens"),
        arguments(
            "  shops:\n",
            "  My Shops:\n",
            25,
            "sources.My Shops",
            "not a valid name",
            "use lower-case"),
        arguments(
            "last_day: 2020-04-30",
            "last_day: 2019-04-30",
            5,
            "evaluation.last_day",
            "last_day 2019-04-30 lies before first_day 2020-03-01",
            "swap the two"),
        arguments(
            "    path: cases.csv\n",
            "    path: cases.csv\n    table: a.b\n",
            11,
            "sources.cases",
            "both path and table",
            "keep one of the two"),
        arguments(
            "    path: cases.csv\n", "", 11, "sources.cases", "neither path nor table", "add path"),
        arguments(
            "new_cases:",
            "new_case:",
            17,
            "sources.cases.measures.new_case",
            "unknown measure `new_case`",
            "did you mean `new_cases`?"),
        arguments(
            "baseline: february",
            "baseline: febuary",
            31,
            "sources.shops.measures.enterprise_revenue_change.baseline",
            "unknown baseline `febuary`",
            "did you mean `february`?"),
        arguments(
            ", baseline: february",
            "",
            31,
            "sources.shops.measures.enterprise_revenue_change",
            "kind level without a baseline",
            "add baseline"),
        arguments(
            "    date: day\n    measures:\n      new",
            "    measures:\n      new",
            11,
            "sources.cases.date",
            "missing key `date`",
            "add it"),
        arguments(
            "date_columns: yyyy-MM-dd",
            "date: day",
            22,
            "sources.phones.date",
            "`date` does not go with shape wide_dates",
            "remove it"),
        arguments(
            "date_columns: yyyy-MM-dd",
            "date_columns: yyyy-bb",
            22,
            "sources.phones.date_columns",
            "not a date pattern: `yyyy-bb`",
            "write it like"),
        arguments(
            "enterprise_revenue_change: {",
            "mobility_distance_change: {",
            31,
            "sources.shops.measures.mobility_distance_change",
            "measure mobility_distance_change is mapped twice",
            "keep one of the two"),
        arguments(
            "mobility: [mobility_distance_change]",
            "mobility: [mobility_parks_change]",
            35,
            "panel.mobility[0]",
            "no source maps mobility_parks_change",
            "map it in a source"),
        arguments(
            "mobility: [mobility_distance_change]",
            "mobility: [mobility_distanse_change]",
            35,
            "panel.mobility[0]",
            "unknown measure `mobility_distanse_change`",
            "did you mean `mobility_distance_change`?"),
        arguments(
            "enterprise: [enterprise_revenue_change]",
            "enterprise: [mobility_distance_change]",
            36,
            "panel.enterprise",
            "mobility_distance_change is used for mobility and for enterprise",
            "take it out"),
        arguments(
            "mobility: [mobility_distance_change]",
            "mobility: [new_cases]",
            35,
            "panel.mobility[0]",
            "new_cases is no change against a baseline",
            "_change"),
        arguments(
            "  last_day: 2020-04-30\n",
            "  last_day: 2020-04-30\n  periods:\n    may: {title: May, first_day: 2020-04-01,"
                + " last_day: 2020-05-31}\n",
            7,
            "evaluation.periods.may.last_day",
            "2020-05-31 lies outside the span",
            "shorten"),
        arguments(
            "path: cases.csv",
            "path: ${LAKE}/cases.csv",
            12,
            "sources.cases.path",
            "environment variable LAKE is not set",
            "export LAKE=... before the run"),
        arguments(
            "  title: Toy town\n",
            "  title: Toy town\n  title: Toy\n",
            4,
            "evaluation.title",
            "duplicate key `title`",
            "keep one of the two"),
        arguments(
            "kind: index}",
            "kind: index, range: [300, 0]}",
            24,
            "sources.phones.measures.mobility_distance_change.range",
            "the range is empty",
            "swap"),
        arguments(
            "kind: index}",
            "kind: index, range: [300]}",
            24,
            "sources.phones.measures.mobility_distance_change.range",
            "not two numbers",
            "write"),
        arguments(
            "kind: index}",
            "kind: daily_count}",
            24,
            "sources.phones.measures.mobility_distance_change.kind",
            "kind daily_count does not fit mobility_distance_change",
            "use index"),
        arguments(
            "kind: index}",
            "kind: index, scale: 0}",
            24,
            "sources.phones.measures.mobility_distance_change.scale",
            "out of bounds: 0",
            "choose such a number"),
        arguments(
            "panel:\n",
            "comparison: {weightings: {efficiency: {precison: 1}}}\npanel:\n",
            34,
            "comparison.weightings.efficiency.precison",
            "unknown dimension or indicator `precison`",
            "did you mean `precision`?"),
        arguments(
            "panel:\n",
            "panel:\n  risk: {orange_from: 2}\n",
            35,
            "panel.risk.red_from",
            "red_from 1.5 is below orange_from 2",
            "raise red_from"),
        arguments(
            "kind: index}",
            "kind: index, every: fortnight}",
            24,
            "sources.phones.measures.mobility_distance_change.every",
            "unknown value `fortnight`",
            ""));
  }
}
