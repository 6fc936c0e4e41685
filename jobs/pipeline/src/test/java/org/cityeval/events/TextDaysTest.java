package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of texts. */
class TextDaysTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest
  @CsvSource({
    "2020-03-08, 2020-03-08",
    "2020-03-08 23:59, 2020-03-08",
    "2020-03-08T00:00:00, 2020-03-08",
    "2020-02-29 12:00:00.123456789, 2020-02-29",
    "2020-03-09T03:59:59Z, 2020-03-08",
    "2020-03-09 04:00:00+00:00, 2020-03-09",
    "2020-03-08T23:30:00-0400, 2020-03-08",
    "2020-03-09T11:59+08, 2020-03-08",
  })
  void readsTexts(String text, String expected) {
    TextDays days = new TextDays(new ZoneDays(NEW_YORK));

    assertThat(LocalDate.ofEpochDay(days.day(UTF8String.fromString(text))))
        .isEqualTo(LocalDate.parse(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2020",
        "2020-3-08",
        "2020-02-30",
        "2021-02-29",
        "2020-13-01",
        "2020-00-10",
        "08/03/2020",
        "2020-03-08x",
        "2020-03-08 ",
        "2020-03-08 24:00",
        "2020-03-08 12",
        "2020-03-08 12:60",
        "2020-03-08 12:00:00.",
        "2020-03-08 12:00:00 CET",
        "\uFF12020-03-08",
        "2020-03-08 12:00:00:00",
        "+2020-03-08"
      })
  void refusesOtherTexts(String text) {
    TextDays days = new TextDays(new ZoneDays(ZoneOffset.UTC));

    assertThat(days.day(UTF8String.fromString(text))).isEqualTo(TextDays.NONE);
  }
}
