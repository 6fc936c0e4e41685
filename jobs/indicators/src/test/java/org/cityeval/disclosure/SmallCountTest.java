package org.cityeval.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallCountTest {

  @ParameterizedTest
  @CsvSource({
    "0, false",
    "1, true",
    "4, true",
    "5, false",
    "50, false",
    "138, false",
    "-3, true",
    "-7, false",
    "NaN, false",
    "0.43, true",
    "4.99, true"
  })
  void countsAreComparedAsNumbers(double count, boolean isSmall) {
    assertThat(new SmallCount(5).is(count)).isEqualTo(isSmall);
  }

  @ParameterizedTest
  @CsvSource({"0, 4, true", "1, 4, true", "2, 9, false", "0, 3, false", "3, 3, false"})
  void aCountIsHiddenWhereEverySmallOneStaysPossible(double low, double high, boolean isHidden) {
    assertThat(new SmallCount(5).isHidden(low, high)).isEqualTo(isHidden);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, false", "2, true"})
  void aLimitOfOneWithholdsNothing(int below, boolean withholds) {
    assertThat(new SmallCount(below).withholds()).isEqualTo(withholds);
  }
}
