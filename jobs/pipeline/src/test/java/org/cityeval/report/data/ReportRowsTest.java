package org.cityeval.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorStandingTable;
import org.cityeval.table.gold.IndicatorTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.PublishedFew;
import org.cityeval.testing.Written;
import org.junit.jupiter.api.Test;

/** Each cell differs from every other, so that no two can be taken for each other. */
class ReportRowsTest {
  private static TableRow row(TableSpec table) {
    return PublishedFew.row(table, "e");
  }

  /** A row of a result of district d of city c. */
  private static TableRow result(TableSpec table) {
    return row(table)
        .set(Keys.DISTRICT_ID, "d")
        .set(Keys.LEVEL, "district")
        .set(Keys.PERIOD_ID, "span");
  }

  @Test
  void citiesAndDistricts() {
    assertThat(
            ReportRows.city(
                Written.stored(
                    CityTable.SPEC,
                    row(CityTable.SPEC)
                        .set(Keys.CITY_ID, "c")
                        .set(CityTable.NAME, "City")
                        .set(CityTable.NAME_ZH, "城")
                        .set(CityTable.POPULATION, 7.0))))
        .isEqualTo(new ReportData.City("c", "City", "城", 7.0));
    assertThat(
            ReportRows.district(
                Written.stored(
                    DistrictTable.SPEC,
                    row(DistrictTable.SPEC)
                        .set(Keys.DISTRICT_ID, "d")
                        .set(Keys.CITY_ID, "c")
                        .set(DistrictTable.NAME, "Dale")
                        .set(DistrictTable.GEOMETRY_WKT, "POLYGON"))))
        .isEqualTo(new ReportData.District("d", "c", "Dale", null, null, "POLYGON"));
  }

  @Test
  void periodsAndWaves() {
    assertThat(
            ReportRows.period(
                Written.stored(
                    PeriodTable.SPEC,
                    row(PeriodTable.SPEC)
                        .set(Keys.CITY_ID, "c")
                        .set(Keys.PERIOD_ID, "p")
                        .set(PeriodTable.TITLE, "Spring")
                        .set(PeriodTable.KIND, "named")
                        .set(PeriodTable.FIRST_DAY, LocalDate.of(2020, 3, 1))
                        .set(PeriodTable.LAST_DAY, LocalDate.of(2020, 5, 31)))))
        .isEqualTo(
            new ReportData.Period(
                "c", "p", "Spring", "named", LocalDate.of(2020, 3, 1), LocalDate.of(2020, 5, 31)));
    assertThat(
            ReportRows.wave(
                Written.stored(
                    WaveTable.SPEC,
                    row(WaveTable.SPEC)
                        .set(Keys.DISTRICT_ID, "d")
                        .set(WaveTable.WAVE_NO, 2)
                        .set(WaveTable.START_DATE, LocalDate.of(2020, 3, 1))
                        .set(WaveTable.PEAK_DATE, LocalDate.of(2020, 3, 2))
                        .set(WaveTable.END_DATE, LocalDate.of(2020, 3, 3))
                        .set(WaveTable.SIZE, 4.0))))
        .isEqualTo(
            new ReportData.Wave(
                "d",
                2,
                LocalDate.of(2020, 3, 1),
                LocalDate.of(2020, 3, 2),
                LocalDate.of(2020, 3, 3),
                4.0));
  }

  @Test
  void anIndicatorHasADirectionOfTheLevelsItIsComputedForAlone() {
    TableRow row =
        row(IndicatorTable.SPEC)
            .set(Keys.INDICATOR_ID, "E1")
            .set(IndicatorTable.NAME, "name")
            .set(IndicatorTable.TITLE, "title")
            .set(IndicatorTable.TITLE_ZH, "题")
            .set(IndicatorTable.DIMENSION, "efficiency")
            .set(IndicatorTable.UNIT, "d")
            .set(IndicatorTable.BETTER_CITY, "lower")
            .set(IndicatorTable.PER_RESIDENT, true)
            .set(IndicatorTable.READS, "reads")
            .set(IndicatorTable.DEFINITION, "definition")
            .set(IndicatorTable.FORMULA, "formula")
            .set(IndicatorTable.UNCERTAINTY, "uncertainty")
            .set(IndicatorTable.CITATIONS, "citations")
            .set(IndicatorTable.METHOD_VERSION, 4);

    assertThat(ReportRows.indicator(Written.stored(IndicatorTable.SPEC, row)))
        .isEqualTo(
            new ReportData.Indicator(
                "E1",
                "name",
                "title",
                "题",
                "efficiency",
                "d",
                Map.of("city", "lower"),
                true,
                "reads",
                "definition",
                "formula",
                "uncertainty",
                "citations",
                4));
    row.set(IndicatorTable.BETTER_DISTRICT, "context");
    assertThat(ReportRows.indicator(Written.stored(IndicatorTable.SPEC, row)).better())
        .isEqualTo(Map.of("city", "lower", "district", "context"));
  }

  @Test
  void valuesWithWhatTheyRestOn() {
    assertThat(
            ReportRows.value(
                Written.stored(
                    IndicatorValueTable.SPEC,
                    result(IndicatorValueTable.SPEC)
                        .set(Keys.CITY_ID, "c")
                        .set(Keys.INDICATOR_ID, "E1")
                        .set(IndicatorValueTable.VALUE, 2.0)
                        .set(IndicatorValueTable.CI_LOW, 1.0)
                        .set(IndicatorValueTable.CI_HIGH, 3.0)
                        .set(IndicatorValueTable.CI_LEVEL, 0.9)
                        .set(IndicatorValueTable.CI_METHOD, "m")
                        .set(IndicatorValueTable.STATUS, "ok")
                        .set(IndicatorValueTable.REASON, "r")
                        .set(IndicatorValueTable.N, 9L)
                        .set(IndicatorValueTable.COVERAGE, 0.8)
                        .set(IndicatorValueTable.PARAMETERS, "{}"))))
        .isEqualTo(
            new ReportData.Value(
                "c",
                "d",
                "district",
                "span",
                "E1",
                new ReportData.Estimate(2.0, 1.0, 3.0, 0.9, "m", "ok", "r"),
                new ReportData.Support(9L, 0.8, "{}")));
  }

  @Test
  void standingsBesideTheMedianOfTheirGroup() {
    assertThat(
            ReportRows.standing(
                Written.stored(
                    IndicatorStandingTable.SPEC,
                    result(IndicatorStandingTable.SPEC)
                        .set(Keys.INDICATOR_ID, "E1")
                        .set(IndicatorStandingTable.SCORED_VALUE, 2.0)
                        .set(IndicatorStandingTable.SCORED_LOW, 1.0)
                        .set(IndicatorStandingTable.SCORED_HIGH, 3.0)
                        .set(IndicatorStandingTable.GROUP_MEDIAN, 4.0)
                        .set(IndicatorStandingTable.GROUP_MEDIAN_LOW, 5.0)
                        .set(IndicatorStandingTable.CLASS, "clearly_better"))))
        .isEqualTo(
            new ReportData.Standing(
                "d",
                "district",
                "span",
                "E1",
                new ReportData.Scored(2.0, 1.0, 3.0),
                4.0,
                5.0,
                "clearly_better"));
  }

  private static TableRow score(String level) {
    return result(ScorecardTable.SPEC)
        .set(Keys.CITY_ID, "c")
        .set(Keys.LEVEL, level)
        .set(Keys.WEIGHTING, "efficiency")
        .set(ScorecardTable.COMPOSITE, 50.0)
        .set(ScorecardTable.COMPOSITE_LOW, 40.0)
        .set(ScorecardTable.COMPOSITE_HIGH, 60.0)
        .set(ScorecardTable.COMPOSITE_DIFFERENCE, 2.0)
        .set(ScorecardTable.COMPOSITE_DIFFERENCE_LOW, 1.0)
        .set(ScorecardTable.COMPOSITE_DIFFERENCE_HIGH, 3.0)
        .set(ScorecardTable.MEASURED_WEIGHT, 0.7)
        .set(ScorecardTable.CENSORED_WEIGHT, 0.2)
        .set(ScorecardTable.MISSING_WEIGHT, 0.1)
        .set(ScorecardTable.STATUS, "ok")
        .set(ScorecardTable.AGGREGATION, "geometric");
  }

  @Test
  void aScoreWithItsPartsAndItsGroup() {
    ReportData.Score score =
        ReportRows.score(
            Written.stored(
                ScorecardTable.SPEC,
                score("district")
                    .set(ScorecardTable.SCORES, "{\"E1\":1,\"P1\":99.5,\"V1\":null}")
                    .set(ScorecardTable.WEIGHTS, "{\"E1\":0.25}")));

    assertThat(score)
        .isEqualTo(
            new ReportData.Score(
                "c",
                "d",
                "district",
                "c",
                "span",
                "efficiency",
                new ReportData.Composite(
                    50.0, 40.0, 60.0, 2.0, 1.0, 3.0, new ReportData.Weight(0.7, 0.2, 0.1), "ok"),
                new ScoreParts(Map.of("E1", 1.0, "P1", 99.5), Map.of("E1", 0.25), "geometric")));
  }

  @Test
  void aCityIsScoredAmongCitiesAndPartsMayLack() {
    ReportData.Score score = ReportRows.score(Written.stored(ScorecardTable.SPEC, score("city")));

    assertThat(score.group()).isEqualTo("cities");
    assertThat(score.parts().scores()).isEmpty();
    assertThat(score.parts().weights()).isEmpty();
  }

  @Test
  void aRankWithTheRanksOfOtherChoicesWhereTheyWereTried() {
    TableRow row =
        result(RankIntervalTable.SPEC)
            .set(Keys.COMPARISON_GROUP, "g")
            .set(Keys.WEIGHTING, "efficiency")
            .set(RankIntervalTable.NAME, "Dale")
            .set(RankIntervalTable.RANK, 4)
            .set(RankIntervalTable.RANK_LOW, 3)
            .set(RankIntervalTable.RANK_HIGH, 5)
            .set(RankIntervalTable.RANK_LOW_SIMULTANEOUS, 2)
            .set(RankIntervalTable.RANK_HIGH_SIMULTANEOUS, 6)
            .set(RankIntervalTable.CLASS, "clearly_worse")
            .set(RankIntervalTable.COMPARED, 9)
            .set(RankIntervalTable.CI_LEVEL, 0.9);

    assertThat(ReportRows.rank(Written.stored(RankIntervalTable.SPEC, row)))
        .isEqualTo(
            new ReportData.Rank(
                "g",
                "d",
                "district",
                "span",
                "efficiency",
                "Dale",
                new ReportData.Place(4, 3, 5, 2, 6, "clearly_worse", 9, null),
                0.9));
    row.set(RankIntervalTable.RANK_LOW_CHOICES, 1).set(RankIntervalTable.RANK_HIGH_CHOICES, 8);
    assertThat(ReportRows.rank(Written.stored(RankIntervalTable.SPEC, row)).place().choices())
        .isEqualTo(new ReportData.Choices(1, 8));
  }
}
