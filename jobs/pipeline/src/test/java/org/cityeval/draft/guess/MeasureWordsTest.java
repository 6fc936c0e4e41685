package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.draft.guess.MeasureWords.Said;
import org.cityeval.draft.sample.ColumnProfile;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureWordsTest {
  private static ColumnProfile column(String name, String... cells) {
    return ColumnProfile.of(name, List.of(cells), '.');
  }

  @ParameterizedTest
  @CsvSource({
    "new cases, NEW_CASES, cases",
    "确诊人数, NEW_CASES, 确诊",
    "spend all, ENTERPRISE_SPENDING_CHANGE, spend",
    "revenue total, ENTERPRISE_REVENUE_CHANGE, revenue",
    "复工企业数, ENTERPRISES_RESUMED, 复工企业",
    "merchants open, ENTERPRISE_OPEN_CHANGE, merchants",
    "payrolls, ENTERPRISE_EMPLOYMENT_CHANGE, payrolls",
    "no2, ENTERPRISE_OUTPUT_CHANGE, no2",
    "transit stations percent change, MOBILITY_TRANSIT_CHANGE, transit",
    "residential, MOBILITY_RESIDENTIAL_CHANGE, residential",
    "m50 index, MOBILITY_DISTANCE_CHANGE, m50",
    "subway ridership, MOBILITY_ACTIVITY_CHANGE, ridership",
    "迁徙指数, MOBILITY_ACTIVITY_CHANGE, 迁徙"
  })
  void aWordSpeaksOfItsMeasure(String words, Quantity quantity, String word) {
    assertThat(MeasureWords.find(words)).contains(new Said(quantity, word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "case rate",
        "cases per 100k",
        "deaths of cases",
        "cases recovered",
        "tests of cases",
        "vaccinated cases",
        "population of parks",
        "location of parks",
        "temperature",
        "showcase",
        ""
      })
  void wordsOfSomethingBesideItSpeakOfNone(String words) {
    assertThat(MeasureWords.find(words)).isEmpty();
  }

  @Test
  void aGradeIsAWordOfGradesOverSmallWholeNumbers() {
    assertThat(MeasureWords.find(column("alert_level", "0", "3", "10"), false))
        .contains(new Said(Quantity.POLICY_GRADE, "alert level"));
    assertThat(MeasureWords.find(column("响应级别", "1", "3"), false))
        .contains(new Said(Quantity.POLICY_GRADE, "响应级别"));
    assertThat(MeasureWords.find(column("grade", "0", "11"), false)).isEmpty();
    assertThat(MeasureWords.find(column("grade", "0.5", "1"), false)).isEmpty();
    assertThat(MeasureWords.find(column("grade", "-1", "1"), false)).isEmpty();
  }

  @Test
  void aBareLevelIsAGradeInATableOfOrdersAlone() {
    assertThat(MeasureWords.find(column("level", "0", "4"), true))
        .contains(new Said(Quantity.POLICY_GRADE, "level"));
    assertThat(MeasureWords.find(column("level", "0", "4"), false)).isEmpty();
    assertThat(MeasureWords.find(column("water level", "0", "4"), true)).isEmpty();
  }

  @Test
  void aTotalGoesBeforeAPlainWordAndThatBeforeAPart() {
    assertThat(MeasureWords.rank("new cases")).isZero();
    assertThat(MeasureWords.rank("spend all")).isZero();
    assertThat(MeasureWords.rank("cases")).isEqualTo(1);
    assertThat(MeasureWords.rank("cases probable")).isEqualTo(2);
    // Renewed is not new.
    assertThat(MeasureWords.rank("renewed cases")).isEqualTo(2);
  }

  @Test
  void eventsAreJourneysOrCasesByTheirHeadingsOrTheirFile() {
    assertThat(MeasureWords.events(List.of("tpep_pickup_datetime", "zone"), "y.csv"))
        .map(MeasureWords.EventMeaning::quantity)
        .contains(Quantity.MOBILITY_ACTIVITY_CHANGE);
    assertThat(MeasureWords.events(List.of("at", "zone"), "yellow_tripdata_2020-03.csv"))
        .map(MeasureWords.EventMeaning::kind)
        .contains("level");
    assertThat(MeasureWords.events(List.of("onsetDate", "zone"), "lines.csv"))
        .map(MeasureWords.EventMeaning::quantity)
        .contains(Quantity.NEW_CASES);
    assertThat(MeasureWords.events(List.of("at", "zone"), "calls.csv")).isEmpty();
  }
}
