package org.cityeval.events.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellKeyTest {
  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1900-01-01, 1900-01-01",
    "0, 2020-01-21, 2020-05-08",
    "16777215, 2100-12-31, 2100-12-31",
    "16777215, 1969-12-31, 1970-01-01"
  })
  void givesBackWhatItIsMadeOf(int district, String day, String published) {
    long key = CellKey.of(district, day(day), day(published));

    assertThat(CellKey.district(key)).isEqualTo(district);
    assertThat(CellKey.day(key)).isEqualTo(day(day));
    assertThat(CellKey.asOf(key)).isEqualTo(day(published));
  }

  @Test
  void noDayOfPublicationIsNoneAndNotTheFirstDay() {
    long without = CellKey.of(7, day("2020-01-21"), CellKey.NO_DAY);

    assertThat(CellKey.asOf(without)).isEqualTo(CellKey.NO_DAY);
    assertThat(without).isNotEqualTo(CellKey.of(7, day("2020-01-21"), CellKey.FIRST_DAY));
  }

  @Test
  void aDayIsPlausibleFrom1900To2100() {
    assertThat(CellKey.isPlausible(day("1899-12-31"))).isFalse();
    assertThat(CellKey.isPlausible(day("1900-01-01"))).isTrue();
    assertThat(CellKey.isPlausible(day("2100-12-31"))).isTrue();
    assertThat(CellKey.isPlausible(day("2101-01-01"))).isFalse();
    assertThat(CellKey.isPlausible(CellKey.NO_DAY)).isFalse();
  }
}
