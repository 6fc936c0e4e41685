package org.cityeval.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownNumberTest {
  @ParameterizedTest
  @CsvSource({
    "4213.093999999998, 6, 4213.09",
    "-0.19999999999999998, 6, -0.2",
    "25506115.4, 6, 25506115",
    "1234.5, 4, 1234",
    "0.00012345678, 4, 0.0001235",
    "0.0000152551, 3, 1.53e-05",
    "12, 6, 12",
    "0, 6, 0",
    "NaN, 6, NaN"
  })
  void hasSoManyDigitsAndLosesNoneBeforeThePoint(double number, int digits, String shown) {
    assertThat(ShownNumber.of(number, digits)).isEqualTo(shown);
  }

  /** Two digits of the spread: 3197, 12.5, 3.2, .050, .0012. */
  @ParameterizedTest
  @CsvSource({
    "9249.6, 3197.1, 9250",
    "11199.015499999998, 3197.1, 11199",
    "47.58123, 12.5, 48",
    "47.58123, 3.2, 47.6",
    "0.123456, 0.05, 0.123",
    "0.123456, 0.0012, 0.1235",
    "0.123456789, NaN, 0.123457",
    "4213.093999999998, 0, 4213.09"
  })
  void hasTheDecimalsThatItsIntervalBears(double number, double spread, String shown) {
    assertThat(ShownNumber.within(number, spread)).isEqualTo(shown);
  }
}
