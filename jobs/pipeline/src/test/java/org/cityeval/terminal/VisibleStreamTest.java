package org.cityeval.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters by their code charts: ECMA-48 for controls, UAX 9 for those that turn the order. */
class VisibleStreamTest {
  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x07, 0x08, 0x0B, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9F, 0x061C, 0x200E,
        0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
        0x2069
      })
  void showsWhatATerminalWouldObey(int point) {
    String shown = printed("a" + Character.toString(point) + "b");

    assertThat(shown).isEqualTo("a\\u%04xb".formatted(point));
    assertThat(VisibleText.onOneLine("a" + Character.toString(point) + "b"))
        .isEqualTo(point == '\r' ? "a b" : shown);
  }

  @Test
  void leavesTextAndItsLayout() {
    String text = "Zürich\t杭州市 ~ \u00A0 \u200B\u2065 😀\nnext\r\nlast";

    assertThat(printed(text)).isEqualTo(text);
    assertThat(printed("\u001b[2J杭\u202e州")).isEqualTo("\\u001b[2J杭\\u202e州");
    assertThat(VisibleText.onOneLine("one\r\n\ttwo")).isEqualTo("one two");
  }

  private static String printed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(new VisibleStream(bytes), true, StandardCharsets.UTF_8);
    stream.print(text);
    stream.close();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
