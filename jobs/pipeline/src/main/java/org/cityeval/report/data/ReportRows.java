package org.cityeval.report.data;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.comparison.GroupNames;
import org.cityeval.series.Level;
import org.cityeval.table.spec.TableJson;
import org.cityeval.warehouse.StoredRow;

/** Rows of the published tables as records of the report. */
final class ReportRows {
  private ReportRows() {}

  static ReportData.City city(StoredRow row) {
    return new ReportData.City(
        row.text("city_id"), row.text("name"), row.text("name_zh"), row.number("population"));
  }

  static ReportData.District district(StoredRow row) {
    return new ReportData.District(
        row.text("district_id"),
        row.text("city_id"),
        row.text("name"),
        row.text("name_zh"),
        row.number("population"),
        row.text("geometry_wkt"));
  }

  static ReportData.Period period(StoredRow row) {
    return new ReportData.Period(
        row.text("city_id"),
        row.text("period_id"),
        row.text("title"),
        row.text("kind"),
        row.day("first_day"),
        row.day("last_day"));
  }

  static ReportData.Indicator indicator(StoredRow row) {
    return new ReportData.Indicator(
        row.text("indicator_id"),
        row.text("name"),
        row.text("title"),
        row.text("title_zh"),
        row.text("dimension"),
        row.text("unit"),
        better(row),
        row.truth("per_resident"),
        row.text("reads"),
        row.text("definition"),
        row.text("formula"),
        row.text("uncertainty"),
        row.text("citations"),
        row.integer("method_version"));
  }

  private static Map<String, String> better(StoredRow row) {
    Map<String, String> better = new TreeMap<>();
    for (Level level : Level.values()) {
      String direction = row.text("better_" + level.id());
      if (direction != null) {
        better.put(level.id(), direction);
      }
    }
    return Collections.unmodifiableMap(better);
  }

  static ReportData.Standing standing(StoredRow row) {
    return new ReportData.Standing(
        row.text("district_id"),
        row.text("level"),
        row.text("period_id"),
        row.text("indicator_id"),
        new ReportData.Scored(
            row.number("scored_value"), row.number("scored_low"), row.number("scored_high")),
        row.number("group_median"),
        row.number("group_median_low"),
        row.text("class"));
  }

  static ReportData.Value value(StoredRow row) {
    return new ReportData.Value(
        row.text("city_id"),
        row.text("district_id"),
        row.text("level"),
        row.text("period_id"),
        row.text("indicator_id"),
        new ReportData.Estimate(
            row.number("value"),
            row.number("ci_low"),
            row.number("ci_high"),
            row.number("ci_level"),
            row.text("ci_method"),
            row.text("status"),
            row.text("reason")),
        new ReportData.Support(row.count("n"), row.number("coverage"), row.text("parameters")));
  }

  static ReportData.Score score(StoredRow row) {
    return new ReportData.Score(
        row.text("city_id"),
        row.text("district_id"),
        row.text("level"),
        row.text("level").equals(Level.CITY.id()) ? GroupNames.CITIES : row.text("city_id"),
        row.text("period_id"),
        row.text("weighting"),
        new ReportData.Composite(
            row.number("composite"),
            row.number("composite_low"),
            row.number("composite_high"),
            row.number("composite_difference"),
            row.number("composite_difference_low"),
            row.number("composite_difference_high"),
            new ReportData.Weight(
                row.number("measured_weight"),
                row.number("censored_weight"),
                row.number("missing_weight")),
            row.text("status")),
        new ScoreParts(
            numbers(row.text("scores")), numbers(row.text("weights")), row.text("aggregation")));
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

  static ReportData.Rank rank(StoredRow row) {
    return new ReportData.Rank(
        row.text("comparison_group"),
        row.text("district_id"),
        row.text("level"),
        row.text("period_id"),
        row.text("weighting"),
        row.text("name"),
        new ReportData.Place(
            row.integer("rank"),
            row.integer("rank_low"),
            row.integer("rank_high"),
            row.integer("rank_low_simultaneous"),
            row.integer("rank_high_simultaneous"),
            row.text("class"),
            row.integer("compared"),
            row.integer("rank_low_choices") == null
                ? null
                : new ReportData.Choices(
                    row.integer("rank_low_choices"), row.integer("rank_high_choices"))),
        row.number("ci_level"));
  }

  static BesideData.Peer peer(StoredRow row) {
    return new BesideData.Peer(
        row.text("district_id"),
        row.text("level"),
        row.integer("peer_no"),
        row.text("peer_id"),
        row.number("distance"),
        numbers(row.text("contributions")));
  }

  static BesideData.Similar similar(StoredRow row) {
    return new BesideData.Similar(
        row.text("district_id"),
        row.text("level"),
        row.integer("peer_group"),
        new BesideData.Component(row.number("pc1"), row.number("pc1_share")),
        new BesideData.Component(row.number("pc2"), row.number("pc2_share")),
        numbers(row.text("standardised")));
  }

  static BesideData.Factor factor(StoredRow row) {
    return new BesideData.Factor(
        row.text("comparison_group"),
        row.text("district_id"),
        row.text("period_id"),
        row.text("weighting"),
        row.text("factor"),
        row.number("first_order"),
        row.number("total"));
  }

  static ReportData.Wave wave(StoredRow row) {
    return new ReportData.Wave(
        row.text("district_id"),
        row.integer("wave_no"),
        row.day("start_date"),
        row.day("peak_date"),
        row.day("end_date"),
        row.number("size"));
  }
}
