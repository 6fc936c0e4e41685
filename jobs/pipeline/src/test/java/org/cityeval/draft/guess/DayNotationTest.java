package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayNotationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "2020-01-31 | 2020-02-01 | day",
        "20200131 | 20200201 | to_date(day, 'yyyyMMdd')",
        "1/31/20 | 2/1/20 | to_date(day, 'M/d/yy')",
        "31/1/2020 | 1/2/2020 | to_date(day, 'd/M/yyyy')",
        "2020年1月31日 | 2020年2月1日 | to_date(day, 'yyyy年M月d日')",
        "2020-01-31 23:59:59.5 | 2020-02-01T00:00 | to_date(substring(day, 1, 10))",
        "1/31/20 9:05 | 2/1/20 23:00 | to_date(substring_index(day, ' ', 1), 'M/d/yy')"
      })
  void readsTheLastOfJanuaryAndTheFirstOfFebruary(String last, String first, String expression) {
    DayNotation notation = DayNotation.find(List.of(last, first)).orElseThrow();

    assertThat(notation.expression("day")).isEqualTo(expression);
    assertThat(notation.day(last)).contains(LocalDate.of(2020, 1, 31));
    assertThat(notation.day(first)).contains(LocalDate.of(2020, 2, 1));
  }

  @ParameterizedTest
  @CsvSource({"1001, 1003", "R1, R2", "100, 99.5", "330100, 330200"})
  void takesNoCodeOrNumberForADay(String one, String other) {
    assertThat(DayNotation.find(List.of(one, other))).isEmpty();
  }

  /** 3 to 5 April one way, 4 March to 4 May the other. */
  @Test
  void takesTheNotationInWhichTheDaysLieCloser() {
    DayNotation notation = DayNotation.find(List.of("4/3/20", "4/4/20", "4/5/20")).orElseThrow();

    assertThat(notation.pattern()).isEqualTo("M/d/yy");
    assertThat(notation.certain()).isTrue();
    assertThat(DayNotation.find(List.of("4/4/20")).orElseThrow().certain()).isFalse();
  }
}
