package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cityeval.report.data.BesideData;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.ReportTables;
import org.cityeval.report.data.SampleIndicators;
import org.cityeval.report.data.SampleReport;
import org.cityeval.report.data.SampleSeries;
import org.cityeval.report.data.ScoreParts;
import org.junit.jupiter.api.Test;

/**
 * Lakes as large as the counties of the United States, 742 cities of 3,142 districts, and larger.
 */
class LargeReportTest {
  private static final int CITIES = 742;
  private static final int DISTRICTS = 3_142;

  private final ReportData sample = SampleReport.data();
  private final List<ReportData.City> cities = new ArrayList<>();
  private final List<ReportData.District> districts = new ArrayList<>();
  private final List<ReportData.Period> periods = new ArrayList<>();
  private final List<ReportData.Value> values = new ArrayList<>();
  private final List<ReportData.Standing> standings = new ArrayList<>();
  private final List<ReportData.Score> scores = new ArrayList<>();
  private final List<ReportData.Rank> ranks = new ArrayList<>();

  @Test
  void makesAPageThatStillOpens() {
    String page = page(1, "span", "wave-1", "wave-2");

    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(15_000_000);
    assertThat(page)
        .contains(
            "Days, profiles and peers stand on this page for those with the most residents: 200 of"
                + " 3,142 districts and 100 of 742 cities.");
  }

  /** A page has the rankings of so many cities, and of each district its name and its coverage. */
  @Test
  void tenTimesTheDistrictsMakeAPageThatOpensToo() {
    String page = page(10, "span");

    assertThat(page)
        .contains(
            "200 of 31,420 districts and 100 of 7,420 cities. Districts are ranked within 1,000 of"
                + " 7,420 cities. The tables hold all of them.");
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(15_000_000);
  }

  /** The page of so many times the lake, with some periods of each city. */
  private static String page(int times, String... ofEach) {
    return ReportPage.render(new LargeReportTest().data(times, ofEach));
  }

  private ReportData data(int times, String... ofEach) {
    for (int c = 0; c < times * CITIES; c++) {
      String city = "c" + (10_000 + c);
      cities.add(new ReportData.City(city, "City number " + c, null, 5e6 - c));
      for (String period : ofEach) {
        periods.add(
            new ReportData.Period(
                city,
                period,
                period,
                period.equals("span") ? "span" : "wave",
                SampleReport.FIRST,
                SampleReport.FIRST.plusDays(SampleReport.DAYS - 1)));
        member(city, city, "city", period, "cities", c, times * CITIES);
      }
    }
    for (int d = 0; d < times * DISTRICTS; d++) {
      String city = cities.get(d % cities.size()).id();
      String id = String.valueOf(100_000 + d);
      districts.add(new ReportData.District(id, city, "County number " + d, null, 1e6 - d, null));
      for (String period : ofEach) {
        member(city, id, "district", period, city, d / cities.size(), 1 + DISTRICTS / CITIES);
        rank(id, "district", period, "all", d, times * DISTRICTS);
        rank(id, "district", period, "peers", 1, 6);
      }
    }
    ReportData.Scope scope =
        new ReportData.Scope(cities, districts, periods, SampleIndicators.all());
    List<ReportData.Series> series = new ArrayList<>();
    List<BesideData.Peer> peers = new ArrayList<>();
    for (String city : scope.largestCities(ReportTables.CITY_LIMIT)) {
      series.add(SampleSeries.of(city, city, 5, 1));
    }
    for (String district : scope.largestDistricts(ReportTables.SERIES_LIMIT)) {
      series.add(SampleSeries.of(cities.get(0).id(), district, 2, 3));
      for (int number = 1; number <= 5; number++) {
        peers.add(
            new BesideData.Peer(
                district,
                "district",
                number,
                districts.get((Integer.parseInt(district) + 37 * number) % districts.size()).id(),
                number,
                Map.of("population", 1.0)));
      }
    }
    return new ReportData(
        "Many",
        sample.publication(),
        scope,
        new ReportData.Results(
            values, standings, scores, ranks, new BesideData(peers, List.of(), List.of())),
        new ReportData.Daily(series, List.of(), ReportTables.SERIES_LIMIT, ReportTables.CITY_LIMIT),
        sample.quality());
  }

  private void member(
      String city, String unit, String level, String period, String group, int at, int of) {
    for (String weighting : List.of("efficiency", "public_value")) {
      scores.add(
          new ReportData.Score(
              city,
              unit,
              level,
              group,
              period,
              weighting,
              new ReportData.Composite(
                  51.2, 44.4, 60.1, 1.0, -1.0, 3.0, new ReportData.Weight(0.76, 0.16, 0.08), "ok"),
              new ScoreParts(Map.of("E1", 51.2), Map.of("E1", 1.0), "arithmetic")));
    }
    rank(unit, level, period, group, at, of);
    for (ReportData.Indicator indicator : SampleIndicators.all()) {
      standings.add(
          new ReportData.Standing(
              unit,
              level,
              period,
              indicator.id(),
              new ReportData.Scored(0.555, 0.444, 0.666),
              0.555,
              null,
              "not_distinguishable"));
      values.add(
          new ReportData.Value(
              city,
              unit,
              level,
              period,
              indicator.id(),
              new ReportData.Estimate(0.555, 0.444, 0.666, 0.95, "day_block_bootstrap", "ok", null),
              new ReportData.Support(180L, 0.94, null)));
    }
  }

  private void rank(String unit, String level, String period, String group, int at, int of) {
    for (String weighting : List.of("efficiency", "public_value")) {
      ranks.add(
          new ReportData.Rank(
              group,
              unit,
              level,
              period,
              weighting,
              unit,
              new ReportData.Place(
                  at + 1, 1, of, 1, of, "not_distinguishable", of, new ReportData.Choices(1, of)),
              0.95));
    }
  }
}
