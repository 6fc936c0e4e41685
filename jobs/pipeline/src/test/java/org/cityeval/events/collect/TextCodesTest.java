package org.cityeval.events.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextCodesTest {
  private final TextCodes codes = new TextCodes();

  private int of(String text) {
    return codes.code(text.getBytes(StandardCharsets.UTF_8));
  }

  private String text(int code) {
    return new String(codes.text(code), StandardCharsets.UTF_8);
  }

  @Test
  void numbersTextsAsTheyComeAndKnowsThemAgain() {
    assertThat(of("上城区")).isZero();
    assertThat(of("")).isEqualTo(1);
    assertThat(of("a")).isEqualTo(2);
    assertThat(of("上城区")).isZero();
    assertThat(of("")).isEqualTo(1);
    assertThat(text(0)).isEqualTo("上城区");
    assertThat(text(1)).isEmpty();
    assertThat(text(2)).isEqualTo("a");
  }

  @Test
  void tellsTextsApartThatBeginAlike() {
    assertThat(of("ab")).isNotEqualTo(of("a")).isNotEqualTo(of("abc")).isNotEqualTo(of("ab "));
  }

  @Test
  void keepsNumbersAndTextsWhenRoomRunsOut() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(of("device " + i)).isEqualTo(i);
    }
    for (int i = 0; i < 10_000; i += 97) {
      assertThat(of("device " + i)).isEqualTo(i);
      assertThat(text(i)).isEqualTo("device " + i);
    }
  }

  @Test
  void holdsATextLargerThanItsFirstRoom() {
    String large = "長".repeat(10_000);

    assertThat(text(of(large))).isEqualTo(large);
    // 30,000 bytes of text, and 64 ends and 128 slots of four bytes.
    assertThat(codes.bytes()).isEqualTo(30_000 + 4 * (64 + 128));
  }
}
