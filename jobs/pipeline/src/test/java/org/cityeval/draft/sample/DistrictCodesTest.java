package org.cityeval.draft.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistrictCodesTest {
  @ParameterizedTest
  @CsvSource({
    "01001, 1001",
    "1001, 1001",
    "1001.0, 1001",
    "1001.000, 1001",
    "' 1001 ', 1001",
    "0, 0",
    "000, 0",
    "E09000001, e09000001",
    "Alder, alder",
    "1001.5, 1001.5",
    // What has a letter keeps its zeros.
    "0A1, 0a1",
    "杭州市, 杭州市"
  })
  void codesAreComparedWithoutLeadingZerosAndFractions(String code, String plain) {
    assertThat(DistrictCodes.plain(code)).isEqualTo(plain);
  }

  @Test
  void codesThatAreAlikeAreOne() {
    assertThat(DistrictCodes.plain(List.of("01", "1", "1.0", "2")))
        .containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void coverageIsTheShareOfTheFirst() {
    assertThat(DistrictCodes.covered(Set.of("1", "2", "3", "4"), Set.of("1", "9"))).isEqualTo(0.25);
    assertThat(DistrictCodes.covered(Set.of("1"), Set.of("1", "9"))).isEqualTo(1);
    assertThat(DistrictCodes.covered(Set.of(), Set.of("1"))).isZero();
  }

  @Test
  void theWidthIsThatOfTheLongestCodeOfDigits() {
    assertThat(DistrictCodes.width(List.of("01001", "1001.0", "7"))).isEqualTo(5);
    assertThat(DistrictCodes.width(List.of("01001", "E09"))).isZero();
    assertThat(DistrictCodes.width(List.of("1001.5"))).isZero();
    assertThat(DistrictCodes.width(List.of())).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"countyfips", "geoid", "lad20cd", "area code", "zone", "区县", "行政区代码"})
  void headingsOfKeysAreKnown(String words) {
    assertThat(DistrictCodes.KEY_WORD.matcher(words).find()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"day", "new cases", "zoned", "capacity"})
  void otherHeadingsAreNot(String words) {
    assertThat(DistrictCodes.KEY_WORD.matcher(words).find()).isFalse();
  }
}
