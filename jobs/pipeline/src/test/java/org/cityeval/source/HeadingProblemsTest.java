package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cityeval.lake.CsvHeadings;
import org.cityeval.lake.FileHeadings;
import org.cityeval.lake.LakeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingProblemsTest {
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
    assertThat(new DayHeadings("M/d/yy").day("01/22/20")).contains(LocalDate.of(2020, 1, 22));
  }

  @Test
  void aHeadingThatStandsTwiceIsNamedByItsPlaceAndIsNoOther() {
    String[] cells = {"date", "n1", "N1", "n11", null, "n1 "};

    assertThat(CsvHeadings.names(cells))
        .containsExactly("date", "n1 (column 2)", "N1 (column 3)", "n11", "_c4", "n1 (column 6)");
    FileHeadings headings = CsvHeadings.of(new LakeFile("f", "f.csv", 1, 1), cells);
    assertThat(headings.twice()).isEqualTo(Map.of("n1", List.of(2, 3, 6)));
    assertThat(headings.columns()).containsExactlyInAnyOrder("date", "n11");
  }
}
