package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayHeadingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-01-02",
        "1/22/20",
        "13-01-2020",
        "X2020.01.22",
        "20200122",
        "2020年1月2日",
        "2-Jan-20",
        "January 2, 2020",
        "2020-01-02 00:00:00"
      })
  void whatIsWrittenAsADayLooksLikeOne(String heading) {
    assertThat(DayHeadings.looksLikeDay(heading)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Province_State", "UID", "330102", "65-74", "n1", "20209999", "w 12"})
  void whatIsNotDoesNot(String heading) {
    assertThat(DayHeadings.looksLikeDay(heading)).isFalse();
  }

  @Test
  void aDayThatIsNotInTheCalendarIsNone() {
    DayHeadings days = new DayHeadings("yyyy-MM-dd");

    assertThat(days.day("2020-02-29")).contains(LocalDate.of(2020, 2, 29));
    assertThat(days.day("2020-02-30")).isEmpty();
    assertThat(days.day("2019-02-29")).isEmpty();
    assertThat(days.day("2020-13-01")).isEmpty();
    assertThat(days.day("2020-2-1")).isEmpty();
    assertThat(days.day("new_cases")).isEmpty();
    assertThat(new DayHeadings("M/d/yy").day("01/22/20")).contains(LocalDate.of(2020, 1, 22));
  }
}
