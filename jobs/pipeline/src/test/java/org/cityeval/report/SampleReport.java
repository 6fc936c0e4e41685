package org.cityeval.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.cityeval.series.Quantity;
import org.cityeval.table.Publication;

/** An invented publication to render from: three cities of five districts, two periods. */
final class SampleReport {
  static final String HOSTILE = "<script>alert(1)</script> & Co \"x\"";
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
  private static final int DAYS = 240;
  private static final List<String> CITIES = List.of("riverton", "eastport", "millbrook");
  private static final List<String> NAMES =
      List.of("Harbour", "Old Town", "Northgate", "Westfield", "Ash Hill");
  private static final List<String> NAMES_ZH = List.of("港口区", "老城区", "北门区", "西田区", "灰山区");

  private final SplittableRandom random = new SplittableRandom(7);
  private final List<ReportData.Value> values = new ArrayList<>();
  private final List<ReportData.Score> scores = new ArrayList<>();
  private final List<ReportData.Rank> ranks = new ArrayList<>();

  private SampleReport() {}

  static ReportData data() {
    return new SampleReport().build();
  }

  /** The same with one district named to break the page. */
  static ReportData hostile() {
    ReportData data = data();
    List<ReportData.District> districts = new ArrayList<>(data.scope().districts());
    ReportData.District first = districts.get(0);
    districts.set(
        0,
        new ReportData.District(
            first.id(), first.cityId(), HOSTILE, null, first.population(), first.geometryWkt()));
    return new ReportData(
        HOSTILE,
        data.publication(),
        new ReportData.Scope(
            data.scope().cities(), districts, data.scope().periods(), data.scope().indicators()),
        data.results(),
        data.daily(),
        data.quality());
  }

  private ReportData build() {
    List<ReportData.City> cities =
        List.of(
            new ReportData.City("riverton", "Riverton", "河城", 1_240_000.0),
            new ReportData.City("eastport", "Eastport", null, 820_000.0),
            new ReportData.City("millbrook", "Millbrook", null, 410_000.0));
    List<ReportData.District> districts = new ArrayList<>();
    List<ReportData.Period> periods = new ArrayList<>();
    List<ReportData.Series> series = new ArrayList<>();
    List<ReportData.Wave> waves = new ArrayList<>();
    for (String city : CITIES) {
      periods.add(
          new ReportData.Period(
              city, "span", "Whole span", "span", FIRST, FIRST.plusDays(DAYS - 1)));
      periods.add(
          new ReportData.Period(
              city, "wave-1", "First wave", "wave", FIRST.plusDays(20), FIRST.plusDays(100)));
      waves.add(wave(city, 1, 20, 48, 100));
      waves.add(wave(city, 2, 150, 180, 225));
      series.add(series(city, city, 5));
      for (int d = 0; d < NAMES.size(); d++) {
        String id = city + "-" + (d + 1);
        String wkt = city.equals("riverton") ? square(d) : null;
        districts.add(
            new ReportData.District(
                id,
                city,
                city.equals("riverton") ? NAMES.get(d) : NAMES.get(d) + " of " + city,
                city.equals("riverton") ? NAMES_ZH.get(d) : null,
                100_000.0 + 40_000 * d,
                wkt));
        series.add(series(city, id, 1 + 0.3 * d));
      }
    }
    for (String period : List.of("span", "wave-1")) {
      for (String city : CITIES) {
        List<String> members =
            districts.stream()
                .map(ReportData.District::id)
                .filter(d -> d.startsWith(city))
                .toList();
        members.forEach(unit -> measure(city, unit, "district", period));
        compare(city, members, "district", period);
        measure(city, city, "city", period);
      }
      compare("cities", CITIES, "city", period);
    }
    return new ReportData(
        "Three sample cities, spring to autumn 2020",
        publication(),
        new ReportData.Scope(cities, districts, periods, indicators()),
        new ReportData.Results(values, scores, ranks),
        new ReportData.Daily(series, waves, 200),
        quality(districts));
  }

  private static Publication publication() {
    return new Publication(
        "sample",
        LocalDate.of(2020, 11, 2),
        true,
        Map.of("gold.scorecard", 3L, "gold.rank_interval", 3L, "gold.indicator_value", 4L),
        Map.of("sample/cases", "9f2c51aa07d1e3b4", "sample/mobility", "08ab6612ff90c3d1"),
        "c0ffee12",
        "0.1.0");
  }

  private static ReportData.Wave wave(String unit, int number, int start, int peak, int end) {
    return new ReportData.Wave(
        unit, number, FIRST.plusDays(start), FIRST.plusDays(peak), FIRST.plusDays(end), 900.0);
  }

  private static String square(int d) {
    double[][] at = {
      {0, 0, 0.2, 0.1},
      {0.2, 0, 0.3, 0.1},
      {0, 0.1, 0.15, 0.22},
      {0.15, 0.1, 0.3, 0.22},
      {0.3, 0, 0.42, 0.22}
    };
    double west = 120 + at[d][0];
    double south = 30 + at[d][1];
    double east = 120 + at[d][2];
    double north = 30 + at[d][3];
    return String.format(
        java.util.Locale.ROOT,
        "POLYGON ((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %4$f, %1$f %2$f))",
        west,
        south,
        east,
        north);
  }

  private ReportData.Series series(String city, String unit, double scale) {
    Map<Quantity, double[]> daily = new LinkedHashMap<>();
    ReportTables.DAILY.forEach(quantity -> daily.put(quantity, new double[DAYS]));
    double shift = random.nextDouble() * 8;
    for (int day = 0; day < DAYS; day++) {
      double cases = scale * (bump(day, 48 + shift, 13, 30) + bump(day, 180 + shift, 16, 22)) + 0.2;
      double rt =
          Math.max(0.3, 1 + 0.9 * Math.sin((day - 10 - shift) / 21.0) * Math.exp(-day / 300.0));
      double still = -0.1 - 0.5 * bump(day, 50 + shift, 22, 1) - 0.25 * bump(day, 185, 20, 1);
      double width = 0.08 + 0.9 / Math.sqrt(1 + cases * 3);
      boolean gap = day > 118 && day < 126;
      boolean few = cases < 1.6;
      daily.get(Quantity.NEW_CASES)[day] = Math.round(cases);
      daily.get(Quantity.NEW_CASES_SMOOTHED)[day] = cases;
      daily.get(Quantity.RT_MEAN)[day] = few ? Double.NaN : rt;
      daily.get(Quantity.RT_LOW)[day] = few ? Double.NaN : Math.max(0.05, rt - width);
      daily.get(Quantity.RT_HIGH)[day] = few ? Double.NaN : rt + width;
      daily.get(Quantity.RISK_LEVEL)[day] = Math.min(5, 1 + Math.floor(cases / scale / 6));
      daily.get(Quantity.MOBILITY_SMOOTHED)[day] =
          gap ? Double.NaN : still + 0.02 * Math.sin(day / 3.0 + shift);
      daily.get(Quantity.ENTERPRISE_SMOOTHED)[day] =
          unit.equals("riverton-5") ? Double.NaN : 0.7 * still + 0.03;
    }
    return new ReportData.Series(city, unit, FIRST, daily);
  }

  private static double bump(int day, double at, double width, double height) {
    return height * Math.exp(-Math.pow((day - at) / width, 2) / 2);
  }

  private void measure(String city, String unit, String level, String period) {
    for (ReportData.Indicator indicator : indicators()) {
      if (!indicator.levels().contains(level)) {
        continue;
      }
      double middle = indicator.unit().equals("1") ? 0.55 : 24;
      double value = middle * (0.7 + 0.6 * random.nextDouble());
      double half = value * (0.04 + 0.2 * random.nextDouble());
      ReportData.Estimate estimate =
          new ReportData.Estimate(
              value, value - half, value + half, 0.95, "day_block_bootstrap", "ok", null);
      if (indicator.id().equals("D3")) {
        estimate = none("missing_input", "no service requests in the lake");
      } else if (indicator.id().equals("E5") && unit.endsWith("-3")) {
        estimate =
            new ReportData.Estimate(
                null, 84.0, null, 0.95, "km", "censored", "not recovered in 84 days");
      } else if (indicator.id().equals("E2") && unit.endsWith("-4")) {
        estimate = none("insufficient", "7 cases in the period, 11 are needed");
      } else if (unit.equals("riverton-5") && indicator.id().startsWith("V")) {
        estimate = none("suppressed", null);
      }
      values.add(
          new ReportData.Value(
              city,
              unit,
              level,
              period,
              indicator.id(),
              estimate,
              new ReportData.Support(
                  180L,
                  0.94,
                  "{\"restriction\":{\"mobilityAtMost\":-0.2,\"lagDays\":1},\"seed\":0}")));
    }
  }

  private static ReportData.Estimate none(String status, String reason) {
    return new ReportData.Estimate(null, null, null, null, null, status, reason);
  }

  private void compare(String group, List<String> members, String level, String period) {
    for (String weighting : List.of("efficiency", "public_value")) {
      for (int place = 0; place < members.size(); place++) {
        String unit =
            members.get((place + (weighting.equals("efficiency") ? 0 : 1)) % members.size());
        double composite = 82 - place * 11.5;
        boolean last = place == members.size() - 1 && group.equals("eastport");
        double half = 4 + 5 * random.nextDouble();
        Map<String, Double> contributions = new LinkedHashMap<>();
        contributions.put("E1", composite * 0.3);
        contributions.put("E4", composite * 0.2);
        contributions.put("P1", composite * 0.5);
        String city = group.equals("cities") ? unit : group;
        scores.add(
            new ReportData.Score(
                city,
                unit,
                level,
                group,
                period,
                weighting,
                new ReportData.Composite(
                    composite,
                    composite - half,
                    Math.min(100, composite + half),
                    place - 1.5,
                    place - 3.0,
                    place + 0.0,
                    last ? 0.41 : 0.92,
                    last ? "insufficient" : "ok"),
                contributions));
        int compared = members.size();
        String standing =
            place == 0 && compared > 3
                ? "clearly_better"
                : place >= 3 ? "clearly_worse" : "not_distinguishable";
        ranks.add(
            new ReportData.Rank(
                group,
                unit,
                level,
                period,
                weighting,
                unit,
                last
                    ? new ReportData.Place(null, null, null, null, null, "not_ranked", compared - 1)
                    : new ReportData.Place(
                        place + 1,
                        Math.max(1, place),
                        Math.min(compared, place + 2),
                        1,
                        compared,
                        standing,
                        compared),
                0.95));
      }
    }
  }

  private static List<ReportData.Indicator> indicators() {
    return List.of(
        indicator("E1", "Response lag", "响应滞后", "efficiency", "d", "lower", "district,city"),
        indicator("E2", "Time to control", "控制用时", "efficiency", "d", "lower", "district,city"),
        indicator(
            "E4", "Resumption loss area", "复工损失面积", "efficiency", "%·d", "lower", "district,city"),
        indicator("E5", "Time to 90 % recovery", "复工恢复用时", "efficiency", "d", "lower", "district"),
        indicator("P1", "Targeting precision", "精准率", "precision", "1", "higher", "district,city"),
        indicator("P2", "Targeting coverage", "覆盖率", "precision", "1", "higher", "district,city"),
        indicator("P3", "Discrimination", "区分度", "precision", "1", "higher", "district"),
        indicator(
            "D1", "Differentiation", "分区差异度", "decentralisation", "1", "context", "district,city"),
        indicator(
            "D3", "Local closure share", "基层办结率", "decentralisation", "1", "higher", "district"),
        indicator(
            "V1",
            "Recovery inequality",
            "复苏不平等",
            "public_value",
            "Theil T, nat",
            "lower",
            "district,city"),
        indicator("V2", "Worst-off gap", "最弱区差距", "public_value", "pp", "lower", "district,city"));
  }

  private static ReportData.Indicator indicator(
      String id,
      String title,
      String zh,
      String dimension,
      String unit,
      String better,
      String levels) {
    return new ReportData.Indicator(
        id,
        title.toLowerCase(java.util.Locale.ROOT).replace(' ', '_'),
        title,
        zh,
        dimension,
        unit,
        better,
        levels,
        "new_cases,mobility_smoothed",
        "A definition of " + title + " in words.",
        "x / (x + y)",
        "Day-block bootstrap.",
        "Author (2020)",
        1);
  }

  private static ReportData.Quality quality(List<ReportData.District> districts) {
    return new ReportData.Quality(
        "2020-11-02T03-00",
        List.of(
            new ReportData.Check(
                "record equation",
                "fail",
                "passed",
                "good 10790 + missing 212 + out_of_scope 40 + quarantined 7 + deduplicated 1 = 11050",
                "in 11050"),
            new ReportData.Check(
                "quarantined share of sample/cases",
                "fail",
                "passed",
                "0.0013 (7 of 5400 records)",
                "at most 0.05"),
            new ReportData.Check(
                "enterprise of district riverton-5",
                "warn",
                "failed",
                "0 of 240 days",
                "at least 120 days")),
        List.of(
            new ReportData.Refused(
                "sample/cases", "negative_count", "A count cannot be negative: -3", 5),
            new ReportData.Refused(
                "sample/mobility", "unparsable_date", "The date cannot be read: 2020-13-01", 2)),
        districts.stream()
            .map(
                d ->
                    new ReportData.Observed(
                        d.id(), DAYS, DAYS, DAYS - 7, d.id().equals("riverton-5") ? 0 : DAYS))
            .toList());
  }
}
