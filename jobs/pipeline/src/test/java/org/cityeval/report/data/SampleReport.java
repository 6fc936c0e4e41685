package org.cityeval.report.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.cityeval.warehouse.Publication;

/** An invented publication to render from: three cities of five districts, two periods. */
public final class SampleReport {
  static final String HOSTILE = "<script>alert(1)</script> & Co \"x\"";
  public static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
  public static final int DAYS = 240;
  private static final List<String> CITIES = List.of("riverton", "eastport", "millbrook");
  private static final List<String> NAMES =
      List.of("Harbour", "Old Town", "Northgate", "Westfield", "Ash Hill");
  private static final List<String> NAMES_ZH = List.of("港口区", "老城区", "北门区", "西田区", "灰山区");

  private final SplittableRandom random = new SplittableRandom(7);
  private final List<ReportData.Value> values = new ArrayList<>();
  private final List<ReportData.Standing> standings = new ArrayList<>();
  private final List<ReportData.Score> scores = new ArrayList<>();
  private final List<ReportData.Rank> ranks = new ArrayList<>();

  private SampleReport() {}

  public static ReportData data() {
    return new SampleReport().build();
  }

  /** The same with one district named to break the page. */
  public static ReportData hostile() {
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
      series.add(SampleSeries.of(city, city, 5, 8 * random.nextDouble()));
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
        series.add(SampleSeries.of(city, id, 1 + 0.3 * d, 8 * random.nextDouble()));
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
    ranks.addAll(SampleBeside.ranks(districts));
    return new ReportData(
        "Three sample cities, spring to autumn 2020",
        publication(),
        new ReportData.Scope(cities, districts, periods, SampleIndicators.all()),
        new ReportData.Results(values, standings, scores, ranks, SampleBeside.of(districts)),
        new ReportData.Daily(series, waves, 200, 100),
        SampleQuality.of(districts));
  }

  private static Publication publication() {
    return new Publication(
        "sample",
        LocalDate.of(2020, 11, 2),
        true,
        Map.of("gold.scorecard", 3L, "gold.rank_interval", 3L, "gold.indicator_value", 4L),
        Map.of("sample/cases", "9f2c51aa07d1e3b4", "sample/mobility", "08ab6612ff90c3d1"),
        "c0ffee12",
        "{}",
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
        Locale.ROOT,
        "POLYGON ((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %4$f, %1$f %2$f))",
        west,
        south,
        east,
        north);
  }

  private void measure(String city, String unit, String level, String period) {
    for (ReportData.Indicator indicator : SampleIndicators.all()) {
      if (!indicator.better().containsKey(level)) {
        continue;
      }
      double middle = indicator.unit().equals("1") ? 0.55 : indicator.perResident() ? 3e6 : 24;
      double value = middle * (0.7 + 0.6 * random.nextDouble());
      double half = value * (0.04 + 0.2 * random.nextDouble());
      ReportData.Estimate estimate =
          new ReportData.Estimate(
              value, value - half, value + half, 0.95, "day_block_bootstrap", "ok", null);
      if (indicator.id().equals("D3")) {
        estimate = none("missing_input", "no service request observed");
      } else if (indicator.id().equals("E5") && unit.endsWith("-3")) {
        estimate =
            new ReportData.Estimate(
                null,
                84.0,
                null,
                0.95,
                "km",
                "censored",
                "activity had not recovered when the period ended");
      } else if (indicator.id().equals("E2") && unit.endsWith("-4")) {
        estimate = none("insufficient", "7 cases in the period, 11 are needed");
      } else if (unit.equals("riverton-5") && indicator.id().startsWith("V")) {
        estimate = none("suppressed", null);
      }
      compare(indicator, unit, level, period, estimate);
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

  /** Totals are of 100,000 residents; the medians are invented. */
  private void compare(
      ReportData.Indicator indicator,
      String unit,
      String level,
      String period,
      ReportData.Estimate estimate) {
    if (indicator.better(level).equals("context")
        || !(estimate.isMeasured() || estimate.isCensored())) {
      return;
    }
    double residents = indicator.perResident() ? 100_000 : 1;
    boolean better = unit.equals("riverton-1") && indicator.id().equals("E4");
    boolean worse = unit.equals("riverton-1") && indicator.id().equals("P1");
    standings.add(
        new ReportData.Standing(
            unit,
            level,
            period,
            indicator.id(),
            new ReportData.Scored(
                estimate.value() == null ? null : estimate.value() / residents,
                estimate.low() / residents,
                estimate.high() == null ? null : estimate.high() / residents),
            indicator.unit().equals("1") ? 0.55 : indicator.perResident() ? 30.0 : 24.0,
            null,
            better ? "clearly_better" : worse ? "clearly_worse" : "not_distinguishable"));
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
        // By hand: .3 (c + 10 a) + .2 (c - 15 a) + .5 c is c, whatever a.
        double apart = place % 2 == 0 ? 1 : -1;
        Map<String, Double> parts = new TreeMap<>();
        parts.put("E1", composite + 10 * apart);
        parts.put("E4", composite - 15 * apart);
        parts.put("P1", composite);
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
                    last
                        ? new ReportData.Weight(0.25, 0.16, 0.59)
                        : new ReportData.Weight(0.76, 0.16, 0.08),
                    last ? "insufficient" : "ok"),
                new ScoreParts(
                    parts, new TreeMap<>(Map.of("E1", 0.3, "E4", 0.2, "P1", 0.5)), "arithmetic")));
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
                    ? new ReportData.Place(
                        null, null, null, null, null, "not_ranked", compared - 1, null)
                    : new ReportData.Place(
                        place + 1,
                        Math.max(1, place),
                        Math.min(compared, place + 2),
                        1,
                        compared,
                        standing,
                        compared,
                        new ReportData.Choices(1, compared)),
                0.95));
      }
    }
  }
}
