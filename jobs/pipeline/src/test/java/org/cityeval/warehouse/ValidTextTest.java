package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** Bytes by the tables of RFC 3629: 中 is E4 B8 AD. */
class ValidTextTest {
  private static byte[] bytes(int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      all[i] = (byte) bytes[i];
    }
    return all;
  }

  @Test
  void textThatIsUtf8StaysAsItIs() {
    UTF8String text = UTF8String.fromBytes("a中\n𝔸".getBytes(StandardCharsets.UTF_8));

    assertThat(ValidText.valid(text)).isSameAs(text);
  }

  @Test
  void aByteThatIsNoneIsWrittenAsItsNumber() {
    assertThat(ValidText.escaped(bytes('a', 0xFF, 'b'))).isEqualTo("a\\xFFb");
    assertThat(ValidText.escaped(bytes(0x80))).isEqualTo("\\x80");
  }

  @Test
  void aCharacterThatBreaksOffIsWrittenByteByByte() {
    assertThat(ValidText.escaped(bytes(0xE4, 0xB8, 'x'))).isEqualTo("\\xE4\\xB8x");
    assertThat(ValidText.escaped(bytes('x', 0xE4, 0xB8))).isEqualTo("x\\xE4\\xB8");
    assertThat(ValidText.escaped(bytes(0xE4, 0xB8, 0xAD, 0xC0))).isEqualTo("中\\xC0");
  }

  @Test
  void surrogatesAndOverlongFormsAreNoUtf8() {
    assertThat(ValidText.escaped(bytes(0xED, 0xA0, 0x80))).isEqualTo("\\xED\\xA0\\x80");
    assertThat(ValidText.escaped(bytes(0xC0, 0xAF))).isEqualTo("\\xC0\\xAF");
  }
}
