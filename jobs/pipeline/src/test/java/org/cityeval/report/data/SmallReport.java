package org.cityeval.report.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.warehouse.Publication;

/** A report of the few rows that a test names; what it does not name is not there. */
public final class SmallReport {
  private final List<ReportData.City> cities = new ArrayList<>();
  private final List<ReportData.District> districts = new ArrayList<>();
  private final List<ReportData.Period> periods = new ArrayList<>();
  private final List<ReportData.Indicator> indicators = new ArrayList<>();
  private final List<ReportData.Value> values = new ArrayList<>();
  private final List<ReportData.Standing> standings = new ArrayList<>();
  private final List<ReportData.Score> scores = new ArrayList<>();
  private final List<ReportData.Rank> ranks = new ArrayList<>();
  private final List<ReportData.Check> checks = new ArrayList<>();
  private final List<ReportData.Refused> refused = new ArrayList<>();
  private final List<ReportData.Observed> observed = new ArrayList<>();

  public SmallReport city(String id, String name, String nameZh, Double population) {
    cities.add(new ReportData.City(id, name, nameZh, population));
    return this;
  }

  public SmallReport district(
      String id, String city, String name, String nameZh, Double population) {
    districts.add(new ReportData.District(id, city, name, nameZh, population, null));
    return this;
  }

  public SmallReport period(String city, String id, String kind, String first, String last) {
    periods.add(
        new ReportData.Period(
            city, id, "The " + id, kind, LocalDate.parse(first), LocalDate.parse(last)));
    return this;
  }

  /**
   * An indicator that says little of itself.
   *
   * @param better by level
   */
  public SmallReport indicator(
      String id, String dimension, String unit, boolean perResident, Map<String, String> better) {
    indicators.add(
        new ReportData.Indicator(
            id,
            "name_" + id,
            "Title " + id,
            null,
            dimension,
            unit,
            new TreeMap<>(better),
            perResident,
            "a,b",
            "Definition " + id,
            " ",
            null,
            "Author (2020)",
            3));
    return this;
  }

  /** A value of the span of city c, measured unless its status says otherwise. */
  public SmallReport value(
      String unit, String indicator, Double value, String status, String reason) {
    return value(unit, indicator, value, status, reason, null);
  }

  public SmallReport value(
      String unit,
      String indicator,
      Double value,
      String status,
      String reason,
      String parameters) {
    values.add(
        new ReportData.Value(
            "c",
            unit,
            "district",
            "span",
            indicator,
            new ReportData.Estimate(value, null, null, 0.95, "method", status, reason),
            new ReportData.Support(null, null, parameters)));
    return this;
  }

  public SmallReport standing(ReportData.Standing standing) {
    standings.add(standing);
    return this;
  }

  /** A score of which the weighting alone counts. */
  public SmallReport score(String unit, String weighting) {
    scores.add(new ReportData.Score("c", unit, "district", "c", "span", weighting, null, null));
    return this;
  }

  /**
   * A place of a group under efficiency.
   *
   * @param rank null where it is not ranked
   */
  public SmallReport rank(String group, String unit, Integer rank) {
    ranks.add(
        new ReportData.Rank(
            group,
            unit,
            "district",
            "span",
            "efficiency",
            unit,
            new ReportData.Place(rank, rank, rank, rank, rank, "not_distinguishable", 2, null),
            0.95));
    return this;
  }

  public SmallReport check(
      String name,
      String severity,
      String outcome,
      String observed,
      String expected,
      String detail) {
    checks.add(new ReportData.Check(name, severity, outcome, observed, expected, detail));
    return this;
  }

  public SmallReport refused(String source, String reason, String example, long records) {
    refused.add(new ReportData.Refused(source, reason, example, records));
    return this;
  }

  public SmallReport observed(
      String district, long days, long cases, long mobility, long enterprise) {
    observed.add(new ReportData.Observed(district, days, cases, mobility, enterprise));
    return this;
  }

  public ReportData data() {
    return new ReportData(
        "small",
        new Publication(
            "small",
            LocalDate.of(2020, 4, 9),
            true,
            Map.of("gold.wave", 7L),
            Map.of("cases", "abc"),
            "hash",
            "{}",
            "code"),
        new ReportData.Scope(cities, districts, periods, indicators),
        new ReportData.Results(
            values, standings, scores, ranks, new BesideData(List.of(), List.of(), List.of())),
        new ReportData.Daily(List.of(), List.of(), 2, 1),
        new ReportData.Quality("r", "r", checks, refused, observed));
  }
}
