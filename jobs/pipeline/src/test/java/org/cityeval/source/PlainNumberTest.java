package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTest {
  private static Double read(String text) {
    return PlainNumber.read(UTF8String.fromString(text));
  }

  /** Java's own reading, bit by bit, of what the pattern lets pass. */
  private static Long bits(Double number) {
    return number == null ? null : Double.doubleToRawLongBits(number);
  }

  private static Double byPattern(String text) {
    double number =
        text.matches(Notation.PLAIN_NUMBER) ? Double.parseDouble(text) : Double.POSITIVE_INFINITY;
    return Double.isInfinite(number) ? null : number;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+7",
        "5.",
        ".5",
        "-.25",
        "007",
        "0.1",
        "123456789012345678",
        "9007199254740993",
        "1e3",
        "1E-2",
        "1e+5",
        "4.9e-324",
        "1e-400",
        "1.7976931348623157e308",
        "0.30000000000000004",
        "1234567890.12345678901234567890",
        "0.000000000000000001"
      })
  void aNumberIsWhatJavaReads(String text) {
    assertThat(bits(read(text))).isNotNull().isEqualTo(bits(byPattern(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "-",
        ".",
        "-.",
        "1e",
        "1e+",
        "e5",
        "1.2.3",
        "--1",
        "1 ",
        " 1",
        "1,5",
        "1d",
        "1f",
        "0x1F",
        "NaN",
        "Infinity",
        "1e400",
        "-1e400",
        "５",
        "1e5.5",
        "1e5e5"
      })
  void whatIsNoNumberIsNull(String text) {
    assertThat(read(text)).isNull();
    assertThat(byPattern(text)).isNull();
  }

  /** Texts drawn of the signs that numbers are written with, and of some others. */
  @Test
  void anyTextIsReadAsThePatternAndJavaReadIt() {
    SplittableRandom random = new SplittableRandom(20200301);
    String signs = "0123456789012345678900..+-eE x";
    int numbers = 0;
    for (int draw = 0; draw < 200_000; draw++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(1, 22);
      for (int i = 0; i < length; i++) {
        text.append(signs.charAt(random.nextInt(i == 0 ? 24 : random.nextInt(10, signs.length()))));
      }
      Double read = read(text.toString());
      assertThat(bits(read)).as("of '%s'", text).isEqualTo(bits(byPattern(text.toString())));
      numbers += read == null ? 0 : 1;
    }
    assertThat(numbers).isBetween(20_000, 180_000);
  }
}
