package org.cityeval.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cityeval.config.EvaluationSection.NamedPeriod;
import org.cityeval.series.Period;
import org.junit.jupiter.api.Test;

class EvaluationSectionTest {
  private static LocalDate may(int day) {
    return LocalDate.of(2020, 5, day);
  }

  private static EvaluationSection section(
      Map<String, NamedPeriod> periods, Map<String, NamedPeriod> holidays) {
    return new EvaluationSection("id", "Title", null, may(1), may(31), periods, holidays);
  }

  @Test
  void bothEndsOfAHolidayBelongToIt() {
    EvaluationSection section =
        section(Map.of(), Map.of("golden", new NamedPeriod("Golden", may(3), may(5))));

    assertThat(section.findHoliday(may(2))).isEmpty();
    assertThat(section.findHoliday(may(3))).isPresent();
    assertThat(section.findHoliday(may(5))).isPresent();
    assertThat(section.findHoliday(may(6))).isEmpty();
  }

  @Test
  void ofTwoHolidaysTheFirstOfTheConfigCounts() {
    Map<String, NamedPeriod> holidays = new LinkedHashMap<>();
    holidays.put("z", new NamedPeriod("First", may(1), may(5)));
    holidays.put("a", new NamedPeriod("Second", may(4), may(9)));

    assertThat(section(Map.of(), holidays).findHoliday(may(4)).orElseThrow().title())
        .isEqualTo("First");
    assertThat(section(Map.of(), holidays).findHoliday(may(6)).orElseThrow().title())
        .isEqualTo("Second");
  }

  @Test
  void namedPeriodsStandInTheOrderOfTheConfig() {
    Map<String, NamedPeriod> periods = new LinkedHashMap<>();
    periods.put("z", new NamedPeriod("Last", may(1), may(5)));
    periods.put("a", new NamedPeriod("First", may(4), may(9)));

    assertThat(section(periods, Map.of()).namedPeriods())
        .containsExactly(
            new Period("z", "Last", Period.Kind.NAMED, may(1), may(5)),
            new Period("a", "First", Period.Kind.NAMED, may(4), may(9)));
  }
}
