package org.cityeval.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
  /** The ends of each range: C0, DEL and C1, marks and overrides of direction, separators. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x1b, 0x1f, 0x7f, 0x80, 0x9b, 0x9f, 0x061c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a,
        0x202e, 0x2066, 0x2069
      })
  void aTerminalObeysControlsAndMarksOfDirection(int point) {
    assertThat(VisibleText.isObeyed(point)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x20, 0x7e, 0xa0, 0xe9, 0x061b, 0x200d, 0x2010, 0x2027, 0x202f, 0x2065, 0x206a, 0x676d,
        0x1f600
      })
  void itShowsWhatStandsBesideThem(int point) {
    assertThat(VisibleText.isObeyed(point)).isFalse();
  }

  @Test
  void textOfDataStandsOnOneLineWithItsEscapesShown() {
    assertThat(VisibleText.onOneLine("杭州 \uD83D\uDE00")).isEqualTo("杭州 \uD83D\uDE00");
    assertThat(VisibleText.onOneLine("a\r\n\tb")).isEqualTo("a b");
    assertThat(VisibleText.onOneLine("\u001b[2Jx\u202Egnp.exe"))
        .isEqualTo("\\u001b[2Jx\\u202egnp.exe");
    assertThat(VisibleText.onOneLine("")).isEmpty();
  }
}
