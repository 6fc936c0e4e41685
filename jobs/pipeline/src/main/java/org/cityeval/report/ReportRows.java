package org.cityeval.report;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.cityeval.comparison.GroupNames;
import org.cityeval.series.Level;
import org.cityeval.table.TableJson;

/** Rows of the published tables as records of the report. */
final class ReportRows {
  private ReportRows() {}

  static ReportData.City city(Row row) {
    return new ReportData.City(
        row.getAs("city_id"), row.getAs("name"), row.getAs("name_zh"), row.getAs("population"));
  }

  static ReportData.District district(Row row) {
    return new ReportData.District(
        row.getAs("district_id"),
        row.getAs("city_id"),
        row.getAs("name"),
        row.getAs("name_zh"),
        row.getAs("population"),
        row.getAs("geometry_wkt"));
  }

  static ReportData.Period period(Row row) {
    return new ReportData.Period(
        row.getAs("city_id"),
        row.getAs("period_id"),
        row.getAs("title"),
        row.getAs("kind"),
        row.getAs("first_day"),
        row.getAs("last_day"));
  }

  static ReportData.Indicator indicator(Row row) {
    return new ReportData.Indicator(
        row.getAs("indicator_id"),
        row.getAs("name"),
        row.getAs("title"),
        row.getAs("title_zh"),
        row.getAs("dimension"),
        row.getAs("unit"),
        better(row),
        row.<Boolean>getAs("per_resident"),
        row.getAs("reads"),
        row.getAs("definition"),
        row.getAs("formula"),
        row.getAs("uncertainty"),
        row.getAs("citations"),
        row.<Integer>getAs("method_version"));
  }

  private static Map<String, String> better(Row row) {
    Map<String, String> better = new TreeMap<>();
    for (Level level : Level.values()) {
      String direction = row.getAs("better_" + level.id());
      if (direction != null) {
        better.put(level.id(), direction);
      }
    }
    return Collections.unmodifiableMap(better);
  }

  static ReportData.Standing standing(Row row) {
    return new ReportData.Standing(
        row.getAs("district_id"),
        row.getAs("level"),
        row.getAs("period_id"),
        row.getAs("indicator_id"),
        new ReportData.Scored(
            row.getAs("scored_value"), row.getAs("scored_low"), row.getAs("scored_high")),
        row.getAs("group_median"),
        row.getAs("group_median_low"),
        row.getAs("class"));
  }

  static ReportData.Value value(Row row) {
    return new ReportData.Value(
        row.getAs("city_id"),
        row.getAs("district_id"),
        row.getAs("level"),
        row.getAs("period_id"),
        row.getAs("indicator_id"),
        new ReportData.Estimate(
            row.getAs("value"),
            row.getAs("ci_low"),
            row.getAs("ci_high"),
            row.getAs("ci_level"),
            row.getAs("ci_method"),
            row.getAs("status"),
            row.getAs("reason")),
        new ReportData.Support(row.getAs("n"), row.getAs("coverage"), row.getAs("parameters")));
  }

  static ReportData.Score score(Row row) {
    return new ReportData.Score(
        row.getAs("city_id"),
        row.getAs("district_id"),
        row.getAs("level"),
        row.<String>getAs("level").equals(Level.CITY.id())
            ? GroupNames.CITIES
            : row.getAs("city_id"),
        row.getAs("period_id"),
        row.getAs("weighting"),
        new ReportData.Composite(
            row.getAs("composite"),
            row.getAs("composite_low"),
            row.getAs("composite_high"),
            row.getAs("composite_difference"),
            row.getAs("composite_difference_low"),
            row.getAs("composite_difference_high"),
            new ReportData.Weight(
                row.getAs("measured_weight"),
                row.getAs("censored_weight"),
                row.getAs("missing_weight")),
            row.getAs("status")),
        numbers(row.getAs("contributions")));
  }

  private static Map<String, Double> numbers(String json) {
    Map<String, Double> numbers = new TreeMap<>();
    if (json != null) {
      TableJson.read(json)
          .forEach(
              (key, value) -> {
                if (value instanceof Number number) {
                  numbers.put(key, number.doubleValue());
                }
              });
    }
    return Collections.unmodifiableMap(numbers);
  }

  static ReportData.Rank rank(Row row) {
    return new ReportData.Rank(
        row.getAs("comparison_group"),
        row.getAs("district_id"),
        row.getAs("level"),
        row.getAs("period_id"),
        row.getAs("weighting"),
        row.getAs("name"),
        new ReportData.Place(
            row.getAs("rank"),
            row.getAs("rank_low"),
            row.getAs("rank_high"),
            row.getAs("rank_low_simultaneous"),
            row.getAs("rank_high_simultaneous"),
            row.getAs("class"),
            row.getAs("compared"),
            row.getAs("rank_low_choices") == null
                ? null
                : new ReportData.Choices(
                    row.<Integer>getAs("rank_low_choices"),
                    row.<Integer>getAs("rank_high_choices"))),
        row.getAs("ci_level"));
  }

  static BesideData.Peer peer(Row row) {
    return new BesideData.Peer(
        row.getAs("district_id"),
        row.getAs("level"),
        row.<Integer>getAs("peer_no"),
        row.getAs("peer_id"),
        row.<Double>getAs("distance"),
        numbers(row.getAs("contributions")));
  }

  static BesideData.Similar similar(Row row) {
    return new BesideData.Similar(
        row.getAs("district_id"),
        row.getAs("level"),
        row.getAs("peer_group"),
        new BesideData.Component(row.getAs("pc1"), row.getAs("pc1_share")),
        new BesideData.Component(row.getAs("pc2"), row.getAs("pc2_share")),
        numbers(row.getAs("standardised")));
  }

  static BesideData.Factor factor(Row row) {
    return new BesideData.Factor(
        row.getAs("comparison_group"),
        row.getAs("district_id"),
        row.getAs("period_id"),
        row.getAs("weighting"),
        row.getAs("factor"),
        row.<Double>getAs("first_order"),
        row.<Double>getAs("total"));
  }

  static ReportData.Wave wave(Row row) {
    return new ReportData.Wave(
        row.getAs("district_id"),
        row.<Integer>getAs("wave_no"),
        row.getAs("start_date"),
        row.getAs("peak_date"),
        row.getAs("end_date"),
        row.getAs("size"));
  }
}
