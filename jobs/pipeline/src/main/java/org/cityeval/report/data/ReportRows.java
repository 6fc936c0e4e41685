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
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.table.spec.TableJson;
import org.cityeval.warehouse.StoredRow;

/** Rows of the published tables as records of the report, and which columns these need. */
final class ReportRows {
  static final RowReading<ReportData.City> CITIES =
      RowReading.whole(CityTable.SPEC, ReportRows::city);
  static final RowReading<ReportData.District> DISTRICTS =
      RowReading.whole(DistrictTable.SPEC, ReportRows::district);
  static final RowReading<ReportData.Period> PERIODS =
      RowReading.whole(PeriodTable.SPEC, ReportRows::period);
  static final RowReading<ReportData.Indicator> INDICATORS =
      RowReading.whole(IndicatorTable.SPEC, ReportRows::indicator);
  static final RowReading<ReportData.Wave> WAVES =
      RowReading.whole(WaveTable.SPEC, ReportRows::wave);

  // Of tables that have several rows for each district, what the report has no use for stays there.
  static final RowReading<ReportData.Value> VALUES =
      RowReading.of(
          IndicatorValueTable.SPEC,
          ReportRows::value,
          CITY_ID,
          DISTRICT_ID,
          LEVEL,
          PERIOD_ID,
          INDICATOR_ID,
          IndicatorValueTable.VALUE,
          IndicatorValueTable.CI_LOW,
          IndicatorValueTable.CI_HIGH,
          IndicatorValueTable.CI_LEVEL,
          IndicatorValueTable.CI_METHOD,
          IndicatorValueTable.STATUS,
          IndicatorValueTable.REASON,
          IndicatorValueTable.N,
          IndicatorValueTable.COVERAGE,
          IndicatorValueTable.PARAMETERS);
  static final RowReading<ReportData.Standing> STANDINGS =
      RowReading.of(
          IndicatorStandingTable.SPEC,
          ReportRows::standing,
          DISTRICT_ID,
          LEVEL,
          PERIOD_ID,
          INDICATOR_ID,
          IndicatorStandingTable.SCORED_VALUE,
          IndicatorStandingTable.SCORED_LOW,
          IndicatorStandingTable.SCORED_HIGH,
          IndicatorStandingTable.GROUP_MEDIAN,
          IndicatorStandingTable.GROUP_MEDIAN_LOW,
          IndicatorStandingTable.CLASS);
  static final RowReading<ReportData.Score> SCORES =
      RowReading.of(
          ScorecardTable.SPEC,
          ReportRows::score,
          CITY_ID,
          DISTRICT_ID,
          LEVEL,
          PERIOD_ID,
          WEIGHTING,
          ScorecardTable.COMPOSITE,
          ScorecardTable.COMPOSITE_LOW,
          ScorecardTable.COMPOSITE_HIGH,
          ScorecardTable.COMPOSITE_DIFFERENCE,
          ScorecardTable.COMPOSITE_DIFFERENCE_LOW,
          ScorecardTable.COMPOSITE_DIFFERENCE_HIGH,
          ScorecardTable.MEASURED_WEIGHT,
          ScorecardTable.CENSORED_WEIGHT,
          ScorecardTable.MISSING_WEIGHT,
          ScorecardTable.STATUS,
          ScorecardTable.SCORES,
          ScorecardTable.WEIGHTS,
          ScorecardTable.AGGREGATION);
  static final RowReading<ReportData.Rank> RANKS =
      RowReading.of(
          RankIntervalTable.SPEC,
          ReportRows::rank,
          COMPARISON_GROUP,
          DISTRICT_ID,
          LEVEL,
          PERIOD_ID,
          WEIGHTING,
          RankIntervalTable.NAME,
          RankIntervalTable.RANK,
          RankIntervalTable.RANK_LOW,
          RankIntervalTable.RANK_HIGH,
          RankIntervalTable.RANK_LOW_SIMULTANEOUS,
          RankIntervalTable.RANK_HIGH_SIMULTANEOUS,
          RankIntervalTable.CLASS,
          RankIntervalTable.COMPARED,
          RankIntervalTable.RANK_LOW_CHOICES,
          RankIntervalTable.RANK_HIGH_CHOICES,
          RankIntervalTable.CI_LEVEL);

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

  /** Numbers by what they are of, from JSON; none where there is none. */
  static Map<String, Double> numbers(String json) {
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
