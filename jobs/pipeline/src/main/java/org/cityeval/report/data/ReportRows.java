package org.cityeval.report.data;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.COMPARISON_GROUP;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.WEIGHTING;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.comparison.GroupNames;
import org.cityeval.series.Level;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorStandingTable;
import org.cityeval.table.gold.IndicatorTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.PeerGroupTable;
import org.cityeval.table.gold.PeerTable;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.RankSensitivityTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.table.spec.TableJson;
import org.cityeval.warehouse.StoredRow;

/** Rows of the published tables as records of the report. */
final class ReportRows {
  private ReportRows() {}

  static ReportData.City city(StoredRow row) {
    return new ReportData.City(
        row.get(CITY_ID),
        row.get(CityTable.NAME),
        row.get(CityTable.NAME_ZH),
        row.get(CityTable.POPULATION));
  }

  static ReportData.District district(StoredRow row) {
    return new ReportData.District(
        row.get(DISTRICT_ID),
        row.get(CITY_ID),
        row.get(DistrictTable.NAME),
        row.get(DistrictTable.NAME_ZH),
        row.get(DistrictTable.POPULATION),
        row.get(DistrictTable.GEOMETRY_WKT));
  }

  static ReportData.Period period(StoredRow row) {
    return new ReportData.Period(
        row.get(CITY_ID),
        row.get(PERIOD_ID),
        row.get(PeriodTable.TITLE),
        row.get(PeriodTable.KIND),
        row.get(PeriodTable.FIRST_DAY),
        row.get(PeriodTable.LAST_DAY));
  }

  static ReportData.Indicator indicator(StoredRow row) {
    return new ReportData.Indicator(
        row.get(INDICATOR_ID),
        row.get(IndicatorTable.NAME),
        row.get(IndicatorTable.TITLE),
        row.get(IndicatorTable.TITLE_ZH),
        row.get(IndicatorTable.DIMENSION),
        row.get(IndicatorTable.UNIT),
        better(row),
        row.get(IndicatorTable.PER_RESIDENT),
        row.get(IndicatorTable.READS),
        row.get(IndicatorTable.DEFINITION),
        row.get(IndicatorTable.FORMULA),
        row.get(IndicatorTable.UNCERTAINTY),
        row.get(IndicatorTable.CITATIONS),
        row.get(IndicatorTable.METHOD_VERSION));
  }

  private static Map<String, String> better(StoredRow row) {
    Map<String, String> better = new TreeMap<>();
    for (Level level : Level.values()) {
      String direction = row.get(IndicatorTable.better(level));
      if (direction != null) {
        better.put(level.id(), direction);
      }
    }
    return Collections.unmodifiableMap(better);
  }

  static ReportData.Standing standing(StoredRow row) {
    return new ReportData.Standing(
        row.get(DISTRICT_ID),
        row.get(LEVEL),
        row.get(PERIOD_ID),
        row.get(INDICATOR_ID),
        new ReportData.Scored(
            row.get(IndicatorStandingTable.SCORED_VALUE),
            row.get(IndicatorStandingTable.SCORED_LOW),
            row.get(IndicatorStandingTable.SCORED_HIGH)),
        row.get(IndicatorStandingTable.GROUP_MEDIAN),
        row.get(IndicatorStandingTable.GROUP_MEDIAN_LOW),
        row.get(IndicatorStandingTable.CLASS));
  }

  static ReportData.Value value(StoredRow row) {
    return new ReportData.Value(
        row.get(CITY_ID),
        row.get(DISTRICT_ID),
        row.get(LEVEL),
        row.get(PERIOD_ID),
        row.get(INDICATOR_ID),
        new ReportData.Estimate(
            row.get(IndicatorValueTable.VALUE),
            row.get(IndicatorValueTable.CI_LOW),
            row.get(IndicatorValueTable.CI_HIGH),
            row.get(IndicatorValueTable.CI_LEVEL),
            row.get(IndicatorValueTable.CI_METHOD),
            row.get(IndicatorValueTable.STATUS),
            row.get(IndicatorValueTable.REASON)),
        new ReportData.Support(
            row.get(IndicatorValueTable.N),
            row.get(IndicatorValueTable.COVERAGE),
            row.get(IndicatorValueTable.PARAMETERS)));
  }

  static ReportData.Score score(StoredRow row) {
    return new ReportData.Score(
        row.get(CITY_ID),
        row.get(DISTRICT_ID),
        row.get(LEVEL),
        row.get(LEVEL).equals(Level.CITY.id()) ? GroupNames.CITIES : row.get(CITY_ID),
        row.get(PERIOD_ID),
        row.get(WEIGHTING),
        new ReportData.Composite(
            row.get(ScorecardTable.COMPOSITE),
            row.get(ScorecardTable.COMPOSITE_LOW),
            row.get(ScorecardTable.COMPOSITE_HIGH),
            row.get(ScorecardTable.COMPOSITE_DIFFERENCE),
            row.get(ScorecardTable.COMPOSITE_DIFFERENCE_LOW),
            row.get(ScorecardTable.COMPOSITE_DIFFERENCE_HIGH),
            new ReportData.Weight(
                row.get(ScorecardTable.MEASURED_WEIGHT),
                row.get(ScorecardTable.CENSORED_WEIGHT),
                row.get(ScorecardTable.MISSING_WEIGHT)),
            row.get(ScorecardTable.STATUS)),
        new ScoreParts(
            numbers(row.get(ScorecardTable.SCORES)),
            numbers(row.get(ScorecardTable.WEIGHTS)),
            row.get(ScorecardTable.AGGREGATION)));
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
        row.get(COMPARISON_GROUP),
        row.get(DISTRICT_ID),
        row.get(LEVEL),
        row.get(PERIOD_ID),
        row.get(WEIGHTING),
        row.get(RankIntervalTable.NAME),
        new ReportData.Place(
            row.get(RankIntervalTable.RANK),
            row.get(RankIntervalTable.RANK_LOW),
            row.get(RankIntervalTable.RANK_HIGH),
            row.get(RankIntervalTable.RANK_LOW_SIMULTANEOUS),
            row.get(RankIntervalTable.RANK_HIGH_SIMULTANEOUS),
            row.get(RankIntervalTable.CLASS),
            row.get(RankIntervalTable.COMPARED),
            row.get(RankIntervalTable.RANK_LOW_CHOICES) == null
                ? null
                : new ReportData.Choices(
                    row.get(RankIntervalTable.RANK_LOW_CHOICES),
                    row.get(RankIntervalTable.RANK_HIGH_CHOICES))),
        row.get(RankIntervalTable.CI_LEVEL));
  }

  static BesideData.Peer peer(StoredRow row) {
    return new BesideData.Peer(
        row.get(DISTRICT_ID),
        row.get(LEVEL),
        row.get(PeerTable.PEER_NO),
        row.get(PeerTable.PEER_ID),
        row.get(PeerTable.DISTANCE),
        numbers(row.get(PeerTable.CONTRIBUTIONS)));
  }

  static BesideData.Similar similar(StoredRow row) {
    return new BesideData.Similar(
        row.get(DISTRICT_ID),
        row.get(LEVEL),
        row.get(PeerGroupTable.PEER_GROUP),
        new BesideData.Component(row.get(PeerGroupTable.PC1), row.get(PeerGroupTable.PC1_SHARE)),
        new BesideData.Component(row.get(PeerGroupTable.PC2), row.get(PeerGroupTable.PC2_SHARE)),
        numbers(row.get(PeerGroupTable.STANDARDISED)));
  }

  static BesideData.Factor factor(StoredRow row) {
    return new BesideData.Factor(
        row.get(COMPARISON_GROUP),
        row.get(DISTRICT_ID),
        row.get(PERIOD_ID),
        row.get(WEIGHTING),
        row.get(RankSensitivityTable.FACTOR),
        row.get(RankSensitivityTable.FIRST_ORDER),
        row.get(RankSensitivityTable.TOTAL));
  }

  static ReportData.Wave wave(StoredRow row) {
    return new ReportData.Wave(
        row.get(DISTRICT_ID),
        row.get(WaveTable.WAVE_NO),
        row.get(WaveTable.START_DATE),
        row.get(WaveTable.PEAK_DATE),
        row.get(WaveTable.END_DATE),
        row.get(WaveTable.SIZE));
  }
}
