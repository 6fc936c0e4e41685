package org.cityeval.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityeval.terminal.PaintedLine.Hue;
import org.junit.jupiter.api.Test;

/** Codes are those of ECMA-48, section 8.3.117: 1 is bold, 31 red, 32 green, 0 the end of all. */
class PaintedLineTest {
  private static String painted(Hue hue) {
    return hue.begin() + "x" + hue.end();
  }

  @Test
  void aHueBeginsWithItsCodeAndEndsAllOfThem() {
    assertThat(painted(Hue.HEADING)).isEqualTo("\u001b[1mx\u001b[0m");
    assertThat(painted(Hue.GOOD)).isEqualTo("\u001b[32mx\u001b[0m");
    assertThat(painted(Hue.BAD)).isEqualTo("\u001b[31mx\u001b[0m");
  }

  /** A file that is read by a program has nothing else in it. */
  @Test
  void aPlainLineIsItsTextAlone() {
    assertThat(painted(Hue.PLAIN)).isEqualTo("x");
  }

  @Test
  void aLineIsWhatItIsCalled() {
    assertThat(PaintedLine.plain("a")).isEqualTo(new PaintedLine(Hue.PLAIN, "a"));
    assertThat(PaintedLine.heading("a")).isEqualTo(new PaintedLine(Hue.HEADING, "a"));
  }
}
