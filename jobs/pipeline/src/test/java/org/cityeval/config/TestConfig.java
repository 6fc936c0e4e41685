package org.cityeval.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cityeval.config.load.ConfigLoader;

/** A small valid config, to be changed by one line at a time. */
public final class TestConfig {
  /** Its lines are numbered in the tests: keep the order. */
  public static final String VALID =
      """
      evaluation:
        id: toy
        title: Toy town
        first_day: 2020-03-01
        last_day: 2020-04-30
      districts:
        path: districts.csv
        code_system: our own
        columns: {district_id: id, district_name: name, city_id: city, city_name: city}
      sources:
        cases:
          path: cases.csv
          shape: long
          district: id
          date: day
          measures:
            new_cases: {value: n, kind: daily_count}
        phones:
          table: lake.phones
          shape: wide_dates
          district: id
          date_columns: yyyy-MM-dd
          measures:
            mobility_distance_change: {value: value, kind: index}
        shops:
          path: shops.csv
          shape: long
          district: id
          date: day
          measures:
            enterprise_revenue_change: {value: r, kind: level, baseline: february}
      baselines:
        february: {first_day: 2020-02-01, last_day: 2020-02-29, method: mean}
      panel:
        mobility: [mobility_distance_change]
        enterprise: [enterprise_revenue_change]
      """;

  private TestConfig() {}

  public static EvaluationConfig load(Path folder, String yaml, String... settings) {
    return load(folder, yaml, Map.of(), List.of(settings));
  }

  public static EvaluationConfig load(
      Path folder, String yaml, Map<String, String> environment, List<String> settings) {
    try {
      Path file = folder.resolve("toy.yaml");
      Files.writeString(file, yaml);
      return ConfigLoader.load(file, environment, settings);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** The valid config with one part of it written otherwise. */
  public static String with(String part, String instead) {
    if (!VALID.contains(part)) {
      throw new IllegalArgumentException("no such part: " + part);
    }
    return VALID.replace(part, instead);
  }
}
