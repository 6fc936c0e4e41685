package org.cityeval.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "Hangzhou, hangzhou",
    "' HANGZHOU\u00a0', hangzhou",
    "'\uff28\uff41\uff4e\uff47\uff5a\uff48\uff4f\uff55', hangzhou",
    "'\u3000\u676d\u5dde\u5e02', \u676d\u5dde\u5e02",
    "'\uff13\uff13\uff10\uff11\uff10\uff10', 330100",
    // e and a combining accent is e with an accent.
    "'Cafe\u0301', caf\u00e9"
  })
  void blanksCaseWidthAndCompositionMakeNoDifference(String spelling, String normal) {
    assertThat(Spelling.normal(spelling)).isEqualTo(normal);
  }

  @Test
  void aCodeIsNoOtherCodeUnlessItsWidthIsDeclared() {
    assertThat(Spelling.variants("01001", OptionalInt.empty())).containsExactly("01001");
    assertThat(Spelling.variants("1001.0", OptionalInt.empty())).containsExactly("1001.0");
  }

  @ParameterizedTest
  @CsvSource({"01001", "1001", "1001.0", "01001.00"})
  void aCodeOfFiveDigitsMayHaveLostItsZeroAndGainedAFraction(String spelling) {
    assertThat(Spelling.variants(spelling, OptionalInt.of(5)))
        .containsExactlyInAnyOrder("1001", "1001.0", "01001", "01001.0");
  }

  @ParameterizedTest
  @CsvSource({"123456", "1001.5", "1e3", "A1001", "-1001"})
  void nothingElseIsACodeOfFiveDigits(String spelling) {
    assertThat(Spelling.variants(spelling, OptionalInt.of(5)))
        .containsExactly(Spelling.normal(spelling));
  }
}
