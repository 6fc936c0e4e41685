package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.config.check.RuleFindings.told;
import static org.cityeval.config.check.RuleFindings.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRulesTest {
  private static List<String> problems(String source) throws JsonProcessingException {
    Findings findings = new Findings("f");
    new SourceRules(findings, Set.of("february"), new MergeRules(tree("{}"), findings))
        .check(tree(source), "s");
    return told(findings);
  }

  private static List<String> measure(String measure, String keys) throws JsonProcessingException {
    return problems("{shape: long, date: day, measures: {" + measure + ": {" + keys + "}}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{shape: long} | s.date: missing key `date`",
        "{shape: wide_dates} | s.date_columns: missing key `date_columns`",
        "{shape: long, date: d, date_columns: M/d/yy}"
            + " | s.date_columns: `date_columns` does not go with shape long",
        "{shape: wide_dates, date: d, date_columns: M/d/yy}"
            + " | s.date: `date` does not go with shape wide_dates"
      })
  void theDayIsSaidAsTheShapeHasIt(String source, String problem) throws JsonProcessingException {
    assertThat(problems(source)).containsExactly(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy-MM-dd",
        "M/d/yy",
        "'yyyy年M月d日'",
        "yyyyMMdd",
        "d-MMM-yy",
        "\"'X'yyyy.MM.dd\""
      })
  void aPatternGivesBackYearMonthAndDay(String pattern) throws JsonProcessingException {
    assertThat(problems("{shape: wide_dates, date_columns: " + pattern + "}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yyyy-MM", "MM/dd", "yyyy-mm-dd", "bbb", "HH:mm"})
  void aPatternThatLosesPartOfTheDayIsTold(String pattern) throws JsonProcessingException {
    assertThat(problems("{shape: wide_dates, date_columns: '" + pattern + "'}"))
        .containsExactly("s.date_columns: not a date pattern: `" + pattern + "`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "new_cases | kind: daily_count |",
        "new_cases | kind: cumulative_count |",
        "new_cases | kind: index | kind index does not fit new_cases",
        "new_cases | kind: grade | kind grade does not fit new_cases",
        "policy_grade | kind: grade |",
        "policy_grade | kind: daily_count | kind daily_count does not fit policy_grade",
        "enterprises_total | kind: level |",
        "enterprises_total | kind: index | kind index does not fit enterprises_total",
        "mobility_parks_change | kind: percent_change |",
        "mobility_parks_change | 'kind: level, baseline: february' |",
        "mobility_parks_change | kind: daily_count"
            + " | kind daily_count does not fit mobility_parks_change"
      })
  void aMeasureIsOfAKindThatItsUnitBears(String measure, String keys, String problem)
      throws JsonProcessingException {
    List<String> expected =
        problem == null ? List.of() : List.of("s.measures." + measure + ".kind: " + problem);

    assertThat(measure(measure, keys)).isEqualTo(expected);
  }

  @Test
  void aLevelOfAChangeNeedsABaselineThatTheConfigNames() throws JsonProcessingException {
    assertThat(measure("mobility_parks_change", "kind: level"))
        .containsExactly("s.measures.mobility_parks_change: kind level without a baseline");
    assertThat(measure("mobility_parks_change", "kind: level, baseline: march"))
        .containsExactly("s.measures.mobility_parks_change.baseline: unknown baseline `march`");
  }

  @Test
  void aMeasureIsOfTheVocabularyAndDerivedOnesAreNot() throws JsonProcessingException {
    assertThat(measure("new_case", "kind: daily_count"))
        .containsExactly("s.measures.new_case: unknown measure `new_case`");
    assertThat(measure("rt_mean", "kind: index"))
        .containsExactly("s.measures.rt_mean: unknown measure `rt_mean`");
  }

  @Test
  void aRangeIsNotEmpty() throws JsonProcessingException {
    assertThat(measure("new_cases", "kind: daily_count, range: [0, 0]")).isEmpty();
    assertThat(measure("new_cases", "kind: daily_count, range: [5, 0]"))
        .containsExactly("s.measures.new_cases.range: the range is empty");
  }
}
